import { beforeAll, describe, expect, test } from 'vitest'
import { isAccepted } from '../../server/exchange/rules/outcome.ts'
import {
  type City,
  cityTruth,
  type Judged,
  judgeFile,
  loadCity,
  nothingStored,
  type Planted,
  storedBy,
  type Truth,
} from './city.ts'

let city: City
let truth: Truth

beforeAll(async () => {
  ;[city, truth] = await Promise.all([loadCity(), cityTruth()])
})

describe.each(Object.keys(judgeFile))('%s', (file) => {
  let judged: Promise<Judged> | null = null
  const first = () => {
    judged ??= judgeFile[file]!(city, nothingStored)
    return judged
  }

  test('gives every count of the import report', async () => {
    const { report } = await first()
    expect(report).toEqual(truth.files[file])
  })

  test('judges every planted row as labelled', async () => {
    const { outcomes } = await first()
    const byLine = new Map(outcomes.map((outcome) => [outcome.line, outcome]))
    // The workbook holds the rows of the CSV in the same order, so the sheet row is the line.
    const planted = truth.planted[file] ?? truth.planted[file.replace('.xlsx', '.csv')] ?? []
    const seen = planted.map(({ kind, line }) => {
      const outcome = byLine.get(line)
      return {
        kind,
        line,
        outcome: outcome?.outcome ?? 'IGNORED',
        codes: outcome?.codes ?? [],
        warnings: [...(outcome?.warnings ?? [])],
      }
    })
    expect(seen).toEqual(planted.map(expected))
  })

  test('keeps a record for each accepted row, and none for another', async () => {
    const { outcomes, records } = await first()
    if (file === 'skp.csv') return expect(records).toHaveLength(truth.files[file]!.documents!.accepted)
    expect(records.map(({ line }) => line)).toEqual(outcomes.filter(isAccepted).map(({ line }) => line))
  })

  test('changes nothing when it is sent again: accepted rows are skipped, rejected ones stay rejected', async () => {
    const before = await first()
    const again = await judgeFile[file]!(city, storedBy(before))
    expect(again.records).toEqual([])
    expect(again.outcomes.map(({ outcome }) => outcome)).toEqual(
      before.outcomes.map((outcome) => (isAccepted(outcome) ? 'SKIPPED' : outcome.outcome)),
    )
    expect(again.report.rejectedByCode).toEqual(before.report.rejectedByCode)
  })
})

test('the workbook and the CSV of the same staff list store the same people, so that the second one changes nothing', async () => {
  const csv = await judgeFile['pegawai.csv']!(city, nothingStored)
  const xlsx = await judgeFile['pegawai.xlsx']!(city, storedBy(csv))
  expect(xlsx.records).toEqual([])
  expect(xlsx.report.skipped).toBe(csv.report.accepted + csv.report.skipped)
})

test('superiors are applied where they are known, and only there', async () => {
  const { pegawai } = city
  expect(pegawai.records.filter(({ superiorNip }) => superiorNip !== null)).toHaveLength(truth.staff.withAppliedSuperior)
})

function expected({ kind, line, expect: label, codes, warnings }: Planted) {
  const outcome =
    label === 'IGNORED' || label === 'SKIPPED'
      ? label
      : codes.length > 0
        ? 'REJECTED'
        : warnings.length > 0
          ? 'ACCEPTED_WITH_WARNING'
          : 'ACCEPTED'
  return { kind, line, outcome, codes, warnings }
}
