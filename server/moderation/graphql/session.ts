import { Action, namedVerdicts } from '../../actions.ts'
import { Appraisal } from '../../appraisals/graphql/appraisal.ts'
import { LevelEnum, PredikatEnum } from '../../appraisals/graphql/enums.ts'
import { seesAppraisal } from '../../appraisals/queries.ts'
import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { encodeId, found, idOf, offsetArg, withOffset } from '../../list.ts'
import { guardBy } from '../../node-guards.ts'
import { proposalVerdicts, sessionVerdicts } from '../policy.ts'
import { sessionFacts } from '../queries/facts.ts'
import { visibleProposals, visibleSessions } from '../queries.ts'

export const CalibrationStateEnum = builder.enumType('CalibrationState', {
  description: 'Where a calibration session stands.',
  values: {
    DIJADWALKAN: { description: 'Scheduled.' },
    BERLANGSUNG: { description: 'Open.' },
    TERKUNCI: { description: 'Locked for good, with minutes.' },
    DIBATALKAN: { description: 'Called off.' },
  } as const,
})

const ProposalStateEnum = builder.enumType('ProposalState', {
  description: 'Where a proposal stands.',
  values: {
    DIUSULKAN: { description: 'Proposed.' },
    DISEPAKATI: { description: 'Agreed; the appraisal went back to its penilai.' },
    DITOLAK: { description: 'Rejected; the rating stands.' },
  } as const,
})

/** The facts of a session of an answer: all of its sessions cost one statement. */
async function factsOf({ db, loaders }: Context, id: string) {
  return found(
    await loaders.load('calibration.facts', id, async (ids) => {
      const facts = await sessionFacts(db, ids)
      return ids.map((one) => facts.get(one) ?? null)
    }),
  )
}

builder.prismaObject('CalibrationMember', {
  description: 'A member of a calibration session.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    employee: t.relation('employee', { nullable: true, description: 'Who; empty for somebody whom the caller may not see.' }),
    isChair: t.exposeBoolean('isChair', { description: 'Leads the session.' }),
    presentAt: t.expose('presentAt', { type: 'DateTime', nullable: true, description: 'Since when present.' }),
  }),
})

export const CalibrationProposal = builder.prismaObject('CalibrationProposal', {
  description: 'Other levels that a session proposes for an appraisal; the penilai alone rates again.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    id: t.id({ description: 'Global id.', select: { id: true }, resolve: ({ id }) => encodeId('CalibrationProposal', id) }),
    appraisal: t.field({
      type: Appraisal,
      nullable: true,
      description: 'The appraisal; empty for a member for whom it does not exist.',
      select: (_args, _context, nested) => ({ appraisal: nested() }),
      resolve: async ({ appraisal }, _args, context) => ((await seesAppraisal(context, appraisal.id)) ? appraisal : null),
    }),
    state: t.expose('state', { type: ProposalStateEnum, description: 'Where it stands.' }),
    fromPredikat: t.expose('fromPredikat', { type: PredikatEnum, nullable: true, description: 'Predikat when it was proposed.' }),
    resultRating: t.expose('resultRating', { type: LevelEnum, description: 'Hasil kerja as proposed.' }),
    behaviourRating: t.expose('behaviourRating', { type: LevelEnum, description: 'Perilaku as proposed.' }),
    reason: t.exposeString('reason', { description: 'Why.' }),
    decisionReason: t.exposeString('decisionReason', { nullable: true, description: 'Why it was agreed on or rejected.' }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true, description: 'When.' }),
    revision: t.exposeInt('revision', { description: 'Counts each decision.' }),
    actions: t.field({
      type: [Action],
      select: { state: true, revision: true, sessionId: true, appraisal: { select: { employeeId: true } } },
      description: 'AGREE and REJECT, with the reason where one is not possible now.',
      resolve: async ({ state, revision, sessionId, appraisal }, _args, context) => {
        const facts = { state, revision, rateeId: appraisal.employeeId, session: await factsOf(context, sessionId) }
        return namedVerdicts(proposalVerdicts(context.actor, facts, context.now))
      },
    }),
  }),
})

