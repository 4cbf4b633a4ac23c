import { graphql } from 'graphql'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createContext } from '../../server/context.ts'
import { DomainError } from '../../server/errors.ts'
import type { Actor } from '../../server/identity/policy.ts'
import { encodeId } from '../../server/list.ts'
import { schema } from '../../server/schema.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { actorWith, admin, createSmallCity, now, type SmallCity } from './small-city.ts'

let testing: TestDatabase
let city: SmallCity

beforeAll(async () => {
  testing = await createTestDatabase()
  return () => testing.drop()
})
beforeEach(async () => {
  city = await createSmallCity(testing.database)
})

async function ask(source: string, variableValues: Record<string, unknown> = {}, actor: Actor = admin) {
  const { data, errors } = await graphql({
    schema,
    source,
    variableValues,
    contextValue: createContext(testing.database, actor, now, 'en'),
  })
  return {
    data,
    codes: errors?.map(({ originalError, message }) => (originalError instanceof DomainError ? originalError.code : message)),
  }
}

const employee = (key: keyof SmallCity['person']) => encodeId('Employee', city.person[key])
const unit = (key: keyof SmallCity['unit']) => encodeId('Unit', city.unit[key])

describe('lists', () => {
  const list = `query ($filter: EmployeeFilter, $orderBy: EmployeeOrder, $first: Int, $after: String, $offset: Int) {
    employees(filter: $filter, orderBy: $orderBy, first: $first, after: $after, offset: $offset) {
      totalCount nodes { name } pageInfo { hasNextPage endCursor } } }`
  const here = () => ({ underUnitId: unit('city') })

  test('are searched by part of the name and of the NIP, whatever the case', async () => {
    const { nip } = await testing.database.prisma.employee.findUniqueOrThrow({ where: { id: city.person.nurse } })
    for (const search of ['NURS', '  nurse ', nip.slice(0, 17)]) {
      const { data } = await ask(list, { filter: { ...here(), search } })
      expect(data?.employees, search).toMatchObject({ nodes: expect.arrayContaining([{ name: 'nurse' }]) })
    }
  })

  test('add their conditions up', async () => {
    const filters = [
      [{ underUnitId: unit('health') }, 5],
      [{ unitId: unit('health') }, 1],
      [{ ...here(), superiorId: employee('wardHead') }, 2],
      [{ ...here(), hasSuperior: false }, 1],
      [{ ...here(), hasSuperior: true, legalStanding: 'PENSIUN' }, 0],
      [{ underUnitId: unit('health'), search: 'works' }, 0],
    ] as const
    for (const [filter, count] of filters) {
      expect((await ask(list, { filter })).data, JSON.stringify(filter)).toMatchObject({ employees: { totalCount: count } })
    }
  })

  test('are read in numbered pages or by cursor, not both, and never without bound', async () => {
    const page = await ask(list, { filter: here(), first: 3, offset: 6 })
    expect(page.data).toMatchObject({ employees: { totalCount: 8, nodes: { length: 2 }, pageInfo: { hasNextPage: false } } })
    const first = await ask(list, { filter: here(), first: 3 })
    const { endCursor } = (first.data?.employees as { pageInfo: { endCursor: string } } | undefined)?.pageInfo ?? {
      endCursor: '',
    }
    expect((await ask(list, { filter: here(), first: 3, after: endCursor, offset: 3 })).codes).toEqual(['INVALID_INPUT'])
    expect((await ask(list, { filter: here(), offset: -1 })).codes).toEqual(['INVALID_INPUT'])
    expect((await ask(list, { filter: here(), offset: 100_001 })).codes).toEqual(['INVALID_INPUT'])
    const second = await ask(list, { filter: here(), first: 3, after: endCursor })
    expect(second.data).toMatchObject({ employees: { nodes: { length: 3 }, pageInfo: { hasNextPage: true } } })
  })

  test('refuse an id of another type', async () => {
    expect((await ask(list, { filter: { unitId: employee('nurse') } })).codes).toEqual(['INVALID_INPUT'])
    expect((await ask(list, { filter: { unitId: 'nonsense' } })).codes).toEqual(['INVALID_INPUT'])
  })

  test('show units as a tree, from the top', async () => {
    const { data } = await ask(
      `query ($id: ID!) { unit(id: $id) { children { totalCount nodes { code children { totalCount } } } } }`,
      { id: unit('city') },
    )
    expect(data).toEqual({
      unit: {
        children: {
          totalCount: 2,
          nodes: [
            { code: city.code.health, children: { totalCount: 1 } },
            { code: city.code.works, children: { totalCount: 0 } },
          ],
        },
      },
    })
  })
})

