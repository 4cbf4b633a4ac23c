import { type GraphQLField, type GraphQLObjectType, getNamedType, graphql, isObjectType, isRequiredArgument } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createContext } from '../server/context.ts'
import { DomainError } from '../server/errors.ts'
import { type Actor, anonymous, systemActor } from '../server/identity/policy.ts'
import { encodeId } from '../server/list.ts'
import { correctEmployee } from '../server/organization/commands/employees.ts'
import { closeDataIssue } from '../server/organization/commands/issues.ts'
import { changeUnit } from '../server/organization/commands/units.ts'
import { schema } from '../server/schema.ts'
import { execute } from '../server/transact.ts'
import { cityDay } from './city-day.ts'
import type { TestDatabase } from './database.ts'
import { createDemoDatabase } from './demo-database.ts'

type Field = GraphQLField<unknown, unknown>

/** The way from a record to other records: a field, or several through parts that are no records of their own. */
type Relation = { readonly parent: GraphQLObjectType; readonly way: readonly Field[]; readonly target: GraphQLObjectType }

const objects = Object.values(schema.getTypeMap()).filter(isObjectType)
const isNode = (type: unknown): type is GraphQLObjectType =>
  isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node')
const isPage = (type: unknown): type is GraphQLObjectType => isObjectType(type) && type.name.endsWith('Connection')

/** What a field answers, or what the page that it answers is made of. */
function itemOf({ type }: Field): unknown {
  const named = getNamedType(type)
  return isPage(named) ? getNamedType(named.getFields().nodes?.type) : named
}

function relationsOf(parent: GraphQLObjectType, at: GraphQLObjectType, before: readonly Field[]): Relation[] {
  return Object.values(at.getFields()).flatMap((field): Relation[] => {
    const [target, way] = [itemOf(field), [...before, field]]
    if (isNode(target)) return [{ parent, way, target }]
    return isObjectType(target) && way.length < 3 && !before.includes(field) ? relationsOf(parent, target, way) : []
  })
}

const nodeTypes = objects.filter(isNode)
const relations = nodeTypes.flatMap((type) => relationsOf(type, type, []))
const nameOf = ({ parent, way }: Relation) => [parent.name, ...way.map(({ name }) => name)].join('.')

const now = cityDay
const pageSize = 20

let testing: TestDatabase
let actors: ReadonlyMap<string, Actor>

beforeAll(async () => {
  testing = await createDemoDatabase({ statementTimeoutMs: 30_000 })
  actors = await createActors()
  await leaveTraces()
}, 120_000)
afterAll(() => testing.drop())

/** The demo users, one of them reduced to an office, a token with few scopes, and a visitor. */
async function createActors(): Promise<ReadonlyMap<string, Actor>> {
  const { prisma } = testing.database
  const users = await prisma.user.findMany({ include: { grants: true } })
  const office = await prisma.unit.findFirstOrThrow({ where: { type: 'DINAS', children: { some: {} } } })
  const all = users.map(
    ({ id, username, employeeId, grants }): Actor => ({ ...anonymous, kind: 'USER', id, label: username, employeeId, grants }),
  )
  const partial: Actor[] = (['ADMIN', 'TIM_KINERJA', 'INSPECTOR'] as const).map((role) => ({
    ...anonymous,
    kind: 'USER',
    id: '00000000-0000-7000-8000-000000000001',
    label: `${role} of one office`,
    grants: [{ role, unitId: office.id }],
  }))
  const token: Actor = {
    ...anonymous,
    kind: 'TOKEN',
    id: '00000000-0000-7000-8000-000000000002',
    label: 'token',
    grants: [{ role: 'INTEGRATOR', unitId: null }],
    scopes: ['organization.read', 'aggregates.read'],
  }
  return new Map([...all, ...partial, token].map((actor) => [actor.label, actor]))
}
/** What the demo city does not hold: a session, an open and a closed data issue, and changes that the audit trail tells of. */
async function leaveTraces(): Promise<void> {
  const { database } = testing
  const caller = { actor: systemActor('test'), now }
  const { id: userId, employeeId } = await database.prisma.user.findUniqueOrThrow({ where: { username: 'pegawai' } })
  const unit = await database.prisma.unit.findFirstOrThrow({ where: { closedOn: null }, orderBy: { id: 'asc' } })
  await database.prisma.session.create({ data: { userId, tokenHash: 'test', device: 'test', expiresAt: new Date('2100-01-01') } })
  const issue = { code: 'NAME_SUSPECT', employeeId, unitId: unit.id, detail: 'test' }
  await database.prisma.dataIssue.create({ data: { ...issue, dedupeKey: 'test open' } })
  const { id } = await database.prisma.dataIssue.create({ data: { ...issue, dedupeKey: 'test closed' } })
  await leaveRemarks(employeeId ?? '', unit.id)
  await leaveFigure(unit.id)
  await leaveSurvey()
  await leavePapers()
  await execute(database, closeDataIssue, { id, resolution: 'DISMISSED', reason: 'test' }, caller)
  await execute(database, correctEmployee, { id: employeeId ?? '', phone: '0899000000' }, caller)
  await execute(database, changeUnit, { id: unit.id, name: 'Another name', validFrom: new Date('2026-08-01') }, caller)
}

