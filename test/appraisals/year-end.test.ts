import { beforeAll, describe, expect, it } from 'vitest'
import { type AppraisalOutcome, appraise, type PlannedItem, type PlannedRhk } from '../../server/appraisals/rules/appraise.ts'
import { type BehaviourValue, behaviourValues, type RaterGroup } from '../../server/appraisals/rules/behaviour.ts'
import type { DatedMeasurement } from '../../server/appraisals/rules/item.ts'
import type { ValueRatings } from '../../server/appraisals/rules/judgement.ts'
import { defaultAppraisalSettings } from '../../server/appraisals/rules/settings.ts'
import type { RealisationRow } from '../../server/exchange/rules/kinds/realisasi.ts'
import { importKinds } from '../../server/exchange/rules/kinds.ts'
import { roundHalfUp } from '../../server/math.ts'
import { cityBytes, judge, loadCity, nothingStored, quarters } from '../exchange/city.ts'

type Item = PlannedItem & { readonly code: string }
type Outcome = AppraisalOutcome<Item, PlannedRhk<Item>>

interface Truth {
  readonly yearEnd: {
    readonly predikat: Record<string, number>
    readonly withoutPredikat: Record<string, number>
    readonly hasilKerja: Record<string, number>
    readonly perilaku: Record<string, number>
    readonly ambiguousHasil: number
    readonly ambiguousPerilaku: number
    readonly indicators: {
      readonly measured: number
      readonly status: Record<string, number>
      readonly level: Record<string, number>
    }
  }
  readonly employees: Record<string, readonly unknown[]>
  readonly sampleEmployees: readonly {
    readonly nip: string
    readonly hasil?: {
      readonly status: string
      readonly shareAbove: number | null
      readonly shareBelow: number | null
      readonly excludedWeightPct: number
      readonly rhk: readonly {
        readonly pct: number | null
        readonly level: string | null
        readonly iki: readonly Record<string, unknown>[]
      }[]
    }
    readonly perilaku?: {
      readonly above: number | null
      readonly below: number | null
      readonly values: readonly {
        readonly value: string
        readonly score: number | null
        readonly level: string | null
        readonly dropped: readonly string[]
      }[]
    }
  }[]
}

let truth: Truth
const outcomes = new Map<string, Outcome>()

const measurementsOf = (records: readonly RealisationRow[]) =>
  records.map((row): [string, DatedMeasurement] => [
    `${row.indicatorCode}|${row.subject}`,
    {
      id: row.key,
      quarter: Number(row.period.at(-1)),
      value: row.value,
      numerator: row.numerator,
      denominator: row.denominator,
      missingReason: row.missingReason,
      measuredOn: row.measuredOn,
    },
  ])

beforeAll(async () => {
  truth = JSON.parse((await cityBytes('truth.json')).toString()) as Truth
  const city = await loadCity()
  const facts = { ...city, existing: nothingStored }
  const realised = await Promise.all(quarters.map((file) => judge(importKinds.realisasi, file, facts)))
  const rated = await judge(importKinds['perilaku-360'], 'perilaku-360.csv', facts)
  const series = Map.groupBy(
    realised.flatMap(({ records }) => measurementsOf(records)),
    ([key]) => key,
  )
  const indicators = new Map(city.indikator.records.map((record) => [record.code, record]))
  const plans = new Map(city.skp.records.map((plan) => [plan.nip, plan]))
  const ratings = Map.groupBy(rated.records, ({ rateeNip }) => rateeNip)
  for (const { nip, legalStanding } of city.pegawai.records) {
    const plan = plans.get(nip)
    const given = ratings.get(nip) ?? []
    const of = (value: BehaviourValue, group: RaterGroup) =>
      given.filter((row) => row.group === group).flatMap((row) => row[value.toLowerCase() as Lowercase<BehaviourValue>] ?? [])
    const behaviour = Object.fromEntries(
      behaviourValues.map((value): [BehaviourValue, ValueRatings] => [
        value,
        { ATASAN: of(value, 'ATASAN'), REKAN: of(value, 'REKAN'), BAWAHAN: of(value, 'BAWAHAN'), DIRI: of(value, 'DIRI') },
      ]),
    ) as Record<BehaviourValue, ValueRatings>
    const rhks = plan?.results.map(
      (result): PlannedRhk<Item> => ({
        kind: result.resultKind,
        weight: result.resultWeight,
        items: result.indicators.map((row) => {
          const definition = indicators.get(row.indicatorCode)
          if (!definition) throw new Error(`indicator ${row.indicatorCode} is not in the catalogue`)
          const { aggregation, frequency, factor, minDenominator, polarity, maxValue } = definition
          const { target, targetMin, targetMax, tolerancePct } = row
          const measurements = (series.get(`${row.indicatorCode}|${row.subjectUnit ?? nip}`) ?? []).map(
            ([, measurement]) => measurement,
          )
          const scope = { quarters: [1, 2, 3, 4], notYetDue: [] }
          const levels = { levelLow: null, levelHigh: null }
          return {
            code: row.indicatorCode,
            weight: row.weight,
            inputs: {
              aggregation,
              frequency,
              factor,
              minDenominator,
              polarity,
              maxValue,
              target,
              targetMin,
              targetMax,
              tolerancePct,
              measurements,
              ...scope,
              ...levels,
            },
          }
        }),
      }),
    )
    outcomes.set(
      nip,
      appraise({ legalStanding, plan: rhks ?? null, behaviour, isMisconduct: false, settings: defaultAppraisalSettings }),
    )
  }
}, 120_000)

