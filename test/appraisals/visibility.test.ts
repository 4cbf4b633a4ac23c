import { graphql } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canRead, canReadSeries, seesRating } from '../../server/appraisals/policy.ts'
import {
  appraisalWhere,
  visibleAppraisals,
  visibleRealisations,
  visibleSeries,
  visibleSkps,
} from '../../server/appraisals/queries.ts'
import { createContext } from '../../server/context.ts'
import { type Actor, anonymous } from '../../server/identity/policy.ts'
import { encodeId } from '../../server/list.ts'
import type { EmployeeFacts } from '../../server/organization/policy.ts'
import { unitIdsAbove } from '../../server/organization/queries.ts'
import { schema } from '../../server/schema.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { actorWith, type PersonKey } from '../organization/small-city.ts'
import { now, PlannedCity, system } from './factory.ts'

let test: TestDatabase
let city: PlannedCity

beforeAll(async () => {
  test = await createTestDatabase()
  city = await PlannedCity.create(test.database)
  await city.compute()
  const { prisma } = test.database
  const { person } = city.city
  // The engineer judged the midwife before she came to the ward, and stands in for the penilai of the clinic's head.
  await prisma.appraisal.updateMany({ where: { employeeId: person.midwife }, data: { penilaiId: person.engineer } })
  await prisma.skp.updateMany({ where: { employeeId: person.nurse }, data: { penilaiId: person.worksHead } })
  await prisma.reportingLine.updateMany({
    where: { employeeId: person.clinicHead },
    data: { validTo: new Date('2026-01-01T00:00:00Z') },
  })
  await prisma.reportingLine.create({
    data: {
      employeeId: person.clinicHead,
      superiorId: person.engineer,
      assignment: 'PLH',
      validFrom: new Date('2026-01-02T00:00:00Z'),
    },
  })
})
afterAll(() => test.drop())

function actors(): Actor[] {
  const people = (Object.keys(city.city.person) as PersonKey[]).map((key) => city.person(key))
  const inUnit = (role: 'ADMIN' | 'INSPECTOR' | 'TEAM_MEMBER', unitId: string | null) => actorWith({ grants: [{ role, unitId }] })
  const token = (scopes: Actor['scopes'], unitId: string | null = null) =>
    actorWith({ kind: 'TOKEN', grants: [{ role: 'INTEGRATOR', unitId }], scopes })
  return [
    ...people,
    inUnit('ADMIN', null),
    inUnit('INSPECTOR', city.city.unit.clinic),
    inUnit('TEAM_MEMBER', null),
    { ...city.person('nurse'), grants: [{ role: 'INSPECTOR', unitId: city.city.unit.works }] },
    token(['appraisals.read']),
    token(['appraisals.read'], city.city.unit.health),
    token(['indicators.read']),
    system,
    anonymous,
  ]
}