/** A one-day rate that went into two measurements. */
async function leaveFigure(unitId: string): Promise<void> {
  const { prisma } = testing.database
  const [first, last] = await Promise.all([
    prisma.realisation.findFirstOrThrow({ orderBy: { id: 'asc' } }),
    prisma.realisation.findFirstOrThrow({ orderBy: { id: 'desc' } }),
  ])
  const left = { censored: 0, duplicate: 0, outOfScope: 0, withdrawn: 0, spam: 0, reopened: 0, reopenRate: 0 }
  const rate = { handled: 3, eligible: 4, rate: 0.75, ciLow: 0.3, ciHigh: 0.95, asOf: now, recordedAt: now, contentHash: 'test' }
  const of = { unitId, periodId: first.periodId, realisationId: first.id, reopenRealisationId: last.id }
  await prisma.complaintFigure.create({ data: { ...of, ...rate, ...left } })
}

/** A survey that measured the indicator of its unit. */
async function leaveSurvey(): Promise<void> {
  const { prisma } = testing.database
  const { id: surveyId, unitId } = await prisma.survey.findFirstOrThrow({ where: { snapshot: null }, orderBy: { id: 'asc' } })
  const { id: realisationId, series } = await prisma.realisation.findFirstOrThrow({
    where: { series: { unitId } },
    select: { id: true, series: { select: { indicatorId: true } } },
  })
  await prisma.survey.update({ where: { id: surveyId }, data: { indicatorId: series.indicatorId } })
  await prisma.surveySnapshot.create({
    data: { surveyId, respondents: 40, content: {}, contentHash: 'test', takenAt: now, realisationId },
  })
}

/** A printed appraisal, and a monitoring team for a unit. */
async function leavePapers(): Promise<void> {
  const { prisma } = testing.database
  const { id: appraisalId } = await prisma.appraisal.findFirstOrThrow({ where: { state: 'FINAL' }, orderBy: { id: 'asc' } })
  await prisma.dossier.create({ data: { appraisalId, code: 'test', contentHash: 'test', fileHash: 'test', state: 'FINAL' } })
  const { id: teamId, unitId } = await prisma.monitoringTeam.findFirstOrThrow({ orderBy: { id: 'asc' } })
  await prisma.monitoringScope.create({ data: { teamId, unitId } })
}

/** Notes on a record of each type that takes them, and somebody who looked. */
async function leaveRemarks(employeeId: string, unitId: string): Promise<void> {
  const { prisma } = testing.database
  const indicator = await prisma.indicator.findFirstOrThrow({ orderBy: { id: 'asc' } })
  const appraisal = await prisma.appraisal.findFirstOrThrow({ where: { employeeId } })
  const remark = { authorLabel: 'test', text: 'test', createdAt: now }
  const owners = [{ employeeId }, { unitId }, { indicatorId: indicator.id }, { appraisalId: appraisal.id }]
  for (const owner of owners) await prisma.note.create({ data: { ...remark, ...owner } })
  const reader = { actorKind: 'USER', actorId: '00000000-0000-7000-8000-000000000003', actorLabel: 'test' }
  const seen = { entityType: 'Employee', entityId: employeeId, employeeId, part: 'HISTORY', at: now, hour: now } as const
  await prisma.recordView.create({ data: { ...reader, ...seen } })
}

/** Global ids of some records of each type, whoever may see them: the first, the last, and those of the people behind the actors. */
async function sampleIds({ name, extensions }: GraphQLObjectType): Promise<string[]> {
  const { prisma } = testing.database
  if (!('pothosPrismaModel' in extensions) || !extensions.pothosPrismaModel) {
    const events = await prisma.auditEvent.findMany({ select: { sequence: true }, orderBy: { sequence: 'desc' }, take: 20 })
    return events.map(({ sequence }) => encodeId(name, sequence))
  }
  const table = prisma[`${name.charAt(0).toLowerCase()}${name.slice(1)}` as 'employee']
  const people = [...actors.values()].flatMap(({ employeeId }) => employeeId ?? [])
  const own =
    name === 'Employee'
      ? { id: { in: people } }
      : 'employeeId' in table.fields
        ? { employeeId: { in: people } }
        : { id: { in: [] } }
  const [first, last, theirs] = [
    await table.findMany({ select: { id: true }, orderBy: { id: 'asc' }, take: 20 }),
    await table.findMany({ select: { id: true }, orderBy: { id: 'desc' }, take: 20 }),
    await table.findMany({ select: { id: true }, where: own, take: 40 }),
  ]
  const rare = await rareIds(name)
  return [...new Set([...first, ...last, ...theirs, ...rare].map(({ id }) => encodeId(name, id)))]
}

