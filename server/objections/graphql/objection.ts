import { Action, namedVerdicts } from '../../actions.ts'
import { Appraisal } from '../../appraisals/graphql/appraisal.ts'
import { LevelEnum } from '../../appraisals/graphql/enums.ts'
import { seesAppraisal } from '../../appraisals/queries.ts'
import { builder } from '../../builder.ts'
import { found, idOf, offsetArg, withOffset } from '../../list.ts'
import { guardBy } from '../../node-guards.ts'
import { objectionVerdicts, openStates, seesProposal } from '../policy.ts'
import { objectionCounts } from '../queries/counts.ts'
import { objectionFacts } from '../queries/facts.ts'
import { objectionWhere, visibleObjections } from '../queries.ts'
import { isOverdue } from '../rules/clocks.ts'

export const ObjectionStateEnum = builder.enumType('ObjectionState', {
  description: 'Where an objection stands (domain G2).',
  values: {
    DIAJUKAN: { description: 'Filed.' },
    DITERIMA: { description: 'Accepted; both sides are asked to explain themselves.' },
    TIDAK_DAPAT_DITERIMA: { description: 'Inadmissible; the delivered result is final.' },
    KLARIFIKASI_PENILAI: { description: 'The penilai has explained, the employee not yet.' },
    KLARIFIKASI_PEGAWAI: { description: 'The employee has explained, the penilai not yet.' },
    SIAP_DIPUTUS: { description: 'Both sides were heard, or had the time to.' },
    DIPUTUS: { description: 'Decided; the decision is final (PP 30/2019 art. 59).' },
  } as const,
})

export const ObjectionDecisionEnum = builder.enumType('ObjectionDecision', {
  description: 'What was decided on an objection.',
  values: {
    DITOLAK: { description: 'Rejected; the delivered result stands.' },
    DIKABULKAN_SEBAGIAN: { description: 'Granted in part.' },
    DIKABULKAN: { description: 'Granted.' },
  } as const,
})

export const Objection = builder.prismaNode('Objection', {
  id: { field: 'id' },
  description:
    'Keberatan of an employee against a delivered result (PP 30/2019 art. 59). Exists for the employee, the penilai, who decides, tim kinerja and inspectorate.',
  authScopes: { signedIn: true },
  select: { id: true },
  fields: (t) => ({
    appraisal: t.field({
      type: Appraisal,
      nullable: true,
      description: 'The delivered version that it is against; empty for somebody who no longer sees it.',
      select: (_args, _context, nested) => ({ appraisal: nested() }),
      resolve: async ({ appraisal }, _args, context) => ((await seesAppraisal(context, appraisal.id)) ? appraisal : null),
    }),
    state: t.expose('state', { type: ObjectionStateEnum, description: 'Where it stands.' }),
    reasons: t.exposeString('reasons', { description: 'The reasons in the words of the employee.' }),
    filedAt: t.expose('filedAt', { type: 'DateTime', description: 'When it was filed.' }),
    decider: t.relation('decider', {
      nullable: true,
      description: 'The superior of the penilai; empty where nobody stands above: the tim prepares, the PPK decides (LOCAL).',
    }),
    dueAt: t.expose('dueAt', {
      type: 'DateTime',
      description: 'By when it is to be decided (LOCAL, setting `objectionDecisionDays`); passing it decides nothing.',
    }),
    hearUntil: t.expose('hearUntil', {
      type: 'DateTime',
      nullable: true,
      description: 'Until when both sides are waited for (LOCAL, setting `objectionHearingDays`).',
    }),
    escalatedAt: t.expose('escalatedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the delay was brought to attention.',
    }),
    isOverdue: t.boolean({
      select: { dueAt: true, decidedAt: true },
      description: 'The time for the decision is over and nothing was decided.',
      resolve: (objection, _args, { now }) => isOverdue(objection, now),
    }),
    inadmissibleReason: t.exposeString('inadmissibleReason', { nullable: true, description: 'Why it was not admissible.' }),
    penilaiStatement: t.exposeString('penilaiStatement', { nullable: true, description: 'How the penilai explains the rating.' }),
    evidenceUrls: t.exposeStringList('evidenceUrls', { description: 'Addresses of evidence that the employee gave.' }),
    employeeStatement: t.exposeString('employeeStatement', { nullable: true, description: 'What the employee adds.' }),
    proposal: t.string({
      nullable: true,
      select: { proposal: true, state: true, revision: true, hearUntil: true, appraisalId: true },
      description: 'What the tim proposes to the PPK (LOCAL); empty for everybody but those who prepare or decide.',
      resolve: async ({ proposal, ...row }, _args, context) =>
        proposal !== null && seesProposal(context.actor, await objectionFacts(context, row)) ? proposal : null,
    }),
    decision: t.expose('decision', { type: ObjectionDecisionEnum, nullable: true, description: 'What was decided.' }),
    decisionReason: t.exposeString('decisionReason', { nullable: true, description: 'Why.' }),
    newResult: t.expose('newResult', { type: LevelEnum, nullable: true, description: 'Hasil kerja that holds from then on.' }),
    newBehaviour: t.expose('newBehaviour', { type: LevelEnum, nullable: true, description: 'Perilaku that holds from then on.' }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true, description: 'When it ended.' }),
    revision: t.exposeInt('revision', { description: 'Counts each step; a step names the number that it read.' }),
    actions: t.field({
      type: [Action],
      select: { state: true, revision: true, hearUntil: true, appraisalId: true },
      description: 'The steps of domain A11 and whether the caller may take them now, with the reason where not.',
      resolve: async (row, _args, context) =>
        namedVerdicts(objectionVerdicts(context.actor, await objectionFacts(context, row), context.now)),
    }),
  }),
})

