import { graphql } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createContext } from '../../server/context.ts'
import { changeDesign, discardDesign, draftDesign, registerDesign } from '../../server/evaluations/commands/designs.ts'
import { giveReaction } from '../../server/evaluations/commands/reactions.ts'
import { designMoves } from '../../server/evaluations/policy.ts'
import { levelsOf } from '../../server/evaluations/queries/kirkpatrick.ts'
import { visibleDesigns } from '../../server/evaluations/queries.ts'
import type { Actor } from '../../server/identity/policy.ts'
import { collectOutcomes } from '../../server/impact/commands/collect.ts'
import { computeImpact } from '../../server/impact/commands/compute.ts'
import { publishImpact } from '../../server/impact/commands/publish.ts'
import { visibleImpacts } from '../../server/impact/queries.ts'
import { encodeId } from '../../server/list.ts'
import { unreachableStates } from '../../server/moves.ts'
import { schema } from '../../server/schema.ts'
import { type Command, execute } from '../../server/transact.ts'
import { expectRefusal } from '../appraisals/factory.ts'
import { auditOf } from '../audit-rows.ts'
import { reportDifferences } from '../city/differences.ts'
import { type ImpactTruth, impactDifferences } from '../city/impact.ts'
import { cityClock, importCityFile } from '../city/load.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { cityBytes } from '../exchange/city.ts'
import { actorWith, day } from '../organization/small-city.ts'

let test: TestDatabase
const ids: Record<string, string> = {}

const evaluator: Actor = {
  ...actorWith({ grants: [{ role: 'TIM_KINERJA', unitId: null }] }),
  id: '00000000-0000-7000-8000-0000000000b1',
  label: 'Tim',
}
const publisher: Actor = {
  ...actorWith({ grants: [{ role: 'ADMIN', unitId: null }] }),
  id: '00000000-0000-7000-8000-0000000000b2',
  label: 'Kepala BKPSDM',
}
const reader: Actor = actorWith({ grants: [{ role: 'EMPLOYEE', unitId: null }] })

function act<Raw, Input, Subject, Result>(actor: Actor, spec: Command<Raw, Input, Subject, Result>, input: Raw, now = cityClock) {
  return execute(test.database, spec, input, { actor, now })
}

/** The files that the outcomes stand on, and no others. */
const files = ['unit.csv', 'pegawai.csv', 'indikator.csv', 'program-pembinaan.csv', 'luaran-pelatihan.csv', 'kecelakaan.csv']
let truth: ImpactTruth & { readonly files: Record<string, Parameters<typeof reportDifferences>[1]> }

beforeAll(async () => {
  test = await createTestDatabase()
  truth = JSON.parse((await cityBytes('truth.json')).toString()) as typeof truth
})
afterAll(() => test.drop())

describe('the programmes of a city', () => {
  it('are read in with each count as it is told', async () => {
    const found: string[] = []
    for (const name of files)
      found.push(...reportDifferences(name, truth.files[name], await importCityFile(test.database, name, cityBytes)))
    expect(found).toEqual([])
    const programmes = await test.database.prisma.pembinaanProgramme.findMany({ select: { id: true, code: true } })
    for (const { id, code } of programmes) ids[code] = id
  }, 60_000)

  it('show the effect that is there, none where none is shown, and no cause where trends differ before; road safety likewise', async () => {
    expect(await impactDifferences(test.database, truth)).toEqual([])
    const p3 = await test.database.prisma.impactEvaluation.findFirstOrThrow({
      where: { programmeId: ids.P03 ?? '', isCurrent: true },
    })
    expect(p3.limits).toEqual(['PRE_TREND_DIFFERS', 'NOT_MATCHED'])
  })
})

const content = () => ({
  allocation: 'PADANAN' as const,
  level: 'UNIT' as const,
  indicatorId: ids.indicator ?? '',
  secondaryIndicatorIds: [],
  hypothesis: 'Penyelesaian satu hari naik sepuluh poin.',
  comparisonRule: 'Unit sejenis yang belum dilatih.',
  preMonths: 6,
  postMonths: 6,
  minPerArm: 10,
  plannedEffect: '5',
  plannedSd: '10',
  plannedCorrelation: '0.6',
})

