import { Action, namedVerdicts } from '../../actions.ts'
import { builder } from '../../builder.ts'
import { ComplaintCategoryEnum } from '../../complaints/graphql/enums.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { found, idOf, offsetArg, withOffset } from '../../list.ts'
import { Employee } from '../../organization/graphql/employee.ts'
import { Unit } from '../../organization/graphql/unit.ts'
import { seesEmployee } from '../../organization/queries.ts'
import { fkpVerdicts, manages, mayCloseAgreement } from '../policy.ts'
import { fkpFacts, seesFkp, unitsAbove } from '../queries/facts.ts'
import { fkpWhere, settledIssues, visibleFkps } from '../queries.ts'

export const FkpStateEnum = builder.enumType('FkpState', {
  description: 'Where a forum stands (LOCAL).',
  values: {
    RANCANGAN: { description: 'A draft.' },
    TERJADWAL: { description: 'The invitations are out.' },
    BERLANGSUNG: { description: 'Under way: issues and agreements are taken down.' },
    SELESAI: { description: 'The minutes are settled.' },
    DIPUBLIKASI: { description: 'Published as “you said, we did”.' },
    BATAL: { description: 'Called off.' },
  } as const,
})

export const FkpRoleEnum = builder.enumType('FkpRole', {
  description: 'As what somebody takes part (PermenPANRB 16/2017).',
  values: {
    PENYELENGGARA: { description: 'Provider of the service.' },
    PENGGUNA_LAYANAN: { description: 'User of the service.' },
    AHLI: { description: 'Expert or academic.' },
    MEDIA: { description: 'Press.' },
    MASYARAKAT_SIPIL: { description: 'Civil society.' },
  } as const,
})

const FkpAgreementStateEnum = builder.enumType('FkpAgreementState', {
  description: 'What came of an agreement.',
  values: {
    BERJALAN: { description: 'Being done.' },
    SELESAI: { description: 'Done, with a proof.' },
    TIDAK_DILANJUTKAN: { description: 'Not pursued, with the reason.' },
  } as const,
})

const FkpInvitation = builder.prismaObject('FkpInvitation', {
  description: 'Somebody who was invited to a forum. Only the role is public.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Id of the invitation, for the record of attendance.' }),
    role: t.expose('role', { type: FkpRoleEnum, description: 'As what.' }),
    organisation: t.exposeString('organisation', { description: 'The body that sends somebody.' }),
    person: t.exposeString('person', { nullable: true, description: 'The person, where known.' }),
    attended: t.exposeBoolean('attended', { nullable: true, description: 'Came; empty until attendance was taken.' }),
  }),
})

const FkpAgreement = builder.prismaNode('FkpAgreement', {
  id: { field: 'id' },
  description: 'What a forum agreed upon: “we did” once it is closed.',
  authScopes: ({ fkpId }, context) => seesFkp(context, fkpId),
  runScopesOnType: true,
  select: { id: true, fkpId: true },
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Number within the forum.' }),
    text: t.exposeString('text', { description: 'What was agreed.' }),
    owner: t.field({
      type: Employee,
      nullable: true,
      description: 'Who answers for it; empty for whoever may not see that employee.',
      select: (_args, _context, nested) => ({ owner: nested() }),
      resolve: async ({ owner }, _args, context) => ((await seesEmployee(context, owner.id, 'visible')) ? owner : null),
    }),
    dueOn: t.expose('dueOn', { type: 'Date', description: 'Until when.' }),
    state: t.expose('state', { type: FkpAgreementStateEnum, description: 'What came of it.' }),
    isOverdue: t.boolean({
      select: { state: true, dueOn: true },
      description: 'Past its day and not closed.',
      resolve: ({ state, dueOn }, _args, { now }) => state === 'BERJALAN' && dueOn < civilDate(now),
    }),
    result: t.exposeString('result', { nullable: true, description: 'What was done, or why not; the public reads it.' }),
    proofUrl: t.exposeString('proofUrl', { nullable: true, description: 'Address of the proof.' }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true, description: 'When it was closed.' }),
    actions: t.field({
      type: [Action],
      select: { state: true, ownerId: true, fkp: { select: { state: true, unitId: true } } },
      description: 'Whether the caller may close it now, with the reason where not.',
      resolve: async ({ state, ownerId, fkp }, _args, context) => {
        const underUnitIds = await unitsAbove(context, fkp.unitId)
        return namedVerdicts({
          CLOSE_FKP_AGREEMENT: mayCloseAgreement(context.actor, { state, ownerId, underUnitIds, fkpState: fkp.state }),
        })
      },
    }),
  }),
})

const FkpIssue = builder.prismaObject('FkpIssue', {
  description: 'What a forum raised: “you said”.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Number within the forum.' }),
    unit: t.relation('unit', { description: 'The unit that it is about.' }),
    category: t.expose('category', { type: ComplaintCategoryEnum, description: 'What it is about.' }),
    raisedBy: t.expose('raisedBy', { type: FkpRoleEnum, description: 'Who raised it, by role.' }),
    text: t.exposeString('text', { description: 'The issue.' }),
    isPlanned: t.boolean({
      select: { planId: true },
      description: 'A plan of pembinaan takes it up.',
      resolve: ({ planId }) => planId !== null,
    }),
    agreements: t.relatedConnection('agreements', {
      type: FkpAgreement,
      cursor: 'id',
      totalCount: true,
      description: 'What was agreed about it.',
      query: { orderBy: { number: 'asc' } },
    }),
  }),
})