function tally(keys: Iterable<string | null | undefined>): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const key of keys) if (key) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

const all = () => [...outcomes.values()]

describe('the year end of the invented city', () => {
  it('gives every employee the expected result, score, behaviour and predikat', () => {
    const wrong = Object.entries(truth.employees).flatMap(([nip, [hasil, score, perilaku, predikat]]) => {
      const outcome = outcomes.get(nip)
      const behaviour = outcome?.behaviour?.rating?.rating ?? null
      const got = [
        outcome?.result?.rating ?? null,
        outcome?.result?.weightedScore ?? null,
        behaviour,
        outcome?.predikat ?? outcome?.noPredikatReason,
      ]
      const expected = [
        hasil === 'INSUFFICIENT_DATA' ? null : hasil,
        score,
        perilaku === 'INCOMPLETE' ? null : perilaku,
        predikat,
      ]
      return JSON.stringify(got) === JSON.stringify(expected) ? [] : [{ nip, got, expected }]
    })
    expect(wrong).toEqual([])
    expect(outcomes.size).toBe(Object.keys(truth.employees).length)
  })

  it('counts predikat, reasons, ratings and ambiguous cases as expected', () => {
    expect(tally(all().map(({ predikat }) => predikat))).toEqual(truth.yearEnd.predikat)
    expect(tally(all().map(({ noPredikatReason }) => noPredikatReason))).toEqual(truth.yearEnd.withoutPredikat)
    expect(tally(all().map(({ result }) => result && (result.rating ?? result.status)))).toEqual(truth.yearEnd.hasilKerja)
    expect(tally(all().map(({ behaviour }) => behaviour && (behaviour.rating?.rating ?? 'INCOMPLETE')))).toEqual(
      truth.yearEnd.perilaku,
    )
    expect(all().filter(({ result }) => result?.ambiguous).length).toBe(truth.yearEnd.ambiguousHasil)
    expect(all().filter(({ behaviour }) => behaviour?.rating?.ambiguous).length).toBe(truth.yearEnd.ambiguousPerilaku)
  })

  it('gives every indicator the expected status and level', () => {
    const items = all().flatMap(({ rhks }) => rhks.flatMap((rhk) => rhk.items.map(({ result }) => result)))
    expect(items.length).toBe(truth.yearEnd.indicators.measured)
    expect(tally(items.map(({ status, missing }) => (missing ? `${status}/${missing}` : status)))).toEqual(
      truth.yearEnd.indicators.status,
    )
    expect(tally(items.map(({ level }) => level))).toEqual(truth.yearEnd.indicators.level)
  })

  it('shows the expected intermediate numbers of the sampled employees', () => {
    const places = (value: { toNumber(): number } | null) => (value === null ? null : roundHalfUp(value.toNumber(), 6))
    for (const { nip, hasil, perilaku } of truth.sampleEmployees) {
      const outcome = outcomes.get(nip)
      const results = outcome?.rhks.map((rhk) => ({
        pct: rhk.pct,
        level: rhk.level,
        iki: rhk.items.map(({ planned, result }) => ({
          code: planned.code,
          targetMin: places(result.targetMin),
          targetMax: places(result.targetMax),
          realisation: places(result.realised),
          denominator: places(result.denominator),
          quartersUsed: result.quartersUsed,
          quartersExcluded: result.quartersExcluded,
          quartersNotSubmitted: result.quartersNotSubmitted,
          status: result.status,
          missing: result.missing,
          pct: result.pct,
        })),
      }))
      if (hasil) {
        expect(results).toMatchObject(
          hasil.rhk.map(({ pct, level, iki }) => ({
            pct,
            level,
            iki: iki.map(({ subject: _s, weight: _w, polarity: _p, tolerancePct: _t, ...item }) => item),
          })),
        )
        const { status, shareAbove, shareBelow, excludedWeightPct } = hasil
        expect(outcome?.result).toMatchObject({ status, shareAbove, shareBelow, excludedWeightPct })
      }
      if (perilaku) {
        expect(outcome?.behaviour?.values).toMatchObject(
          perilaku.values.map(({ value, score, level, dropped }) => ({ value, score, level, dropped })),
        )
        expect(outcome?.behaviour?.rating?.above ?? null).toBe(perilaku.above)
      }
    }
  })
})