describe('an evaluation design', () => {
  const before = new Date('2025-02-01T05:00:00Z')
  const during = new Date('2025-04-12T05:00:00Z')
  let id = ''
  const read = async () => {
    const { revision } = await test.database.prisma.impactDesign.findUniqueOrThrow({ where: { id } })
    return { id, revision }
  }

  it('has a table of moves that leads everywhere', () => {
    expect(unreachableStates(designMoves, ['RANCANGAN'], ['RANCANGAN', 'TERDAFTAR'])).toEqual([])
  })

  it('is drafted with its planned size, and refused with what is missing', async () => {
    const { prisma } = test.database
    ids.indicator = (await prisma.indicator.findUniqueOrThrow({ where: { code: 'CMP-01' } })).id
    const programmeId = ids.P05 ?? ''
    await expectRefusal(act(reader, draftDesign, { programmeId, ...content() }, before), 'FORBIDDEN')
    id = (await act(evaluator, draftDesign, { programmeId, ...content(), indicatorId: null }, before)).id
    expect(await prisma.impactDesign.findUniqueOrThrow({ where: { id } })).toMatchObject({ version: 2, plannedPerArm: 51 })
    const register = async () => act(evaluator, registerDesign, { ...(await read()), acceptsExploratory: false }, before)
    await expectRefusal(register(), 'WRONG_STATE')
    await act(evaluator, changeDesign, { ...(await read()), ...content() }, before)
  })

  it('is registered once, before the training, and never changed again, in SQL neither', async () => {
    const at = await read()
    const register = () => act(evaluator, registerDesign, { ...at, acceptsExploratory: false }, before)
    const rows = await auditOf(test.database, async () => {
      const outcomes = await Promise.allSettled([register(), register()])
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    })
    expect(rows.map(({ event }) => event)).toEqual(['impactDesign.registered'])
    await expectRefusal(act(evaluator, changeDesign, { ...(await read()), ...content() }), 'WRONG_STATE')
    await expectRefusal(act(evaluator, discardDesign, await read()), 'WRONG_STATE')
    const { prisma } = test.database
    await expect(prisma.impactDesign.update({ where: { id }, data: { hypothesis: 'Lain.' } })).rejects.toThrow()
    await expect(prisma.impactDesign.delete({ where: { id } })).rejects.toThrow()
    expect(await prisma.impactDesign.findUniqueOrThrow({ where: { id } })).toMatchObject({
      isExploratory: false,
      registeredByName: 'Tim',
    })
  })

  it('is exploratory from the first day of the training on, in SQL too', async () => {
    const later = await act(evaluator, draftDesign, { programmeId: ids.P05 ?? '', ...content() }, during)
    const at = { id: later.id, revision: 0 }
    await expectRefusal(act(evaluator, registerDesign, { ...at, acceptsExploratory: false }, during), 'DESIGN_REQUIRED')
    const { prisma } = test.database
    const asIfBefore = { state: 'TERDAFTAR' as const, registeredAt: during, contentHash: 'x' }
    await expect(prisma.impactDesign.update({ where: { id: later.id }, data: asIfBefore })).rejects.toThrow()
    await act(evaluator, registerDesign, { ...at, acceptsExploratory: true }, during)
    expect(await prisma.impactDesign.findUniqueOrThrow({ where: { id: later.id } })).toMatchObject({
      isExploratory: true,
      version: 3,
    })
  })

  it('exists as a draft for those who monitor, registered for whoever sees aggregates', async () => {
    const draft = await act(evaluator, draftDesign, { programmeId: ids.P06 ?? '', ...content() })
    const count = (actor: Actor) =>
      test.database.prisma.impactDesign.count({ where: { AND: [{ id: draft.id }, visibleDesigns(actor)] } })
    expect([await count(evaluator), await count(reader)]).toEqual([1, 0])
    await act(evaluator, discardDesign, { id: draft.id, revision: 0 })
  })
})