describe('one record', () => {
  test('hidden and missing give the same answer, by id, by NIP and by node', async () => {
    const outsider = actorWith({ employeeId: city.person.engineer, grants: [{ role: 'EMPLOYEE', unitId: null }] })
    const missing = encodeId('Employee', '00000000-0000-7000-8000-00000000dead')
    const { nip } = await testing.database.prisma.employee.findUniqueOrThrow({ where: { id: city.person.nurse } })
    const answers = [
      await ask('query ($id: ID!) { employee(id: $id) { name } }', { id: missing }, outsider),
      await ask('query ($id: ID!) { employee(id: $id) { name } }', { id: employee('nurse') }, outsider),
      await ask('query ($nip: Nip!) { employee(nip: $nip) { name } }', { nip }, outsider),
    ]
    for (const answer of answers) expect(answer).toEqual({ data: null, codes: ['NOT_FOUND'] })
    for (const id of [missing, employee('nurse')]) {
      expect(await ask('query ($id: ID!) { node(id: $id) { id } }', { id }, outsider)).toEqual({
        data: { node: null },
        codes: ['NOT_FOUND'],
      })
    }
    const own = employee('engineer')
    const mixed = await ask(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { ids: [missing, own, employee('nurse')] },
      outsider,
    )
    expect(mixed).toEqual({ data: { nodes: [null, { id: own }, null] }, codes: ['NOT_FOUND', 'NOT_FOUND'] })
  })

  test('tells what the caller may do and why not', async () => {
    const inspector = actorWith({ grants: [{ role: 'INSPECTOR', unitId: null }] })
    const ofWorks = actorWith({ grants: [{ role: 'TIM_KINERJA', unitId: city.unit.works }] })
    const source =
      'query ($id: ID!, $unit: ID!) { employee(id: $id) { actions { name enabled reason } } unit(id: $unit) { actions { name enabled reason } } }'
    const variables = { id: employee('engineer'), unit: unit('health') }
    const names = ['CORRECT_EMPLOYEE', 'ASSIGN_SUPERIOR', 'PLACE_EMPLOYEE']
    expect((await ask(source, variables)).data?.employee).toEqual({
      actions: names.map((name) => ({ name, enabled: true, reason: null })),
    })
    expect((await ask(source, variables, inspector)).data?.employee).toEqual({
      actions: names.map((name) => ({ name, enabled: false, reason: 'Your role does not allow this.' })),
    })
    expect((await ask(source, variables, ofWorks)).data).toMatchObject({
      employee: { actions: names.map((name) => ({ name, enabled: true })) },
      unit: {
        actions: [
          { name: 'CHANGE_UNIT', enabled: false, reason: 'This unit lies outside your remit.' },
          { name: 'CREATE_UNIT', enabled: false },
        ],
      },
    })
  })

  test('answers what is forbidden with null and a code, beside what is not', async () => {
    const colleague = actorWith({ grants: [{ role: 'TEAM_MEMBER', unitId: null }] })
    const { data, codes } = await ask(
      'query ($id: ID!) { employee(id: $id) { name birthOn positions { totalCount } disciplines { totalCount } } }',
      { id: employee('nurse') },
      colleague,
    )
    expect(data).toEqual({ employee: { name: 'nurse', birthOn: null, positions: null, disciplines: null } })
    expect(codes).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'])
  })
})

