import { builder } from '../../builder.ts'
import { Employee } from '../../organization/graphql/employee.ts'
import { Unit } from '../../organization/graphql/unit.ts'
import { gamingSignals, type RaterFingerprint, raterFingerprints, type UnitSignal } from '../queries/diagnostics.ts'

/** Longest list of either kind that one answer holds; the most striking come first. */
const most = 100

const Fingerprint = builder.objectRef<RaterFingerprint>('RaterFingerprint').implement({
  description:
    'F13 (LOCAL): how far the judgements of a superior lie from the measured results. A reason to look, never a correction.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    rater: t.prismaField({
      type: Employee,
      nullable: true,
      description: 'The superior; empty for one whom the caller may not see.',
      resolve: (query, { raterId }, _args, { db }) => db.employee.findUnique({ ...query, where: { id: raterId } }),
    }),
    people: t.exposeInt('n', { description: 'People judged with a measured score.' }),
    severity: t.exposeFloat('L', {
      nullable: true,
      description: 'Mean deviation from all others on the scale 1–3, four decimals; above 0 is lenient.',
    }),
    standardError: t.exposeFloat('se', { nullable: true, description: 'Its standard error; empty below two people.' }),
    flag: t.exposeString('flag', { description: 'LENIENT, SEVERE or OK.' }),
    identical: t.exposeInt('identical', { description: 'People with one and the same level on all seven values.' }),
    isStraightLining: t.exposeBoolean('isStraightLining', { description: 'More than 60 % of five or more people.' }),
  }),
})

const Signal = builder.objectRef<UnitSignal>('GamingSignal').implement({
  description: 'A question that the data raise about a unit (domain B8): never a finding, never a penalty.',
  authScopes: { permission: 'appraisals.read' },
  fields: (t) => ({
    code: t.exposeString('code', {
      description: 'BUNCHING_HIGH, BUNCHING_LOW, LATE_BULK, SANDBAG, REPEATED_CAP or SELF_VERIFIED.',
    }),
    unit: t.prismaField({
      type: Unit,
      description: 'The unit with everything below it.',
      resolve: (query, { unitId }, _args, { db }) => db.unit.findUniqueOrThrow({ ...query, where: { id: unitId } }),
    }),
    count: t.exposeInt('count', { description: 'Cases that show the sign.' }),
    of: t.exposeInt('of', { description: 'Cases that could.' }),
    share: t.exposeFloat('share', { nullable: true, description: 'Their share, 0 to 1, four decimals.' }),
  }),
})

builder.queryFields((t) => ({
  raterFingerprints: t.field({
    type: [Fingerprint],
    description:
      'Superiors who judged in a period, the most striking first, at most 100: the own, those of whom one is the superior, and by role.',
    authScopes: { signedIn: true },
    args: { periodKey: t.arg.string({ required: true, description: 'Period, `2025`.' }) },
    resolve: async (_root, { periodKey }, context) => (await raterFingerprints(context, periodKey)).slice(0, most),
  }),
  gamingSignals: t.field({
    type: [Signal],
    description: 'Questions about units, at most 100.',
    authScopes: { permission: 'appraisals.read' },
    args: {
      periodKey: t.arg.string({ required: true, description: 'Period, `2025`.' }),
      underUnitId: t.arg.id({ description: 'Only this unit and those below it.' }),
    },
    resolve: async (_root, args, context) => (await gamingSignals(context, args)).slice(0, most),
  }),
}))