describe('a computation', () => {
  it('needs the right, a design and readings; it is a new version each time, and the old one stays as it was', async () => {
    const programmeId = ids.P01 ?? ''
    await expectRefusal(act(reader, computeImpact, { programmeId }), 'FORBIDDEN')
    await expectRefusal(act(evaluator, computeImpact, { programmeId: ids.P04 ?? '' }), 'INSUFFICIENT_DATA')
    const rows = await auditOf(test.database, () =>
      Promise.all([act(evaluator, computeImpact, { programmeId }), act(evaluator, computeImpact, { programmeId })]),
    )
    expect(rows.map(({ event }) => event)).toEqual(['impact.computed', 'impact.computed'])
    const { prisma } = test.database
    const all = await prisma.impactEvaluation.findMany({ where: { programmeId }, orderBy: { version: 'asc' } })
    expect(all.map(({ version, isCurrent }) => [version, isCurrent])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ])
    expect(new Set(all.map(({ inputHash }) => inputHash)).size).toBe(1)
    await expect(prisma.impactEvaluation.update({ where: { id: all[0]?.id ?? '' }, data: { effect: 1 } })).rejects.toThrow()
    await expect(prisma.impactChange.deleteMany({ where: { evaluationId: all[0]?.id ?? '' } })).rejects.toThrow()
  })

  it('claims less where something else changed at the same time', async () => {
    await act(evaluator, computeImpact, {
      programmeId: ids.P01 ?? '',
      concurrentChange: 'Aplikasi pengaduan baru dipakai sejak April.',
    })
    const current = await test.database.prisma.impactEvaluation.findFirstOrThrow({
      where: { programmeId: ids.P01 ?? '', isCurrent: true },
    })
    expect(current).toMatchObject({ claimLevel: 'ASOSIASI', limits: ['CONCURRENT_CHANGE'] })
    await act(evaluator, computeImpact, { programmeId: ids.P01 ?? '' })
  })

  it('draws on the measurements of appraisals, matched, and says that they are too few', async () => {
    const { prisma } = test.database
    const programmeId = ids.P05 ?? ''
    const types = { kind: 'QUARTER' as const, state: 'OPEN' as const }
    const quarter = (year: number, number: number, from: string, to: string) =>
      prisma.period.create({
        data: { ...types, key: `${year}-T${number}`, year, number, startsOn: day(from), endsOn: day(to), closesOn: day(to) },
      })
    const periods = [await quarter(2024, 4, '2024-10-01', '2024-12-31'), await quarter(2025, 4, '2025-10-01', '2025-12-31')]
    const units = await prisma.unit.findMany({
      where: { type: 'KELURAHAN' },
      take: 4,
      orderBy: { code: 'asc' },
      select: { id: true },
    })
    const people = await prisma.employee.findMany({ where: { unitId: units[0]?.id ?? '' }, take: 1, select: { id: true } })
    await prisma.participant.create({ data: { programmeId, employeeId: people[0]?.id ?? '', state: 'PASSED' } })
    for (const [index, unit] of units.entries()) {
      const series = await prisma.measurementSeries.create({
        data: { indicatorId: ids.indicator ?? '', unitId: unit.id, year: 2025 },
      })
      for (const [phase, period] of periods.entries())
        await prisma.realisation.create({
          data: {
            ...{
              seriesId: series.id,
              periodId: period.id,
              state: 'VERIFIED',
              value: 50 + Math.floor(index / 2) + phase * 10,
              measuredOn: period.endsOn,
            },
            ...{ source: 'test', isComplete: true, isOnTime: true, isTraceable: true, quality: 1 },
          },
        })
    }
    await expectRefusal(act(reader, collectOutcomes, { programmeId }), 'FORBIDDEN')
    const { points } = await act(evaluator, collectOutcomes, { programmeId })
    // One trained unit and its nearest match, twice each; the others are too far away to be a comparison.
    expect(points).toBe(4)
    expect(await act(evaluator, collectOutcomes, { programmeId })).toEqual({ points })
    const [id = ''] = (await act(evaluator, computeImpact, { programmeId })).ids
    expect(await prisma.impactEvaluation.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...{ nTrained: 1, nCompared: 1, verdict: 'TOO_FEW', claimLevel: 'DESKRIPTIF', effect: null, isExploratory: false },
      rawChange: expect.anything(),
    })
  })
})

