import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { idOf, offsetArg, withOffset } from '../../list.ts'
import { Employee } from '../../organization/graphql/employee.ts'
import { visibleEmployees } from '../../organization/queries.ts'
import { recordPotential } from '../commands/potential.ts'
import { placements, type TalentGrid, type TalentScope, talentGrid } from '../queries/talent.ts'
import { assessedEmployees, seesPotential } from '../queries.ts'

const PotentialEnum = builder.enumType('Potential', {
  description: 'Potential of a person as assessed (PermenPANRB 3/2020).',
  values: {
    TINGGI: { description: 'High.' },
    MENENGAH: { description: 'Middle.' },
    RENDAH: { description: 'Low.' },
  } as const,
})

builder.prismaNode('PotentialAssessment', {
  id: { field: 'id' },
  description: 'What an assessment of potential found. Exists for the assessed person and for the personnel office.',
  authScopes: ({ employeeId }, context) => seesPotential(context, employeeId),
  runScopesOnType: true,
  select: { id: true, employeeId: true },
  fields: (t) => ({
    assessedOn: t.expose('assessedOn', { type: 'Date', description: 'Day of the assessment.' }),
    potential: t.expose('potential', { type: PotentialEnum, description: 'As the assessors wrote it.' }),
    score: t.expose('score', {
      type: 'Decimal',
      nullable: true,
      description: 'Score, 0 to 100; where there is one, the cut-offs of the settings decide (LOCAL).',
    }),
    source: t.exposeString('source', { description: 'Who assessed.' }),
  }),
})

builder.prismaObjectField(Employee, 'potentials', (t) =>
  t.relatedConnection('potentials', {
    cursor: 'id',
    totalCount: true,
    nullable: true,
    authScopes: ({ id }, _args, context) => seesPotential(context, id),
    description: 'Assessments of potential, newest first.',
    query: { orderBy: [{ assessedOn: 'desc' }, { id: 'desc' }] },
  }),
)

const UnplacedReason = builder.enumType('UnplacedReason', {
  description: 'Why somebody stands in no talent box.',
  values: {
    NO_RESULT: { description: 'No final result of the period.' },
    NO_POTENTIAL: { description: 'No assessment of potential up to the end of the period.' },
  } as const,
})

const TalentBoxCount = builder.objectRef<TalentGrid['boxes'][number]>('TalentBoxCount').implement({
  description: 'One of the nine boxes of PermenPANRB 3/2020: 7, 8 and 9 are the talent pool.',
  authScopes: { permission: 'recognition.manage' },
  fields: (t) => ({
    box: t.exposeInt('box', { description: 'Number of the box, 1 to 9.' }),
    people: t.exposeInt('people', { description: 'How many people stand in it.' }),
  }),
})

const UnplacedCount = builder.objectRef<TalentGrid['unplaced'][number]>('UnplacedCount').implement({
  description: 'People who stand in no box.',
  authScopes: { permission: 'recognition.manage' },
  fields: (t) => ({
    reason: t.expose('missing', { type: UnplacedReason, description: 'Why.' }),
    people: t.exposeInt('people', { description: 'How many.' }),
  }),
})

const TalentGridType = builder.objectRef<TalentGrid>('TalentGrid').implement({
  description: 'The talent boxes of a unit with everything below it (F19). A picture to talk about; it decides nothing.',
  authScopes: { permission: 'recognition.manage' },
  fields: (t) => ({
    people: t.exposeInt('people', { description: 'Everybody who is appraised in the period.' }),
    boxes: t.expose('boxes', { type: [TalentBoxCount], description: 'All nine, 9 first.', extensions: { rows: 9 } }),
    unplaced: t.expose('unplaced', { type: [UnplacedCount], description: 'Those who stand in none.', extensions: { rows: 2 } }),
  }),
})

const scope = {
  periodKey: { required: true, description: 'Year, `2025`.' },
  underUnitId: { description: 'Unit with everything below it; left out, everything that the caller manages.' },
} as const

const PotentialInput = builder.inputType('RecordPotentialInput', {
  description: 'An assessment of potential.',
  fields: (t) => ({
    employeeId: t.id({ required: true, description: 'Who was assessed.' }),
    assessedOn: t.string({ required: true, description: 'Day of the assessment, ISO; today at the latest.' }),
    potential: t.field({ type: PotentialEnum, required: true, description: 'As the assessors wrote it.' }),
    score: t.string({ description: 'Score, 0 to 100 with at most two decimals.' }),
    source: t.string({ required: true, description: 'Who assessed, 3 to 200 characters.' }),
  }),
})

builder.queryFields((t) => ({
  talentGrid: t.field({
    type: TalentGridType,
    description: 'How many people stand in each talent box, within the reach of the caller.',
    authScopes: { permission: 'recognition.manage' },
    args: { periodKey: t.arg.string(scope.periodKey), underUnitId: t.arg.id(scope.underUnitId) },
    resolve: (_root, args, context) => talentGrid(context, args),
  }),
  talentPeople: t.prismaConnection({
    type: Employee,
    cursor: 'id',
    description: 'The people of one talent box, by name.',
    authScopes: { permission: 'recognition.manage' },
    args: {
      periodKey: t.arg.string(scope.periodKey),
      underUnitId: t.arg.id(scope.underUnitId),
      box: t.arg.int({ required: true, description: 'Number of the box, 1 to 9.' }),
      offset: offsetArg(t),
    },
    totalCount: async (_root, { box, ...args }, context) => (await idsInBox(context, args, box)).length,
    resolve: async (query, _root, { box, offset, periodKey, underUnitId }, context) =>
      context.db.employee.findMany({
        ...withOffset(query, offset),
        where: {
          id: { in: await idsInBox(context, { periodKey, underUnitId }, box) },
          AND: [visibleEmployees(context.actor), assessedEmployees(context.actor)],
        },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      }),
  }),
}))

/** Everybody's place, asked once in a request however often it is needed. */
async function idsInBox(context: Context, scope: TalentScope, box: number): Promise<string[]> {
  const key = JSON.stringify([scope.periodKey, scope.underUnitId ?? null])
  const placed = await context.loaders.load('recognition.placements', key, (keys) =>
    Promise.all(keys.map(() => placements(context, scope))),
  )
  return placed.flatMap(({ employeeId, placement }) => (placement.box === box ? [employeeId] : []))
}

builder.mutationField('recordPotential', (t) =>
  t.prismaField({
    type: Employee,
    description: 'Records an assessment of potential; nobody records their own. CONFLICT for a second one of the same day.',
    authScopes: { permission: 'recognition.manage' },
    args: { input: t.arg({ type: PotentialInput, required: true, description: 'The assessment.' }) },
    resolve: async (query, _root, { input }, { db, execute }) => {
      const { employeeId } = await execute(recordPotential, { ...input, employeeId: idOf('Employee', input.employeeId) })
      return db.employee.findUniqueOrThrow({ ...query, where: { id: employeeId } })
    },
  }),
)
