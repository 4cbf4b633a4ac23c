import { builder } from '../../builder.ts'
import { type Agreement, agreementOf, type groupPairs, type PeerAgreement, type UnitAgreement } from '../queries/agreement.ts'
import { periodKeyArg, underUnitArg } from './scope-args.ts'

const authScopes = { permission: 'aggregates.read' } as const

const GroupPairEnum = builder.enumType('RaterGroupPair', {
  description: 'Two groups that judge the same people.',
  values: {
    ATASAN_REKAN: { description: 'The superior and the colleagues.' },
    ATASAN_BAWAHAN: { description: 'The superior and the subordinates.' },
    REKAN_BAWAHAN: { description: 'The colleagues and the subordinates.' },
    ATASAN_DIRI: { description: 'The superior and the person; of the own view nothing is counted anywhere else.' },
  } as const satisfies Record<(typeof groupPairs)[number], object>,
})

const AgreementBandEnum = builder.enumType('AgreementBand', {
  description: 'Band of an agreement (LOCAL).',
  values: {
    WEAK: { description: 'Below 0.4.' },
    FAIR: { description: 'From 0.4.' },
    GOOD: { description: 'From 0.6.' },
    VERY_GOOD: { description: 'Above 0.8.' },
  } as const,
})

const AgreementType = builder.objectRef<Agreement>('RaterAgreement').implement({
  description: 'F14: how far two groups say the same of the same people. 1 is perfect, 0 is chance.',
  authScopes,
  fields: (t) => ({
    pair: t.expose('pair', { type: GroupPairEnum, description: 'The two groups.' }),
    people: t.exposeInt('people', { description: 'People judged by both.' }),
    cases: t.exposeInt('cases', { description: 'Values of behaviour that both judged.' }),
    kappa: t.exposeFloat('kappa', {
      nullable: true,
      description: 'Quadratic-weighted κ, four decimals; empty below ten people, or where no disagreement is to be expected.',
    }),
    band: t.expose('band', { type: AgreementBandEnum, nullable: true, description: 'Its band.' }),
  }),
})

const PeerAgreementType = builder.objectRef<PeerAgreement>('PeerAgreement').implement({
  description: 'How far the colleagues of the same people agree among themselves.',
  authScopes,
  fields: (t) => ({
    people: t.exposeInt('people', { description: 'People with enough colleagues who judged.' }),
    ratings: t.exposeInt('ratings', { description: 'Complete ratings of them.' }),
    icc: t.exposeFloat('icc', { nullable: true, description: 'ICC(1), four decimals; empty below ten people.' }),
    band: t.expose('band', { type: AgreementBandEnum, nullable: true, description: 'Its band.' }),
  }),
})

const UnitAgreementType = builder.objectRef<UnitAgreement>('UnitAgreement').implement({
  description: 'Agreement of the rater groups in a unit and everything below it.',
  authScopes,
  fields: (t) => ({
    pairs: t.expose('pairs', { type: [AgreementType], description: 'Pairs of groups.' }),
    peers: t.expose('peers', { type: PeerAgreementType, description: 'Colleagues among themselves.' }),
  }),
})

builder.queryFields((t) => ({
  raterAgreement: t.field({
    type: UnitAgreementType,
    description: 'Do those who judge the same people agree (F14)?',
    authScopes,
    args: { periodKey: t.arg.string(periodKeyArg), underUnitId: t.arg.id(underUnitArg) },
    resolve: (_root, args, context) => agreementOf(context, args),
  }),
}))