describe('a publication', () => {
  const evaluationOf = (code: string) =>
    test.database.prisma.impactEvaluation.findFirstOrThrow({ where: { programmeId: ids[code] ?? '', isCurrent: true } })

  it('is made by another person than who computed, in words that the claim carries', async () => {
    const { id: strong } = await evaluationOf('P01')
    const { id: weak } = await evaluationOf('P03')
    const causal = 'Pelatihan meningkatkan penyelesaian pengaduan dalam satu hari.'
    await expectRefusal(act(reader, publishImpact, { evaluationId: strong, summary: causal }), 'NOT_FOUND')
    await expectRefusal(act(evaluator, publishImpact, { evaluationId: strong, summary: causal }), 'CONFLICT_OF_INTEREST')
    await expectRefusal(act(publisher, publishImpact, { evaluationId: weak, summary: causal }), 'INVALID_INPUT')
    const none = 'Bimbingan teknis ini tidak berpengaruh pada penyelesaian.'
    await expectRefusal(
      act(publisher, publishImpact, { evaluationId: (await evaluationOf('P02')).id, summary: none }),
      'INVALID_INPUT',
    )
    const rows = await auditOf(test.database, () => act(publisher, publishImpact, { evaluationId: strong, summary: causal }))
    expect(rows.map(({ event }) => event)).toEqual(['impact.published'])
    const old = await test.database.prisma.impactEvaluation.findFirstOrThrow({
      where: { programmeId: ids.P01 ?? '', version: 1 },
    })
    await expectRefusal(act(publisher, publishImpact, { evaluationId: old.id, summary: causal }), 'WRONG_STATE')
  })

  it('keeps the older edition, and no client of the database raises the claim', async () => {
    const { prisma } = test.database
    const { id: evaluationId, programmeId, verdict } = await evaluationOf('P01')
    const summary = 'Edisi kedua: pelatihan meningkatkan penyelesaian satu hari.'
    const outcomes = await Promise.allSettled([1, 2].map(() => act(publisher, publishImpact, { evaluationId, summary })))
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1)
    const all = await prisma.impactPublication.findMany({ where: { programmeId }, orderBy: { version: 'asc' } })
    expect(all.filter(({ isCurrent }) => isCurrent)).toHaveLength(1)
    expect(all[0]).toMatchObject({ version: 1, isCurrent: false, publishedByName: 'Kepala BKPSDM' })
    const weak = await evaluationOf('P03')
    const forged = {
      evaluationId: weak.id,
      programmeId: weak.programmeId,
      version: 1,
      summary,
      verdict,
      claimLevel: 'BUKTI_KUAT' as const,
    }
    const by = { publishedById: publisher.id ?? '', publishedByName: 'x', publishedAt: cityClock }
    await expect(prisma.impactPublication.create({ data: { ...forged, ...by } })).rejects.toThrow()
    await expect(prisma.impactPublication.updateMany({ data: { summary: 'Lain.' } })).rejects.toThrow()
  })

  it('is what people without a role see, and nothing that was not published', async () => {
    const count = (actor: Actor) => test.database.prisma.impactEvaluation.count({ where: visibleImpacts(actor) })
    expect(await count(evaluator)).toBeGreaterThan(await count(reader))
    expect(await count(reader)).toBe(1)
    const source = `query ($id: ID!) { impactDesigns(filter: { programmeId: $id }) { nodes { state contentHash evaluations { totalCount nodes {
      outcome effect ciLow ciHigh verdict claimLevel changes(first: 3) { totalCount } publications { nodes { summary isCurrent } } } } } } }`
    const ask = (actor: Actor, code: string) =>
      graphql({
        schema,
        source,
        variableValues: { id: encodeId('PembinaanProgramme', ids[code] ?? '') },
        contextValue: createContext(test.database, actor, cityClock, 'id'),
      })
    const published = await ask(reader, 'P01')
    expect(published.errors).toBeUndefined()
    expect(published.data).toMatchObject({
      impactDesigns: { nodes: [{ evaluations: { totalCount: 1, nodes: [{ effect: '0.192', claimLevel: 'BUKTI_KUAT' }] } }] },
    })
    expect((await ask(reader, 'P03')).data).toMatchObject({ impactDesigns: { nodes: [{ evaluations: { totalCount: 0 } }] } })
  })
})

describe('the levels below', () => {
  it('take one reaction of each participant, in their own name, and show no mean of a few', async () => {
    const { prisma } = test.database
    const participant = await prisma.participant.findFirstOrThrow({ where: { programmeId: ids.P05 ?? '' } })
    const owner = actorWith({ employeeId: participant.employeeId })
    const answers = [4, 3, 3, 4, 4]
    await expectRefusal(act(publisher, giveReaction, { participantId: participant.id, answers }), 'FORBIDDEN')
    await expectRefusal(act(owner, giveReaction, { participantId: participant.id, answers: [5, 3, 3, 4, 4] }), 'INVALID_INPUT')
    const rows = await auditOf(test.database, () => act(owner, giveReaction, { participantId: participant.id, answers }))
    expect(JSON.stringify(rows[0]?.changes)).not.toContain('4')
    await expect(act(owner, giveReaction, { participantId: participant.id, answers })).rejects.toThrow()
    const levels = await levelsOf(createContext(test.database, evaluator, cityClock, 'id'), ids.P05 ?? '')
    expect(levels).toMatchObject({ reaction: { responses: 1, mean: null }, learning: { n: 0, meanGain: null }, behaviour: [] })
  })
})