export const Fkp = builder.prismaNode('Fkp', {
  id: { field: 'id' },
  description:
    'Forum konsultasi publik of a unit (PermenPANRB 16/2017). Settled ones exist for everybody who is signed in, drafts for who manages forums.',
  authScopes: ({ id }, context) => seesFkp(context, id),
  runScopesOnType: true,
  select: { id: true, unitId: true },
  fields: (t) => ({
    unit: t.relation('unit', { description: 'The unit that holds it.' }),
    title: t.exposeString('title', { description: 'Title.' }),
    purpose: t.exposeString('purpose', { description: 'What it is to find out.' }),
    place: t.exposeString('place', { description: 'Where.' }),
    heldOn: t.expose('heldOn', { type: 'Date', description: 'On which day.' }),
    state: t.expose('state', { type: FkpStateEnum, description: 'Where it stands.' }),
    minutes: t.exposeString('minutes', { nullable: true, description: 'Berita acara, once settled.' }),
    cancelReason: t.exposeString('cancelReason', { nullable: true, description: 'Why it was called off.' }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', nullable: true, description: 'When it was published.' }),
    overdue: t.relationCount('agreements', {
      description: 'Agreements past their day.',
      where: (_args, { now }) => ({ state: 'BERJALAN' as const, dueOn: { lt: civilDate(now) } }),
    }),
    invitations: t.relatedConnection('invitations', {
      type: FkpInvitation,
      cursor: 'id',
      totalCount: true,
      nullable: true,
      description: 'Who was invited; for who manages forums of the unit.',
      authScopes: async ({ unitId }, _args, context) => manages(context.actor, await unitsAbove(context, unitId)) === true,
      query: { orderBy: [{ role: 'asc' }, { organisation: 'asc' }, { id: 'asc' }] },
    }),
    issues: t.relatedConnection('issues', {
      type: FkpIssue,
      cursor: 'id',
      totalCount: true,
      description: 'What was raised.',
      query: { orderBy: { number: 'asc' } },
    }),
    revision: t.exposeInt('revision', { description: 'Counts each change; a step names the number that it read.' }),
    actions: t.field({
      type: [Action],
      select: { id: true, state: true, revision: true, heldOn: true, unitId: true },
      description: 'What the caller may do with it now, with the reason where not.',
      resolve: async (row, _args, context) =>
        namedVerdicts(fkpVerdicts(context.actor, await fkpFacts(context, row), context.now)),
    }),
  }),
})

builder.prismaObjectFields(Unit, (t) => ({
  fkpIssues: t.relatedConnection('fkpIssues', {
    type: FkpIssue,
    cursor: 'id',
    totalCount: true,
    description: 'Issues of settled forums about this unit, newest first: a signal of the public for the needs of pembinaan.',
    query: { where: settledIssues, orderBy: [{ fkp: { heldOn: 'desc' } }, { number: 'asc' }, { id: 'asc' }] },
  }),
}))

const FkpFilter = builder.inputType('FkpFilter', {
  description: 'Which forums to list; conditions add up.',
  fields: (t) => ({
    state: t.field({ type: FkpStateEnum, description: 'Where it stands.' }),
    underUnitId: t.id({ description: 'Of this unit or one below it.' }),
    search: t.string({ description: 'Part of the title, at most 100 characters.' }),
    hasOverdue: t.boolean({ description: 'An agreement is past its day.' }),
    isMine: t.boolean({ description: "An open agreement of it is the caller's." }),
  }),
})

const FkpOrder = builder.enumType('FkpOrder', {
  description: 'Order of a list of forums.',
  values: { HELD_DESC: { description: 'Newest first.' }, HELD_ASC: { description: 'Oldest first.' } },
})

const orders = {
  HELD_DESC: [{ heldOn: 'desc' }, { id: 'asc' }],
  HELD_ASC: [{ heldOn: 'asc' }, { id: 'asc' }],
} as const

builder.queryFields((t) => ({
  fkp: t.prismaField({
    type: Fkp,
    description: 'One forum by id; NOT_FOUND when there is none that the caller may see.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: async (query, _root, { id }, { db, actor }) =>
      found(await db.fkp.findFirst({ ...query, where: { id: idOf('Fkp', id), AND: [visibleFkps(actor)] } })),
  }),
  fkps: t.prismaConnection({
    type: Fkp,
    cursor: 'id',
    description: 'Forums that the caller may see.',
    authScopes: { signedIn: true },
    args: {
      filter: t.arg({ type: FkpFilter, description: 'Which forums.' }),
      orderBy: t.arg({ type: FkpOrder, defaultValue: 'HELD_DESC', description: 'In which order.' }),
      offset: offsetArg(t),
    },
    totalCount: (_root, { filter }, { db, actor, now }) =>
      db.fkp.count({ where: { AND: [fkpWhere(filter, actor, civilDate(now)), visibleFkps(actor)] } }),
    resolve: (query, _root, { filter, orderBy, offset }, { db, actor, now }) =>
      db.fkp.findMany({
        ...withOffset(query, offset),
        where: { AND: [fkpWhere(filter, actor, civilDate(now)), visibleFkps(actor)] },
        orderBy: [...orders[orderBy ?? 'HELD_DESC']],
      }),
  }),
}))