describe('who sees plans, measurements and appraisals', () => {
  it('is the same in the list and in the policy, for every actor and row', async () => {
    const { prisma } = test.database
    const employees = await prisma.employee.findMany({ include: { superior: true } })
    const factsOf = new Map<string, EmployeeFacts>()
    for (const { id, superiorId, superior, unitId } of employees) {
      factsOf.set(id, {
        id,
        superiorId,
        superiorsSuperiorId: superior?.superiorId ?? null,
        underUnitIds: await unitIdsAbove(prisma, unitId),
      })
    }
    const acting = await prisma.reportingLine.findMany({ where: { assignment: 'PLH' } })
    type Judged = { employeeId: string; penilaiId: string | null; penilai: { superiorId: string | null } | null }
    const judgesOf = ({ employeeId, penilaiId, penilai }: Judged) =>
      [
        penilaiId,
        penilai?.superiorId,
        ...acting.filter((line) => line.employeeId === employeeId).map(({ superiorId }) => superiorId),
      ].filter((id) => typeof id === 'string')
    const mayRead = (actor: Actor, row: Judged) => {
      const facts = factsOf.get(row.employeeId)
      return facts !== undefined && canRead(actor, { ...facts, judgeIds: judgesOf(row) })
    }
    const include = { penilai: { select: { superiorId: true } } }
    const appraisals = await prisma.appraisal.findMany({ include })
    const plans = await prisma.skp.findMany({ include })
    const series = await prisma.measurementSeries.findMany({
      include: { ikis: { select: { rhk: { select: { skpId: true } } } } },
    })
    const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).sort()
    for (const actor of actors()) {
      const seen = await prisma.appraisal.findMany({ where: visibleAppraisals(actor, now) })
      expect(idsOf(seen)).toEqual(idsOf(appraisals.filter((row) => mayRead(actor, row))))
      const seenPlans = await prisma.skp.findMany({ where: visibleSkps(actor, now) })
      expect(idsOf(seenPlans)).toEqual(idsOf(plans.filter((row) => mayRead(actor, row))))
      const readable: string[] = []
      for (const { id, employeeId, unitId, ikis } of series) {
        const owner = factsOf.get(employeeId ?? '') ?? null
        const underUnitIds = owner?.underUnitIds ?? (await unitIdsAbove(prisma, unitId ?? ''))
        const judgeIds = plans.filter((plan) => ikis.some(({ rhk }) => rhk.skpId === plan.id)).flatMap(judgesOf)
        if (canReadSeries(actor, { employee: owner, underUnitIds, judgeIds })) readable.push(id)
      }
      const visible = await prisma.measurementSeries.findMany({ where: visibleSeries(actor, now) })
      expect(idsOf(visible)).toEqual(readable.sort())
      const measured = await prisma.realisation.findMany({ where: visibleRealisations(actor, now) })
      expect(new Set(measured.map(({ seriesId }) => seriesId))).toEqual(new Set(readable))
    }
  })

  it('lets a former penilai open what they judge with its names, and nobody else', async () => {
    const row = await test.database.prisma.appraisal.findFirstOrThrow({ where: { employeeId: city.city.person.midwife } })
    const source = `query ($id: ID!) { appraisal(id: $id) { employee { fullName } penilai { fullName } skp { id employee { nip } } } }`
    const ask = async (actor: Actor) => {
      const contextValue = createContext(test.database, actor, now, 'en')
      const { data, errors } = await graphql({
        schema,
        source,
        contextValue,
        variableValues: { id: encodeId('Appraisal', row.id) },
      })
      return { data: JSON.parse(JSON.stringify(data ?? null)), faults: errors?.length ?? 0 }
    }
    const names = { employee: { fullName: 'midwife' }, penilai: { fullName: 'engineer' } }
    for (const key of ['engineer', 'midwife', 'wardHead'] as const) {
      expect(await ask(city.person(key)), key).toMatchObject({ data: { appraisal: names }, faults: 0 })
    }
    expect(await ask(city.person('nurse'))).toMatchObject({ data: null, faults: 1 })
  })

  it('hides records by their ids from whoever may not see them', async () => {
    const { prisma } = test.database
    const appraisal = await prisma.appraisal.findFirstOrThrow({ where: { employeeId: city.city.person.clinicHead } })
    const skp = await prisma.skp.findFirstOrThrow({ where: { employeeId: city.city.person.nurse } })
    const source = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }'
    const ids = [encodeId('Appraisal', appraisal.id), encodeId('Skp', skp.id)]
    const contextValue = createContext(test.database, city.person('midwife'), now, 'en')
    const { data } = await graphql({ schema, source, contextValue, variableValues: { ids } })
    expect(JSON.parse(JSON.stringify(data))).toEqual({ nodes: [null, null] })
  })

  it('shows the own rating from delivery on, that of others at once', () => {
    const own = { employeeId: city.city.person.nurse }
    for (const state of ['TERBUKA', 'DINILAI', 'MODERASI', 'DITETAPKAN', 'BATAL'] as const) {
      expect(seesRating(city.person('nurse'), { ...own, state })).toBe(false)
      expect(seesRating(city.person('wardHead'), { ...own, state })).toBe(true)
    }
    for (const state of ['DISAMPAIKAN', 'KEBERATAN', 'PEMERIKSAAN', 'FINAL', 'TEREKSPOR'] as const) {
      expect(seesRating(city.person('nurse'), { ...own, state })).toBe(true)
    }
  })

  it('filters by what the filter says', async () => {
    const find = (filter: Parameters<typeof appraisalWhere>[0]) =>
      test.database.prisma.appraisal.count({ where: appraisalWhere(filter) })
    expect(await find(null)).toBe(8)
    expect(await find({ predikat: 'BUTUH_PERBAIKAN' })).toBe(1)
    expect(await find({ noPredikatReason: 'NO_SKP', periodKey: '2025' })).toBe(5)
    expect(await find({ underUnitId: encodeId('Unit', city.city.unit.works) })).toBe(2)
    expect(await find({ search: '  NUR  ' })).toBe(1)
    expect(await find({ isAmbiguous: true })).toBe(0)
    expect(await find({ isAmbiguous: false, employeeId: encodeId('Employee', city.city.person.nurse) })).toBe(1)
  })
})