guardBy(
  'Objection',
  ({ actor, now }) => visibleObjections(actor, now),
  (db, where) => db.objection.findMany({ where, select: { id: true } }),
)

builder.prismaObjectFields(Appraisal, (t) => ({
  objection: t.field({
    type: Objection,
    nullable: true,
    description: 'The objection to this version; empty where there is none, or none that the caller may see.',
    resolve: ({ id }, _args, { loaders, db, actor, now }) =>
      loaders.load('appraisal.objection', id, async (ids) => {
        const rows = await db.objection.findMany({
          where: { AND: [{ appraisalId: { in: [...ids] } }, visibleObjections(actor, now)] },
        })
        return ids.map((one) => rows.find(({ appraisalId }) => appraisalId === one) ?? null)
      }),
  }),
  isProvisional: t.boolean({
    select: { state: true },
    description: 'An objection is open: whatever follows from this result (angka kredit, promotion) is PROVISIONAL (domain A11).',
    resolve: ({ state }) => state === 'KEBERATAN' || state === 'PEMERIKSAAN',
  }),
}))

const ObjectionFilter = builder.inputType('ObjectionFilter', {
  description: 'Which objections to list; conditions add up.',
  fields: (t) => ({
    state: t.field({ type: ObjectionStateEnum, description: 'Where it stands.' }),
    periodKey: t.string({ description: 'Period of the appraisal, `2025`.' }),
    underUnitId: t.id({ description: 'In this unit or below it, as of the appraisal.' }),
    search: t.string({ description: 'Part of the name or NIP, at most 100 characters.' }),
    isOpen: t.boolean({ description: `Still to be decided: ${openStates.join(', ')}.` }),
    isOverdue: t.boolean({ description: 'Open and past the time for the decision.' }),
    waitingForMe: t.boolean({ description: "The next step is the caller's." }),
  }),
})

const ObjectionOrder = builder.enumType('ObjectionOrder', {
  description: 'Order of a list of objections.',
  values: {
    DUE_ASC: { description: 'By the day on which a decision is due.' },
    FILED_DESC: { description: 'Newest first.' },
  },
})

const orders = {
  DUE_ASC: [{ dueAt: 'asc' }, { id: 'asc' }],
  FILED_DESC: [{ filedAt: 'desc' }, { id: 'asc' }],
} as const

const ObjectionCount = builder
  .objectRef<{ state: typeof ObjectionStateEnum.$inferType; count: number; overdue: number }>('ObjectionCount')
  .implement({
    description: 'Objections in one state.',
    authScopes: { signedIn: true },
    fields: (t) => ({
      state: t.expose('state', { type: ObjectionStateEnum, description: 'The state.' }),
      count: t.exposeInt('count', { description: 'How many.' }),
      overdue: t.exposeInt('overdue', { description: 'Of these past the time for the decision.' }),
    }),
  })

builder.queryFields((t) => ({
  objection: t.prismaField({
    type: Objection,
    description: 'One objection by id; NOT_FOUND when there is none that the caller may see.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: async (query, _root, { id }, { db, actor, now }) =>
      found(
        await db.objection.findFirst({ ...query, where: { id: idOf('Objection', id), AND: [visibleObjections(actor, now)] } }),
      ),
  }),
  objections: t.prismaConnection({
    type: Objection,
    cursor: 'id',
    description: 'Objections that the caller may see.',
    authScopes: { signedIn: true },
    args: {
      filter: t.arg({ type: ObjectionFilter, description: 'Which objections.' }),
      orderBy: t.arg({ type: ObjectionOrder, defaultValue: 'DUE_ASC', description: 'In which order.' }),
      offset: offsetArg(t),
    },
    totalCount: (_root, { filter }, { db, actor, now }) =>
      db.objection.count({ where: { AND: [objectionWhere(filter, actor, now), visibleObjections(actor, now)] } }),
    resolve: (query, _root, { filter, orderBy, offset }, { db, actor, now }) =>
      db.objection.findMany({
        ...withOffset(query, offset),
        where: { AND: [objectionWhere(filter, actor, now), visibleObjections(actor, now)] },
        orderBy: [...orders[orderBy ?? 'DUE_ASC']],
      }),
  }),
  objectionCounts: t.field({
    type: [ObjectionCount],
    description: 'Objections that meet the filter, by state; states without any are left out.',
    authScopes: { signedIn: true },
    args: { filter: t.arg({ type: ObjectionFilter, description: 'Which objections.' }) },
    resolve: (_root, { filter }, context) => objectionCounts(context, filter),
  }),
}))
