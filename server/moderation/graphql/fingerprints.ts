import { periodKeyArg } from '../../appraisals/graphql/scope-args.ts'
import { builder } from '../../builder.ts'
import { Employee } from '../../organization/graphql/employee.ts'
import { type RaterFingerprint, raterFingerprints } from '../queries/fingerprints.ts'

/** Longest list that one answer holds; the most striking come first. */
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

builder.queryFields((t) => ({
  raterFingerprints: t.field({
    type: [Fingerprint],
    description:
      'Superiors who judged in a period, the most striking first, at most 100: the own, those of whom one is the superior, and by role.',
    authScopes: { signedIn: true },
    args: { periodKey: t.arg.string(periodKeyArg) },
    resolve: async (_root, { periodKey }, context) => (await raterFingerprints(context, periodKey)).slice(0, most),
  }),
}))
