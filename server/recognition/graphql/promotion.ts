import { builder } from '../../builder.ts'
import { Employee, guarded } from '../../organization/graphql/employee.ts'
import { promotionFor } from '../queries/promotion.ts'
import type { Promotion, PromotionCondition } from '../rules/promotion.ts'

const PromotionPathEnum = builder.enumType('PromotionPath', {
  description: 'By which rule somebody rises in rank.',
  values: {
    REGULER: { description: 'Kenaikan pangkat reguler: four years in the rank (PP 99/2000).' },
    FUNGSIONAL: { description: 'Of functional posts: two years in the rank and the angka kredit (PP 99/2000 art. 13).' },
  } as const,
})

const PromotionConditionCode = builder.enumType('PromotionConditionCode', {
  description: 'One thing that a proposal for the next rank needs.',
  values: {
    STATUS: { description: 'To be a PNS with a rank.' },
    YEARS_IN_RANK: { description: 'Years since the TMT of the present rank.' },
    PREDIKAT: { description: 'A final result of a year, and not under an objection.' },
    CREDIT: { description: 'Angka kredit for the next rank.' },
  } as const,
})

const PromotionConditionType = builder.objectRef<PromotionCondition>('PromotionCondition').implement({
  description: 'One condition, with what there is and what is needed.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    code: t.expose('code', { type: PromotionConditionCode, description: 'Which one.' }),
    isMet: t.exposeBoolean('isMet', { description: 'True when it holds today.' }),
    have: t.exposeString('have', {
      nullable: true,
      description:
        'What there is: the rank, its TMT (ISO), the predikat of the year, or angka kredit; empty where nothing is recorded.',
    }),
    need: t.exposeString('need', { description: 'What is needed: `PNS`, years, a predikat, or angka kredit.' }),
    year: t.exposeInt('year', { nullable: true, description: 'Year that a PREDIKAT is about.' }),
    metOn: t.exposeString('metOn', {
      nullable: true,
      description: 'Day on which it will hold, where only time is missing (ISO).',
    }),
  }),
})

const PromotionType = builder.objectRef<Promotion>('Promotion').implement({
  description:
    'May somebody be proposed for the next rank, and what is missing? It proposes nothing; education, vacancy, tests and the ceiling of the post are examined by people.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    path: t.expose('path', { type: PromotionPathEnum, description: 'By which rule.' }),
    isEligible: t.exposeBoolean('isEligible', { description: 'Every condition holds today.' }),
    conditions: t.expose('conditions', {
      type: [PromotionConditionType],
      description: 'Each condition by itself.',
      extensions: { rows: 8 },
    }),
    earliestOn: t.exposeString('earliestOn', {
      nullable: true,
      description: 'First of a month from which it can take effect (PerBKN 4/2025), ISO; empty while more than time is missing.',
    }),
  }),
})

builder.prismaObjectField(Employee, 'promotion', (t) =>
  t.field({
    type: PromotionType,
    nullable: true,
    authScopes: guarded('appraisals'),
    description:
      'Eligibility for the next rank as of today, with its reasons (PP 99/2000, settings `promotionMinPredikat`, `promotionYears`).',
    resolve: ({ id }, _args, context) => promotionFor(context, id),
  }),
)
