import { Action, namedVerdicts } from '../../actions.ts'
import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { encodeId, found, idOf, offsetArg, withOffset } from '../../list.ts'
import { guardBy } from '../../node-guards.ts'
import { Employee } from '../../organization/graphql/employee.ts'
import { seesEmployee } from '../../organization/queries.ts'
import { teamVerdicts } from '../policy.ts'
import { teamFacts } from '../queries/facts.ts'
import { seesTeam, teamWhere, visibleCheckpoints, visibleTeams } from '../queries.ts'
import { MonitoringOriginEnum, MonitoringRoleEnum, MonitoringTeamStateEnum } from './enums.ts'

/** The facts of a team of an answer: all of its teams cost one statement. */
async function factsOf({ db, loaders }: Context, id: string) {
  return found(
    await loaders.load('monitoringTeam.facts', id, async (ids) => {
      const facts = await teamFacts(db, ids)
      return ids.map((one) => facts.get(one) ?? null)
    }),
  )
}

builder.prismaObject('MonitoringMember', {
  description: 'A seat in a monitoring team.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    id: t.id({ description: 'Global id.', select: { id: true }, resolve: ({ id }) => encodeId('MonitoringMember', id) }),
    name: t.exposeString('name', { description: 'Name when the member was written down.' }),
    role: t.expose('role', { type: MonitoringRoleEnum, description: 'What they are in the team.' }),
    origin: t.expose('origin', { type: MonitoringOriginEnum, description: 'Whom they speak for.' }),
    employee: t.field({
      type: Employee,
      nullable: true,
      select: (_args, _context, nested) => ({ employee: nested() }),
      description: 'The employee; empty for a representative of the community and for somebody whom the caller may not see.',
      resolve: async ({ employee }, _args, context) =>
        employee && (await seesEmployee(context, employee.id, 'visible')) ? employee : null,
    }),
  }),
})

builder.prismaObject('MonitoringScope', {
  description: 'One thing that a team looks at: a unit with everything below it, a plan, or the cohort of a programme.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    id: t.id({ description: 'Global id.', select: { id: true }, resolve: ({ id }) => encodeId('MonitoringScope', id) }),
    unit: t.relation('unit', { nullable: true, description: 'The unit, where the scope is one.' }),
    planId: t.id({
      nullable: true,
      select: { planId: true },
      description: 'Global id of the plan, where the scope is one.',
      resolve: ({ planId }) => planId && encodeId('PembinaanPlan', planId),
    }),
    programmeId: t.id({
      nullable: true,
      select: { programmeId: true },
      description: 'Global id of the programme, where the scope is its cohort.',
      resolve: ({ programmeId }) => programmeId && encodeId('PembinaanProgramme', programmeId),
    }),
    label: t.string({
      select: {
        unit: { select: { name: true } },
        plan: { select: { title: true } },
        programme: { select: { code: true, name: true } },
      },
      description: 'Name of the unit, title of the plan, or code and name of the programme.',
      resolve: ({ unit, plan, programme }) => unit?.name ?? plan?.title ?? `${programme?.code} ${programme?.name}`,
    }),
  }),
})

export const MonitoringTeam = builder.prismaNode('MonitoringTeam', {
  id: { field: 'id' },
  description: 'Tim pemantau (domain D6). Exists for its members and within the reach of `monitoring.read`.',
  authScopes: ({ id }, context) => seesTeam(context, id),
  runScopesOnType: true,
  select: { id: true },
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name.' }),
    mandate: t.exposeString('mandate', { description: 'What it is to do.' }),
    unit: t.relation('unit', { description: 'The unit that it reports to.' }),
    decreeNumber: t.exposeString('decreeNumber', { nullable: true, description: 'Number of the decree that holds.' }),
    decreeOn: t.expose('decreeOn', { type: 'Date', nullable: true, description: 'Date of the decree.' }),
    startsOn: t.expose('startsOn', { type: 'Date', description: 'First day of its period.' }),
    endsOn: t.expose('endsOn', { type: 'Date', description: 'Last day of its period.' }),
    state: t.expose('state', { type: MonitoringTeamStateEnum, description: 'Where it stands.' }),
    stateReason: t.exposeString('stateReason', { nullable: true, description: 'Why it was called off, or how its work ended.' }),
    sampleSize: t.exposeInt('sampleSize', {
      nullable: true,
      description: 'Most participants of one programme who are looked at, drawn by lot; empty for all.',
    }),
    revision: t.exposeInt('revision', { description: 'Counts each change; a step names the number that it read.' }),
    members: t.relatedConnection('members', {
      cursor: 'id',
      totalCount: true,
      description: 'Members, the head first.',
      query: { orderBy: [{ role: 'asc' }, { id: 'asc' }] },
    }),
    scopes: t.relatedConnection('scopes', {
      cursor: 'id',
      totalCount: true,
      description: 'What it looks at.',
      query: { orderBy: { id: 'asc' } },
    }),
    checkpoints: t.relatedConnection('checkpoints', {
      cursor: 'id',
      totalCount: true,
      description: 'Its checkpoints, the next due first.',
      query: (_args, { actor }) => ({ where: visibleCheckpoints(actor), orderBy: [{ dueOn: 'asc' }, { id: 'asc' }] }),
    }),
    actions: t.field({
      type: [Action],
      description: 'EDIT, APPOINT, AMEND, FINISH and CANCEL, with the reason where one is not possible now.',
      resolve: async ({ id }, _args, context) =>
        namedVerdicts(teamVerdicts(context.actor, await factsOf(context, id), context.now)),
    }),
  }),
})

const MonitoringTeamFilter = builder.inputType('MonitoringTeamFilter', {
  description: 'Which teams to list; conditions add up.',
  fields: (t) => ({
    state: t.field({ type: MonitoringTeamStateEnum, description: 'Where it stands.' }),
    search: t.string({ description: 'Part of the name, at most 100 characters.' }),
    isMine: t.boolean({ description: 'The caller is a member.' }),
  }),
})

builder.queryFields((t) => ({
  monitoringTeam: t.prismaField({
    type: MonitoringTeam,
    description: 'One team by id; NOT_FOUND when there is none that the caller may see.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: async (query, _root, { id }, { db, actor }) =>
      found(
        await db.monitoringTeam.findFirst({ ...query, where: { id: idOf('MonitoringTeam', id), AND: [visibleTeams(actor)] } }),
      ),
  }),
  monitoringTeams: t.prismaConnection({
    type: MonitoringTeam,
    cursor: 'id',
    description: 'Monitoring teams that the caller may see, newest period first.',
    authScopes: { signedIn: true },
    args: { filter: t.arg({ type: MonitoringTeamFilter, description: 'Which teams.' }), offset: offsetArg(t) },
    totalCount: (_root, { filter }, { db, actor }) =>
      db.monitoringTeam.count({ where: { AND: [teamWhere(filter, actor), visibleTeams(actor)] } }),
    resolve: (query, _root, { filter, offset }, { db, actor }) =>
      db.monitoringTeam.findMany({
        ...withOffset(query, offset),
        where: { AND: [teamWhere(filter, actor), visibleTeams(actor)] },
        orderBy: [{ startsOn: 'desc' }, { id: 'asc' }],
      }),
  }),
}))

guardBy(
  'MonitoringTeam',
  ({ actor }) => visibleTeams(actor),
  (db, where) => db.monitoringTeam.findMany({ where, select: { id: true } }),
)