describe('mutations run the commands and answer the record', () => {
  test('createUnit and changeUnit', async () => {
    const created = await ask('mutation ($input: CreateUnitInput!) { createUnit(input: $input) { id name parent { code } } }', {
      input: { code: `new-${city.code.ward}`, name: 'New', type: 'SEKSI', parentId: unit('clinic'), validFrom: '2025-06-01' },
    })
    expect(created.data).toMatchObject({ createUnit: { name: 'New', parent: { code: city.code.clinic } } })
    const id = (created.data?.createUnit as { id: string } | undefined)?.id
    const changed = await ask(
      'mutation ($input: ChangeUnitInput!) { changeUnit(input: $input) { name versions { totalCount } } }',
      {
        input: { id, name: 'Newer', validFrom: '2025-06-10' },
      },
    )
    expect(changed.data).toEqual({ changeUnit: { name: 'Newer', versions: { totalCount: 2 } } })
  })

  test('assignSuperior and correctEmployee', async () => {
    const assigned = await ask(
      'mutation ($input: AssignSuperiorInput!) { assignSuperior(input: $input) { superior { name } reportingLines { totalCount } } }',
      {
        input: { employeeId: employee('nurse'), superiorId: employee('clinicHead'), validFrom: '2025-06-01' },
      },
    )
    expect(assigned.data).toEqual({ assignSuperior: { superior: { name: 'clinicHead' }, reportingLines: { totalCount: 2 } } })
    const correct = 'mutation ($input: CorrectEmployeeInput!) { correctEmployee(input: $input) { name email } }'
    const input = { id: employee('nurse'), name: 'Siti', email: null }
    expect((await ask(correct, { input })).data).toEqual({ correctEmployee: { name: 'Siti', email: null } })
    expect((await ask(correct, { input: { id: employee('nurse'), name: null, positionTitle: null } })).data).toMatchObject({
      correctEmployee: { name: 'Siti' },
    })
    expect((await ask(correct, { input: { id: employee('nurse'), email: 'nonsense' } })).codes).toEqual(['INVALID_INPUT'])
  })

  test('refreshDataIssues and closeDataIssue, with the counts and labels of what waits', async () => {
    await testing.database.prisma.employee.update({ where: { id: city.person.nurse }, data: { positionTitle: 'Other' } })
    const refreshed = await ask('mutation { refreshDataIssues { opened resolved } }')
    expect(refreshed.codes).toBeUndefined()
    const list = await ask(
      `query ($id: ID!) { dataIssueCounts { code label hint remedy open }
        dataIssues(filter: { state: OPEN, code: "POSITION_MISMATCH", employeeId: $id }) { totalCount nodes { id label hint remedy detail actions { name enabled } employee { name } } }
        employee(id: $id) { dataIssues { totalCount } } }`,
      { id: employee('nurse') },
    )
    expect(list.data).toMatchObject({
      dataIssues: {
        totalCount: 1,
        nodes: [
          {
            label: 'Position differs from the position history',
            remedy: 'CORRECT_EMPLOYEE',
            detail: 'Other ≠ Position of nurse',
            actions: [{ name: 'CLOSE_DATA_ISSUE', enabled: true }],
            employee: { name: 'nurse' },
          },
        ],
      },
      employee: { dataIssues: { totalCount: 1 } },
    })
    expect(list.data?.dataIssueCounts).toContainEqual({
      code: 'POSITION_MISMATCH',
      label: 'Position differs from the position history',
      hint: expect.stringContaining('decree'),
      remedy: 'CORRECT_EMPLOYEE',
      open: 1,
    })
    const id = (list.data?.dataIssues as { nodes: { id: string }[] } | undefined)?.nodes[0]?.id
    const close =
      'mutation ($input: CloseDataIssueInput!) { closeDataIssue(input: $input) { state closedReason actions { enabled reason } } }'
    const closed = await ask(close, { input: { id, resolution: 'DISMISSED', reason: 'Decree is on its way' } })
    expect(closed.data).toEqual({
      closeDataIssue: {
        state: 'DISMISSED',
        closedReason: 'Decree is on its way',
        actions: [{ enabled: false, reason: 'This issue was closed already.' }],
      },
    })
  })
})
