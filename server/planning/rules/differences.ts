import type { Sentence } from '../../language.ts'
import { exact } from '../../math.ts'
import type { Plan, PlannedIki, PlannedRhk } from './plan.ts'

export type PlanDifference = {
  /** The result, by its title. */
  readonly result: string
  /** The indicator by its code; null for the result itself. */
  readonly indicator: string | null
  readonly what: Sentence
  readonly before: string | null
  readonly after: string | null
}

type Field<Row> = readonly [what: Sentence, read: (row: Row) => string | null]

const number = (text: string | null) => (text === null ? null : exact(text).toFixed())

const rhkFields: readonly Field<PlannedRhk>[] = [
  [{ id: 'jenis', en: 'kind' }, ({ kind }) => kind],
  [{ id: 'bobot', en: 'weight' }, ({ weight }) => number(weight)],
  [{ id: 'RHK yang didukung', en: 'result served' }, ({ servedTitle, assignmentLetter }) => servedTitle ?? assignmentLetter],
  [{ id: 'ekspektasi', en: 'expectation' }, ({ expectation }) => expectation],
]
const ikiFields: readonly Field<PlannedIki>[] = [
  [{ id: 'bobot', en: 'weight' }, ({ weight }) => number(weight)],
  [{ id: 'target', en: 'target' }, ({ target }) => number(target)],
  [{ id: 'target terendah', en: 'lowest target' }, ({ targetMin }) => number(targetMin)],
  [{ id: 'target tertinggi', en: 'highest target' }, ({ targetMax }) => number(targetMax)],
  [{ id: 'toleransi', en: 'tolerance' }, ({ tolerancePct }) => number(tolerancePct)],
]

/**
 * What differs between an earlier plan and a later one. Results are matched by their title without regard to case and blanks, indicators by their
 * code; what stands on one side only is told with an empty other side.
 */
export function differencesOf(before: Pick<Plan, 'rhks'>, after: Pick<Plan, 'rhks'>): PlanDifference[] {
  const found: PlanDifference[] = []
  const earlier = new Map(before.rhks.map((rhk) => [keyOf(rhk.title), rhk]))
  const later = new Map(after.rhks.map((rhk) => [keyOf(rhk.title), rhk]))
  for (const [key, rhk] of later) {
    const old = earlier.get(key)
    if (!old) {
      found.push({ result: rhk.title, indicator: null, what: { id: 'RHK', en: 'result' }, before: null, after: rhk.title })
    } else found.push(...compare(rhkFields, old, rhk, rhk.title, null))
    found.push(...ikiDifferences(old?.ikis ?? [], rhk.ikis, rhk.title))
  }
  for (const [key, rhk] of earlier) {
    if (later.has(key)) continue
    found.push({ result: rhk.title, indicator: null, what: { id: 'RHK', en: 'result' }, before: rhk.title, after: null })
  }
  return found
}

function ikiDifferences(before: readonly PlannedIki[], after: readonly PlannedIki[], result: string): PlanDifference[] {
  const earlier = new Map(before.map((iki) => [iki.code, iki]))
  const later = new Map(after.map((iki) => [iki.code, iki]))
  const what = { id: 'IKI', en: 'indicator' }
  return [
    ...after.flatMap((iki) => {
      const old = earlier.get(iki.code)
      return old
        ? compare(ikiFields, old, iki, result, iki.code)
        : [{ result, indicator: iki.code, what, before: null, after: iki.name }]
    }),
    ...before
      .filter(({ code }) => !later.has(code))
      .map((iki) => ({ result, indicator: iki.code, what, before: iki.name, after: null })),
  ]
}

function compare<Row>(
  fields: readonly Field<Row>[],
  before: Row,
  after: Row,
  result: string,
  indicator: string | null,
): PlanDifference[] {
  return fields.flatMap(([what, read]) => {
    const [old, now] = [read(before), read(after)]
    return old === now ? [] : [{ result, indicator, what, before: old, after: now }]
  })
}

function keyOf(title: string): string {
  return title.trim().replace(/\s+/g, ' ').toLowerCase()
}
