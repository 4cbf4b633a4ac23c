import { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { register } from '../../server/appraisals/cli.ts'
import { type Evaluation, evaluationsOf } from '../../server/appraisals/queries/year-end.ts'
import type { Runtime } from '../../server/runtime.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { PlannedCity } from './factory.ts'

let test: TestDatabase
let city: PlannedCity

beforeAll(async () => {
  test = await createTestDatabase()
  city = await PlannedCity.create(test.database)
})
afterAll(() => test.drop())

type Printed = { readonly value: unknown; readonly lines: readonly string[] }

/** Runs `tera …` on the database of the test and answers what it would print. */
async function tera(...args: readonly string[]): Promise<Printed[]> {
  const printed: Printed[] = []
  const runtime: Pick<Runtime, 'withDatabase' | 'print' | 'progress'> = {
    withDatabase: (run) => run(test.database),
    print: (_options, value, lines) => printed.push({ value, lines }),
    progress: async () => ({ advance: () => undefined, finish: () => undefined }),
  }
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined })
  register(program, runtime as Runtime)
  await program.parseAsync(args, { from: 'user' })
  return printed
}

const now = ['--now', '2026-01-31T09:00:00+07:00']

describe('tera evaluate', () => {
  it('computes the period and prints its counts', async () => {
    const [printed] = await tera('evaluate', '--period', '2025', ...now, '--json')
    expect(printed?.value).toEqual({
      predikat: { BAIK: 2, BUTUH_PERBAIKAN: 1 },
      appraised: 3,
      withoutPredikat: { NO_SKP: 5 },
      hasilKerja: { DI_ATAS: 1, SESUAI: 1, DI_BAWAH: 1 },
      perilaku: { SESUAI: 3, INCOMPLETE: 5 },
      ambiguousHasil: 0,
      ambiguousPerilaku: 0,
      bySystem: { LOKAL: { BAIK: 2, BUTUH_PERBAIKAN: 1, NO_SKP: 5 } },
      byOpd: [
        { unit: city.city.code.city, name: 'Unit city', NO_SKP: 1 },
        { unit: city.city.code.health, name: 'Unit health', BAIK: 2, NO_SKP: 3 },
        { unit: city.city.code.works, name: 'Unit works', BUTUH_PERBAIKAN: 1, NO_SKP: 1 },
      ],
      indicators: { measured: 5, status: { OK: 5 }, level: { DI_ATAS: 2, SESUAI: 2, DI_BAWAH: 1 } },
    })
    expect(printed?.lines[0]).toBe('Period 2025: 8 employees, 8 computed anew.')
  })

  it('prints the same counts when it is run again', async () => {
    const [first] = await tera('evaluate', '--period', '2025', ...now, '--json')
    const [second] = await tera('evaluate', '--period', '2025', ...now, '--json')
    expect(second?.value).toEqual(first?.value)
    expect(second?.lines[0]).toBe('Period 2025: 8 employees, 0 computed anew.')
  })

  it('refuses a clock without an offset and a period that is not there', async () => {
    await expect(tera('evaluate', '--period', '2025', '--now', '2026-01-31')).rejects.toMatchObject({
      code: 'commander.invalidArgument',
    })
    await expect(tera('evaluate', '--period', '1999')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('tera export evaluations', () => {
  it('prints one employee a line, with a predikat or the reason for none', async () => {
    const printed = await tera('export', 'evaluations', '--period', '2025', '--json')
    expect(printed).toHaveLength(8)
    const { nip } = await test.database.prisma.employee.findUniqueOrThrow({ where: { id: city.city.person.nurse } })
    expect(printed.map(({ value }) => value)).toContainEqual({
      nip,
      hasil: 'DI_ATAS',
      weightedScore: 109.5,
      perilaku: 'SESUAI',
      predikat: 'BAIK',
    })
    const { nip: head } = await test.database.prisma.employee.findUniqueOrThrow({ where: { id: city.city.person.wardHead } })
    expect(printed.map(({ value }) => value)).toContainEqual({
      nip: head,
      hasil: null,
      weightedScore: null,
      perilaku: null,
      reason: 'NO_SKP',
    })
  })

  it('reads page by page, each employee once', async () => {
    const pages: Evaluation[][] = []
    for await (const page of evaluationsOf(test.database.prisma, '2025', 3)) pages.push(page)
    expect(pages.map((page) => page.length)).toEqual([3, 3, 2])
    expect(new Set(pages.flat().map(({ nip }) => nip)).size).toBe(8)
  })
})

describe('tera verify appraisals', () => {
  it('computes the final results of a period again, and refuses a period that there is not', async () => {
    const { id } = await city.appraisal('nurse')
    const { resultRating, behaviourRating, predikat } = await city.appraisal('nurse')
    const suggested = { suggestedResult: resultRating, suggestedBehaviour: behaviourRating, suggestedPredikat: predikat }
    await test.database.prisma.appraisal.update({ where: { id }, data: { ...suggested, state: 'FINAL', ratedAt: new Date() } })
    expect(await tera('verify', 'appraisals', '--period', '2025')).toEqual([
      { value: { checked: 1, drifted: [] }, lines: ['Period 2025: 1 final results computed again, 0 differ.'] },
    ])
    await expect(tera('verify', 'appraisals', '--period', '1999')).rejects.toThrow('no period 1999')
  })
})