export const CalibrationSession = builder.prismaNode('CalibrationSession', {
  id: { field: 'id' },
  description: 'A calibration session over the appraisals of a unit. Exists for its members and whoever reads those appraisals.',
  authScopes: { signedIn: true },
  select: { id: true },
  fields: (t) => ({
    unit: t.relation('unit', { description: 'The unit with everything below it.' }),
    period: t.relation('period', { description: 'The period.' }),
    title: t.exposeString('title', { description: 'Title.' }),
    agenda: t.exposeString('agenda', { description: 'Agenda.' }),
    scheduledAt: t.expose('scheduledAt', { type: 'DateTime', description: 'When it is to be held.' }),
    quorum: t.exposeInt('quorum', { description: 'Members who must be present, not counting the person concerned.' }),
    state: t.expose('state', { type: CalibrationStateEnum, description: 'Where it stands.' }),
    openedAt: t.expose('openedAt', { type: 'DateTime', nullable: true, description: 'When it was opened.' }),
    lockedAt: t.expose('lockedAt', { type: 'DateTime', nullable: true, description: 'When it was locked.' }),
    minutes: t.exposeString('minutes', { nullable: true, description: 'Minutes, or why it was called off.' }),
    revision: t.exposeInt('revision', { description: 'Counts each step.' }),
    members: t.relatedConnection('members', {
      cursor: 'sessionId_employeeId',
      totalCount: true,
      description: 'Members.',
      query: { orderBy: { employeeId: 'asc' } },
    }),
    proposals: t.relatedConnection('proposals', {
      cursor: 'id',
      totalCount: true,
      description: 'Proposals, without those about the caller.',
      query: (_args, { actor }) => ({ where: visibleProposals(actor), orderBy: { id: 'asc' } }),
    }),
    actions: t.field({
      type: [Action],
      description: 'OPEN, ATTEND, PROPOSE, LOCK and CANCEL, with the reason where one is not possible now.',
      resolve: async ({ id }, _args, context) =>
        namedVerdicts(sessionVerdicts(context.actor, await factsOf(context, id), context.now)),
    }),
  }),
})

guardBy(
  'CalibrationSession',
  ({ actor }) => visibleSessions(actor),
  (db, where) => db.calibrationSession.findMany({ where, select: { id: true } }),
)

const CalibrationFilter = builder.inputType('CalibrationFilter', {
  description: 'Which sessions to list; conditions add up.',
  fields: (t) => ({
    periodKey: t.string({ description: 'Period, `2025`.' }),
    state: t.field({ type: CalibrationStateEnum, description: 'Where it stands.' }),
  }),
})

function listed(filter: typeof CalibrationFilter.$inferInput | null | undefined, { actor }: Context) {
  const { periodKey, state } = filter ?? {}
  const where = { ...(periodKey ? { period: { key: periodKey } } : {}), ...(state ? { state } : {}) }
  return { AND: [where, visibleSessions(actor)] }
}

builder.queryFields((t) => ({
  calibrationSession: t.prismaField({
    type: CalibrationSession,
    description: 'One session by id; NOT_FOUND when there is none that the caller may see.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: async (query, _root, { id }, { db, actor }) =>
      found(
        await db.calibrationSession.findFirst({
          ...query,
          where: { id: idOf('CalibrationSession', id), AND: [visibleSessions(actor)] },
        }),
      ),
  }),
  calibrationSessions: t.prismaConnection({
    type: CalibrationSession,
    cursor: 'id',
    description: 'Calibration sessions that the caller may see, newest first.',
    authScopes: { signedIn: true },
    args: { filter: t.arg({ type: CalibrationFilter, description: 'Which sessions.' }), offset: offsetArg(t) },
    totalCount: (_root, { filter }, context) => context.db.calibrationSession.count({ where: listed(filter, context) }),
    resolve: (query, _root, { filter, offset }, context) =>
      context.db.calibrationSession.findMany({
        ...withOffset(query, offset),
        where: listed(filter, context),
        orderBy: [{ scheduledAt: 'desc' }, { id: 'asc' }],
      }),
  }),
}))
