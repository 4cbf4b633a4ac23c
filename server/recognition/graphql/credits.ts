import { Appraisal } from '../../appraisals/graphql/appraisal.ts'
import { PredikatEnum } from '../../appraisals/graphql/enums.ts'
import { seesAppraisal } from '../../appraisals/queries.ts'
import { builder } from '../../builder.ts'
import { Employee, guarded } from '../../organization/graphql/employee.ts'
import { seesEmployee } from '../../organization/queries.ts'
import { bookCredits } from '../commands/credits.ts'
import { isUnderObjection, progressOf } from '../queries/credits.ts'
import type { CreditGoal, CreditProgress } from '../rules/credits.ts'

const CreditStanding = builder.enumType('CreditStanding', {
  description: 'What may be built on a row of angka kredit.',
  values: {
    SETTLED: { description: 'Its result is final.' },
    PROVISIONAL: { description: 'An objection to its result is open: nothing may be built on it yet (domain A11).' },
    REPLACED: {
      description: 'Its result was replaced by a successor version, or by the one of the whole year; it counts no more.',
    },
  } as const,
})

builder.prismaNode('CreditEntry', {
  id: { field: 'id' },
  description: 'Angka kredit of one result in one jenjang (F7, PermenPANRB 1/2023), rounded for itself; rows add up.',
  authScopes: ({ employeeId }, context) => seesEmployee(context, employeeId, 'appraisals'),
  runScopesOnType: true,
  select: { id: true, employeeId: true },
  fields: (t) => ({
    jenjang: t.exposeString('jenjang', { description: 'Jenjang in which it was earned, such as `AHLI_MUDA`.' }),
    predikat: t.expose('predikat', { type: PredikatEnum, description: 'Predikat that it follows from.' }),
    months: t.exposeInt('months', { description: 'Months in the jenjang, 1 to 12.' }),
    credit: t.expose('credit', { type: 'Decimal', description: 'Angka kredit, two decimals.' }),
    periodKey: t.string({
      description: 'Period of the result, `2025`.',
      select: { appraisal: { select: { period: { select: { key: true } } } } },
      resolve: ({ appraisal }) => appraisal.period.key,
    }),
    standing: t.field({
      type: CreditStanding,
      description: 'What may be built on it, as its result stands now.',
      select: { replacedAt: true, appraisal: { select: { state: true, isCurrent: true } } },
      resolve: ({ replacedAt, appraisal }) => {
        if (replacedAt !== null || !appraisal.isCurrent) return 'REPLACED'
        return isUnderObjection(appraisal) ? 'PROVISIONAL' : 'SETTLED'
      },
    }),
    appraisal: t.field({
      type: Appraisal,
      nullable: true,
      description: 'The result; empty for somebody who does not see it.',
      select: (_args, _context, nested) => ({ appraisal: nested() }),
      resolve: async ({ appraisal }, _args, context) => ((await seesAppraisal(context, appraisal.id)) ? appraisal : null),
    }),
  }),
})

const CreditGoalKind = builder.enumType('CreditGoalKind', {
  description: 'What angka kredit is gathered for.',
  values: {
    RANK: { description: 'The next rank inside the jenjang (kenaikan pangkat).' },
    JENJANG: { description: 'The next jenjang (kenaikan jenjang).' },
  } as const,
})

const CreditGoalType = builder.objectRef<CreditGoal>('CreditGoal').implement({
  description: 'How far somebody is towards the next rank or jenjang (PermenPANRB 1/2023).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: CreditGoalKind, description: 'What for.' }),
    need: t.exposeFloat('need', { description: 'Angka kredit that is needed.' }),
    have: t.exposeFloat('have', { description: 'Angka kredit that counts for it, two decimals.' }),
    missing: t.exposeFloat('missing', { description: 'What is missing, two decimals.' }),
    isMet: t.exposeBoolean('isMet', { description: 'Nothing is missing.' }),
  }),
})

const CreditProgressType = builder.objectRef<CreditProgress>('CreditProgress').implement({
  description: 'Angka kredit in the present jenjang, as far as Tera has results; what was earned before is not in it.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    jenjang: t.exposeString('jenjang', { description: 'Present jenjang.' }),
    nextJenjang: t.exposeString('nextJenjang', { nullable: true, description: 'The next one; empty at the top of a ladder.' }),
    total: t.exposeFloat('total', { description: 'Settled angka kredit in this jenjang, two decimals.' }),
    provisional: t.exposeFloat('provisional', { description: 'Beside them those under an objection; they count for no goal.' }),
    goals: t.expose('goals', {
      type: [CreditGoalType],
      description: 'Next rank: rows of periods that ended after the TMT of the present one. Next jenjang: all rows of this one.',
      extensions: { rows: 2 },
    }),
  }),
})

builder.prismaObjectFields(Employee, (t) => ({
  creditEntries: t.relatedConnection('creditEntries', {
    cursor: 'id',
    totalCount: true,
    nullable: true,
    authScopes: guarded('appraisals'),
    description: 'Angka kredit of a functional official (PNS), newest period first.',
    query: { orderBy: [{ appraisal: { period: { endsOn: 'desc' } } }, { id: 'desc' }] },
  }),
  creditProgress: t.field({
    type: CreditProgressType,
    nullable: true,
    authScopes: guarded('appraisals'),
    description: 'Progress towards the next rank and jenjang; empty outside functional posts of PNS.',
    resolve: ({ id }, _args, context) => progressOf(context, id),
  }),
}))

const CreditsBooked = builder.objectRef<{ booked: number; replaced: number }>('CreditsBooked').implement({
  description: 'What a booking of angka kredit did.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    booked: t.exposeInt('booked', { description: 'Rows entered or brought up to date.' }),
    replaced: t.exposeInt('replaced', { description: 'Rows that count no more.' }),
  }),
})

builder.mutationField('bookCredits', (t) =>
  t.field({
    type: CreditsBooked,
    description:
      'Enters the angka kredit of a year as it follows from its results; it also happens every day by itself. WRONG_STATE when all are entered.',
    authScopes: { signedIn: true },
    args: { year: t.arg.int({ required: true, description: 'Year, `2025`.' }) },
    resolve: (_root, { year }, { execute }) => execute(bookCredits, { year }),
  }),
)
