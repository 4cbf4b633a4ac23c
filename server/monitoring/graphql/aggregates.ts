import { builder } from '../../builder.ts'
import { say } from '../../language.ts'
import { found, idOf } from '../../list.ts'
import { Unit } from '../../organization/graphql/unit.ts'
import { visibleEmployees } from '../../organization/queries.ts'
import { type ConflictPreview, type MemberConflict, previewConflicts } from '../queries/conflicts.ts'
import { type Coverage, coverageOf, type Timeliness, timeliness } from '../queries/coverage.ts'
import { visibleTeams } from '../queries.ts'
import { conflictWords } from '../rules/conflict.ts'
import { MonitoringTeam } from './team.ts'

const CheckpointTimeliness = builder.objectRef<Timeliness>('CheckpointTimeliness').implement({
  description: 'How the checkpoints of a team stand, of those that the caller may see.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    team: t.field({
      type: MonitoringTeam,
      nullable: true,
      description: 'The team; empty for checkpoints without one, and for one that the caller may not see.',
      resolve: ({ teamId }, _args, { db, loaders, actor }) =>
        teamId === null
          ? null
          : loaders.load('monitoringTeam.byId', teamId, async (ids) => {
              const rows = await db.monitoringTeam.findMany({ where: { AND: [{ id: { in: [...ids] } }, visibleTeams(actor)] } })
              return ids.map((id) => rows.find((row) => row.id === id) ?? null)
            }),
    }),
    due: t.exposeInt('due', { description: 'Fallen due.' }),
    inTime: t.exposeInt('inTime', { description: 'Filed by the seventh day after they fell due (LOCAL).' }),
    late: t.exposeInt('late', { description: 'Filed later.' }),
    overdue: t.exposeInt('overdue', { description: 'Past that day and not filed.' }),
    rate: t.expose('rate', {
      type: 'Decimal',
      nullable: true,
      description: 'In time out of filed and overdue ones, 0–1; 4 decimals.',
    }),
  }),
})

const MonitoringCoverage = builder.objectRef<Coverage>('MonitoringCoverage').implement({
  description: 'How far monitoring reaches in a unit and everything below it, over programmes that ended within 365 days.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    unit: t.field({
      type: Unit,
      description: 'The unit.',
      resolve: async ({ unitId }, _args, { db, loaders }) =>
        found(
          await loaders.load('unit.byId', unitId, async (ids) => {
            const rows = await db.unit.findMany({ where: { id: { in: [...ids] } } })
            return ids.map((id) => rows.find((row) => row.id === id) ?? null)
          }),
        ),
    }),
    trained: t.exposeInt('trained', { description: 'Participations of people who took part.' }),
    covered: t.exposeInt('covered', { description: 'Of these, with at least one checkpoint.' }),
    seen: t.exposeInt('seen', { description: 'Of these, with at least one that was filed.' }),
    overdue: t.exposeInt('overdue', { description: 'Checkpoints in state TERLEWAT.' }),
  }),
})

const MonitoringConflict = builder.objectRef<MemberConflict & { readonly name: string }>('MonitoringConflict').implement({
  description: 'A member who may not look at some of the people within a scope (domain D6).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the member.' }),
    conflict: t.exposeString('conflict', { description: 'SELF, SUPERIOR or SUBORDINATE.' }),
    reason: t.string({
      description: 'Why, in the language of the caller.',
      resolve: ({ conflict }, _args, { language }) => say(conflictWords[conflict], language),
    }),
    people: t.exposeInt('people', { description: 'How many people it concerns.' }),
    examples: t.exposeStringList('examples', { description: 'Names of three of them at most.' }),
  }),
})

type Preview = Omit<ConflictPreview, 'conflicts'> & {
  readonly conflicts: readonly (MemberConflict & { readonly name: string })[]
}

const MonitoringConflictPreview = builder.objectRef<Preview>('MonitoringConflictPreview').implement({
  description: 'Conflicts of interest of a team before it is saved. Checkpoints go to members who are free of them.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    people: t.exposeInt('people', { description: 'People within the scope.' }),
    uncovered: t.exposeInt('uncovered', { description: 'People whom no member may look at.' }),
    conflicts: t.field({
      type: [MonitoringConflict],
      description: 'Members with conflicts.',
      resolve: ({ conflicts }) => [...conflicts],
    }),
  }),
})

builder.queryFields((t) => ({
  checkpointTimeliness: t.field({
    type: [CheckpointTimeliness],
    description: 'Timeliness of checkpoints by team, of those that the caller may see.',
    authScopes: { signedIn: true },
    resolve: (_root, _args, context) => timeliness(context),
  }),
  monitoringCoverage: t.field({
    type: [MonitoringCoverage],
    description: 'The map of coverage: the units right below one, or below the roots.',
    authScopes: { permission: 'monitoring.read' },
    args: { parentId: t.arg.id({ description: 'Unit whose parts are shown; left out, those below the roots.' }) },
    resolve: (_root, { parentId }, { db, actor, now }) => coverageOf(db, actor, parentId ? idOf('Unit', parentId) : null, now),
  }),
  monitoringConflicts: t.field({
    type: MonitoringConflictPreview,
    description: 'Conflicts of interest between members and the people within a scope, before anything is saved.',
    authScopes: { permission: 'monitoring.manage' },
    args: {
      memberIds: t.arg.idList({ required: true, description: 'Employees, at most 50.' }),
      unitIds: t.arg.idList({ description: 'Units of the scope, at most 50.' }),
      planIds: t.arg.idList({ description: 'Plans of the scope, at most 50.' }),
      programmeIds: t.arg.idList({ description: 'Programmes of the scope, at most 50.' }),
    },
    resolve: async (_root, { memberIds, unitIds, planIds, programmeIds }, { db, actor }) => {
      const ids = (type: string, list: readonly (string | number)[] | null | undefined) =>
        (list ?? []).slice(0, 50).map((id) => idOf(type, String(id)))
      const known = await db.employee.findMany({
        where: { id: { in: ids('Employee', memberIds) }, AND: [visibleEmployees(actor)] },
        select: { id: true, name: true },
      })
      const names = new Map(known.map(({ id, name }) => [id, name]))
      const preview = await previewConflicts(db, [...names.keys()], {
        unitIds: ids('Unit', unitIds),
        planIds: ids('PembinaanPlan', planIds),
        programmeIds: ids('PembinaanProgramme', programmeIds),
      })
      return { ...preview, conflicts: preview.conflicts.map((one) => ({ ...one, name: names.get(one.memberId) ?? '' })) }
    },
  }),
}))