/** Records that only few relations lead on from, and that a sample would miss. */
async function rareIds(type: string): Promise<{ id: string }[]> {
  const { prisma } = testing.database
  const [select, take] = [{ id: true }, 40] as const
  if (type === 'Appraisal') {
    const where = {
      OR: [{ parts: { some: {} } }, { isCurrent: false }, { objection: { isNot: null } }, { dossiers: { some: {} } }],
    }
    return prisma.appraisal.findMany({ select, take, where })
  }
  if (type === 'Employee') {
    return prisma.employee.findMany({ select, take, where: { OR: [{ awards: { some: {} } }, { checkpoints: { some: {} } }] } })
  }
  if (type === 'Realisation') return prisma.realisation.findMany({ select, take, where: { surveySnapshot: { isNot: null } } })
  return []
}

function ask(actor: Actor, source: string, ids: readonly string[]) {
  const contextValue = createContext(testing.database, actor, now, 'en')
  return graphql({ schema, source, variableValues: { ids }, contextValue })
}

/** `field(…) { … { id } }` along a way. */
function selectionOf([field, ...rest]: readonly Field[]): string {
  if (!field) return 'id'
  const args = [
    ...field.args.filter(isRequiredArgument).map(({ name }) => `${name}: "2026-01-01"`),
    ...(isPage(getNamedType(field.type)) ? [`first: ${pageSize}`] : []),
  ].join(', ')
  const inner = selectionOf(rest)
  return `${field.name}${args && `(${args})`} { ${isPage(getNamedType(field.type)) ? `totalCount nodes { ${inner} }` : inner} }`
}

type Reached = { readonly ids: Set<string>; readonly miscounted: string[] }

/** The ids at the end of a way, and the pages on it whose count tells of rows that are not on them. */
function follow(value: unknown, [field, ...rest]: readonly Field[], reached: Reached): void {
  if (typeof value !== 'object' || value === null) return
  if (!field) {
    if ('id' in value && typeof value.id === 'string') reached.ids.add(value.id)
    return
  }
  const next = (value as Record<string, unknown>)[field.name]
  if (typeof next !== 'object' || next === null) return
  if (!isPage(getNamedType(field.type))) {
    for (const item of Array.isArray(next) ? next : [next]) follow(item, rest, reached)
    return
  }
  const { totalCount, nodes } = next as { totalCount: number; nodes: unknown[] }
  if (nodes.length !== Math.min(totalCount, pageSize)) reached.miscounted.push(`${field.name}: ${nodes.length} of ${totalCount}`)
  for (const node of nodes) follow(node, rest, reached)
}

/** Everything that one actor reaches over one relation. */
async function reach(actor: Actor, { parent, way }: Relation, ids: readonly string[]) {
  const { data, errors = [] } = await ask(
    actor,
    `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${parent.name} { ${selectionOf(way)} } } }`,
    ids,
  )
  const reached: Reached = { ids: new Set(), miscounted: [] }
  for (const node of (data?.nodes ?? []) as unknown[]) follow(node, way, reached)
  // A refused record in a page shows that it is there.
  const holes = errors.filter(({ path }) => path && path.length > 2 && typeof path.at(-1) === 'number')
  const faults = errors.filter(({ originalError }) => !(originalError instanceof DomainError)).map(({ message }) => message)
  return { ...reached, holes: holes.map(({ path }) => path?.join('.')), faults }
}

describe('a relation leads an actor only to records that the actor may also open directly', () => {
  const samples = new Map<string, readonly string[]>()

  beforeAll(async () => {
    for (const type of nodeTypes) samples.set(type.name, await sampleIds(type))
  })

  for (const relation of relations) {
    test(nameOf(relation), async () => {
      let seen = 0
      for (const actor of actors.values()) {
        const { ids, miscounted, holes, faults } = await reach(actor, relation, samples.get(relation.parent.name) ?? [])
        expect({ actor: actor.label, miscounted, holes, faults }).toEqual({
          actor: actor.label,
          miscounted: [],
          holes: [],
          faults: [],
        })
        const list = [...ids]
        seen += list.length
        for (let start = 0; start < list.length; start += 100) {
          const asked = list.slice(start, start + 100)
          const { data } = await ask(actor, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', asked)
          expect(data, actor.label).toEqual({ nodes: asked.map((id) => ({ id })) })
        }
      }
      expect(seen, 'nobody reached a record: nothing was tested').toBeGreaterThan(0)
    })
  }
})
