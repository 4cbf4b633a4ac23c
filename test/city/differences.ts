import { evaluationsOf, yearEndOf } from '../../server/appraisals/queries/year-end.ts'
import type { Database } from '../../server/db.ts'
import type { ImportReport } from '../../server/exchange/rules/outcome.ts'
import { sampleOf } from './sample.ts'

export interface CityTruth {
  readonly files: Readonly<Record<string, ImportReport>>
  readonly staff: { readonly accepted: number; readonly withAppliedSuperior: number }
  readonly yearEnd: object
  /** NIP → hasil, weightedScore, perilaku, predikat or reason, and more that is not compared here. */
  readonly employees: Readonly<Record<string, readonly (string | number | null)[]>>
  readonly sampleEmployees: readonly ({ readonly nip: string } & Readonly<Record<string, unknown>>)[]
}

/** Every place where a value is not what it should be; keys that nobody expects are left alone. Lists compare in their order. */
export function differences(expected: unknown, actual: unknown, path: string): string[] {
  if (typeof expected !== 'object' || expected === null || typeof actual !== 'object' || actual === null) {
    return Object.is(expected, actual) ? [] : [`${path}: ${JSON.stringify(expected)} expected, ${JSON.stringify(actual)} found`]
  }
  const found = actual as Readonly<Record<string, unknown>>
  const inner = Object.entries(expected).flatMap(([key, value]) => differences(value, found[key], `${path}.${key}`))
  const isLonger = Array.isArray(expected) && Array.isArray(actual) && actual.length !== expected.length
  return isLonger ? [`${path}: ${expected.length} entries expected, ${actual.length} found`, ...inner] : inner
}

/** A count that is expected nowhere must not be there either. */
export function reportDifferences(file: string, expected: ImportReport | undefined, actual: ImportReport): string[] {
  return [...differences(expected, actual, file), ...differences(actual, expected, `${file} (unexpected)`)]
}

/** Compares a city that was loaded and evaluated with its truth: the staff, the year end, everybody's result, the sample step by step. */
export async function cityDifferences({ prisma }: Database, truth: CityTruth): Promise<string[]> {
  const staff = {
    accepted: await prisma.employee.count(),
    withAppliedSuperior: await prisma.employee.count({ where: { superiorId: { not: null } } }),
  }
  const found = [
    ...differences({ accepted: truth.staff.accepted, withAppliedSuperior: truth.staff.withAppliedSuperior }, staff, 'staff'),
    ...differences(truth.yearEnd, await yearEndOf(prisma, '2025'), 'yearEnd'),
  ]
  const expected = new Map(Object.entries(truth.employees))
  for await (const page of evaluationsOf(prisma, '2025')) {
    for (const { nip, hasil, weightedScore, perilaku, ...outcome } of page) {
      const row = expected.get(nip)
      expected.delete(nip)
      const result = 'predikat' in outcome ? outcome.predikat : outcome.reason
      found.push(...differences(row?.slice(0, 4), [hasil, weightedScore, perilaku, result], `employees.${nip}`))
    }
  }
  found.push(...[...expected.keys()].map((nip) => `employees.${nip}: no appraisal`))
  for (const sample of truth.sampleEmployees) {
    const { nip, hasil, perilaku, system, predikat = null, noPredikatReason } = sample
    const steps = inAnyOrder({
      ...(hasil ? { hasil } : {}),
      ...(perilaku ? { perilaku } : {}),
      system,
      predikat,
      noPredikatReason,
    })
    found.push(...differences(steps, await sampleOf(prisma, nip), `sample.${nip}`))
  }
  return found
}

/** Whose rating comes first says nothing: lists of ratings are compared as sorted. */
function inAnyOrder(steps: unknown): unknown {
  return JSON.parse(JSON.stringify(steps), (key, value: unknown) =>
    ['atasan', 'rekan', 'bawahan', 'diri'].includes(key) && Array.isArray(value) ? value.toSorted() : value,
  )
}
