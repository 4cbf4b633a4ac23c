import { Action, namedVerdicts } from '../../actions.ts'
import { periodKeyArg } from '../../appraisals/graphql/scope-args.ts'
import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { encodeId, found, idOf, nobody } from '../../list.ts'
import { Employee } from '../../organization/graphql/employee.ts'
import { Unit } from '../../organization/graphql/unit.ts'
import { answerSignal } from '../commands/answer-signal.ts'
import { mayAnswerSignal } from '../policy/signals.ts'
import { type GivenAnswer, givenAnswers, readAnswer } from '../queries/answers.ts'
import { leadership } from '../queries/facts.ts'
import { gamingSignals, type UnitSignal } from '../queries/signals.ts'
import type { SignalCode } from '../rules/signals.ts'

/** Longest list that one answer holds. */
const most = 100

type Asked = UnitSignal & { readonly periodKey: string }

const SignalCodeEnum = builder.enumType('SignalCode', {
  description: 'What the data ask about (domain B8).',
  values: {
    SELF_VERIFIED: { description: 'Measurements that their recorder verified.' },
    QUOTA_DOWNGRADE: { description: 'Ratings lowered below what the evidence suggests, for a reason that names no evidence.' },
    BUNCHING_HIGH: { description: 'Results just above 110, hardly any just below.' },
    BUNCHING_LOW: { description: 'Results just above 90, hardly any just below.' },
    LATE_BULK: { description: 'Measurements recorded on the last day.' },
    SANDBAG: { description: 'Targets easier than their baseline, without a reason.' },
    REPEATED_CAP: { description: 'Results at the cap of 120.' },
    EASY_CASES: { description: 'Ratios over less than half of the cases that the series usually has.' },
    VALUE_JUMP: { description: 'Values that jumped by more than two standard deviations of their indicator.' },
    VARIANCE_COLLAPSE: { description: 'People of one unit whose values hardly differ, while those of the city do.' },
    CERTIFICATE_BURST: { description: 'Certificates of the last week of the year.' },
  } as const satisfies Record<SignalCode, object>,
})

const AnswerType = builder.objectRef<GivenAnswer>('SignalAnswer').implement({
  description: 'What somebody answered to a question. Later answers stand beside it.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    id: t.id({ description: 'Global id.', resolve: ({ id }) => encodeId('SignalAnswer', id) }),
    answer: t.exposeString('answer', { description: 'The answer.' }),
    answeredAt: t.expose('answeredAt', { type: 'DateTime', description: 'When.' }),
    answeredBy: t.prismaField({
      type: Employee,
      nullable: true,
      description: 'By whom; empty for an account without a post, and for one whom the caller may not see.',
      resolve: (query, { answeredById }, _args, { db }) =>
        db.employee.findUnique({ ...query, where: { id: answeredById ?? nobody } }),
    }),
  }),
})

/** Who leads units by the plans of the year, and where they lie: all of an answer in one statement. */
const leadershipOf = ({ db, loaders }: Context, { unitId, periodKey }: Pick<Asked, 'unitId' | 'periodKey'>) =>
  loaders.load(`signal.leadership.${periodKey}`, unitId, (ids) => leadership(db, ids, periodKey))

const Signal = builder.objectRef<Asked>('GamingSignal').implement({
  description: 'A question that the data raise about a unit (domain B8): never a finding, never a penalty.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    code: t.expose('code', { type: SignalCodeEnum, description: 'What is asked about.' }),
    unit: t.prismaField({
      type: Unit,
      description: 'The unit with everything below it.',
      resolve: (query, { unitId }, _args, { db }) => db.unit.findUniqueOrThrow({ ...query, where: { id: unitId } }),
    }),
    count: t.exposeInt('count', { description: 'Cases that show the sign.' }),
    of: t.exposeInt('of', { description: 'Cases that could.' }),
    share: t.exposeFloat('share', { nullable: true, description: 'Their share, 0 to 1, four decimals.' }),
    answers: t.field({
      type: [AnswerType],
      description: 'What was answered, newest first, at most 20.',
      resolve: async ({ unitId, code, periodKey }, _args, { db, loaders }) => [
        ...(await loaders.load(`signal.answers.${periodKey}`, `${unitId}:${code}`, (keys) => givenAnswers(db, keys, periodKey))),
      ],
    }),
    actions: t.field({
      type: [Action],
      description: 'ANSWER, with the reason where it is not possible.',
      resolve: async (signal, _args, context) =>
        namedVerdicts({ ANSWER: mayAnswerSignal(context.actor, found(await leadershipOf(context, signal))) }),
    }),
  }),
})

builder.queryFields((t) => ({
  gamingSignals: t.field({
    type: [Signal],
    description: 'Questions about units that the caller may read the appraisals of, or leads; at most 100.',
    authScopes: { signedIn: true },
    args: {
      periodKey: t.arg.string(periodKeyArg),
      underUnitId: t.arg.id({ description: 'Only this unit and those below it.' }),
      code: t.arg({ type: SignalCodeEnum, description: 'Only questions of this kind.' }),
    },
    resolve: async (_root, args, context) => {
      const signals = await gamingSignals(context, args)
      return signals.slice(0, most).map((signal) => ({ ...signal, periodKey: args.periodKey }))
    },
  }),
}))

const AnswerInput = builder.inputType('AnswerSignalInput', {
  description: 'An answer to a question about a unit.',
  fields: (t) => ({
    unitId: t.id({ required: true, description: 'Global id of the unit.' }),
    periodKey: t.string(periodKeyArg),
    code: t.field({ type: SignalCodeEnum, required: true, description: 'What was asked about.' }),
    answer: t.string({ required: true, description: 'The answer, 10 to 4,000 characters.' }),
  }),
})

builder.mutationField('answerSignal', (t) =>
  t.field({
    type: AnswerType,
    description: 'Answers a question about a unit, by whoever leads or moderates it. It changes no number.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: AnswerInput, required: true, description: 'The answer.' }) },
    resolve: async (_root, { input }, { db, execute }) => {
      const { id } = await execute(answerSignal, { ...input, unitId: idOf('Unit', input.unitId) })
      return found(await readAnswer(db, id))
    },
  }),
)
