import type { Database } from '../../server/db.ts'
import { readTable } from '../../server/exchange/readers.ts'
import { mapTable } from '../../server/exchange/rules/headers.ts'
import { type SurveyFileRow, skmRespon } from '../../server/exchange/rules/kinds/skm-respon.ts'
import { liveResult } from '../../server/surveys/queries/results.ts'
import { findBursts } from '../../server/surveys/rules/integrity.ts'
import { maskPersonalData } from '../../server/surveys/rules/personal-data.ts'
import { isStraightFour } from '../../server/surveys/rules/result.ts'
import { differences } from './differences.ts'

type IkmFigure = {
  /** Code of the unit. */
  readonly unit: string
  readonly n: number
  readonly nrr: readonly (number | null)[]
  readonly weight: number
  readonly ikm: number
  readonly mutu: string
  readonly halfWidth95: number
  readonly public: boolean
  readonly internal: boolean
  readonly stuffingFlagged: number
  readonly ikmWithoutFlagged: number | null
  readonly mutuWithoutFlagged: string | null
  readonly lowest: string
}

type BurstFigure = {
  readonly unit: string
  readonly device: string
  readonly responses: number
  readonly firstTicket: string
  readonly lastTicket: string
}

export interface SatisfactionTruth {
  readonly ikm: readonly IkmFigure[]
  readonly skmBursts: readonly BurstFigure[]
  readonly skmPersonalDataTickets: readonly string[]
}

/**
 * Compares the index of every service unit with its class, interval, lowest element and what it is without bursts, as they stand in the database; and
 * bursts and personal data by their tickets, which the database does not know, as the rules find them in the file.
 */
export async function satisfactionDifferences(
  { prisma }: Database,
  { ikm, skmBursts, skmPersonalDataTickets }: SatisfactionTruth,
  file: Buffer,
): Promise<string[]> {
  const surveys = await prisma.survey.findMany({
    where: { period: { key: '2025' } },
    select: { id: true, unit: { select: { code: true, name: true } } },
  })
  const found = await Promise.all(
    surveys.map(async ({ id, unit }) => {
      const result = await liveResult(prisma, id)
      return {
        ...{ unit: unit.code, name: unit.name, n: result.respondents, nrr: result.questions.map(({ nrr }) => nrr) },
        ...{ weight: result.weight, ikm: result.ikm, mutu: result.mutu, halfWidth95: result.halfWidth95 },
        ...{ public: result.respondents >= 10, internal: result.respondents >= 5, stuffingFlagged: result.flagged },
        ...{ ikmWithoutFlagged: result.ikmWithoutFlagged, mutuWithoutFlagged: result.mutuWithoutFlagged },
        lowest: result.lowestFirst[0],
      }
    }),
  )
  const rows = await acceptedRows(file, new Set(surveys.map(({ unit }) => unit.code)))
  const masked = await prisma.surveyComment.count({ where: { isMasked: true } })
  return [
    ...differences(byUnit(ikm), byUnit(found), 'ikm'),
    ...differences(ikm.length, found.length, 'units with a survey'),
    ...differences(skmBursts, burstsOf(rows), 'skmBursts'),
    ...differences(skmPersonalDataTickets, namingTickets(rows), 'skmPersonalDataTickets'),
    ...differences(skmPersonalDataTickets.length, masked, 'masked comments'),
  ]
}

const byUnit = (rows: readonly { readonly unit: string }[]) => Object.fromEntries(rows.map((row) => [row.unit, row]))

async function acceptedRows(file: Buffer, codes: ReadonlySet<string>): Promise<readonly SurveyFileRow[]> {
  const units = new Map([...codes].map((code) => [code, { isServiceUnit: true, isClosed: false }]))
  const table = mapTable(skmRespon, await readTable(file), {})
  return skmRespon.judge(table, { units, existing: new Map() }, { today: '2025-12-31', year: 2025 }).records
}

function burstsOf(rows: readonly SurveyFileRow[]): BurstFigure[] {
  const found = [...Map.groupBy(rows, ({ unitCode }) => unitCode)].flatMap(([unit, own]) => {
    const { bursts, places } = findBursts(own.map((row) => ({ ...row, isStraightFour: isStraightFour(row.scores) })))
    return bursts.map(({ device, responses }) => {
      const tickets = own.flatMap((row, place) => (places.has(place) && row.device === device ? [row.ticket] : [])).sort()
      return { unit, device, responses, firstTicket: tickets[0] ?? '', lastTicket: tickets.at(-1) ?? '' }
    })
  })
  return found.sort((a, b) => (a.firstTicket < b.firstTicket ? -1 : 1))
}

function namingTickets(rows: readonly SurveyFileRow[]): string[] {
  return rows.flatMap(({ ticket, comment }) => (comment !== null && maskPersonalData(comment).isMasked ? [ticket] : [])).sort()
}
