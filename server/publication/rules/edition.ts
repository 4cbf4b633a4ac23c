import { createHash } from 'node:crypto'
import { exact, roundHalfUp } from '../../math.ts'
import { sensitiveCells, shownRows, suppress } from './suppression.ts'

/** Days after the end of a period before its figures may be published (LOCAL): objections and corrections come first. */
export const delayDays = 30

/** Goes up when a method below changes what is published. */
export const methodVersion = 1

export const classes = ['SANGAT_BAIK', 'BAIK', 'BUTUH_PERBAIKAN', 'KURANG', 'SANGAT_KURANG', 'TANPA_PREDIKAT'] as const

export type PublicClass = (typeof classes)[number]

export type UnitCounts = {
  readonly code: string
  readonly name: string
  readonly counts: Readonly<Partial<Record<PublicClass, number>>>
}

export type DistributionRow = {
  /** Null for the units that stand together. */
  readonly code: string | null
  readonly name: string
  /** People whose appraisal is due. */
  readonly total: number
  /** Count of each class in the order of `classes`; null where it is held back. */
  readonly cells: readonly (number | null)[]
}

export type SatisfactionRow = {
  readonly code: string
  readonly name: string
  readonly respondents: number
  /** Index 25–100, 2 decimals, with half the width of its 95 % interval. */
  readonly ikm: number
  readonly halfWidth95: number | null
  readonly mutu: string
  /** The unsur with the lowest mean. */
  readonly lowest: string | null
}

export type OneDayRow = {
  readonly code: string
  readonly name: string
  readonly eligible: number
  /** Share 0–1 with its 95 % interval (Wilson), 4 decimals. */
  readonly rate: number
  readonly ciLow: number
  readonly ciHigh: number
}

/** Why a figure is not shown by itself. */
export type HeldBack = {
  readonly table: 'PREDIKAT' | 'KEPUASAN' | 'PENGADUAN'
  readonly name: string
  readonly reason: 'TOO_FEW' | 'SMALL_CELL' | 'COMPLEMENT'
}

export type Edition = {
  readonly periodKey: string
  readonly kPublic: number
  readonly kCell: number
  readonly methodVersion: number
  readonly distribution: readonly DistributionRow[]
  /** Sums over all units, in the order of `classes`; all null where one of them would tell too much, empty when there is nothing to count. */
  readonly totals: readonly (number | null)[]
  readonly satisfaction: readonly SatisfactionRow[]
  readonly oneDay: readonly OneDayRow[]
  readonly heldBack: readonly HeldBack[]
}

export type EditionInputs = {
  readonly periodKey: string
  readonly kPublic: number
  readonly kCell: number
  readonly units: readonly UnitCounts[]
  readonly satisfaction: readonly SatisfactionRow[]
  readonly oneDay: readonly OneDayRow[]
}

/** What is published of a period (domains E4 and TA3): everything that could single somebody out is held back, and it is told where. */
export function makeEdition({ periodKey, kPublic, kCell, units, satisfaction, oneDay }: EditionInputs): Edition {
  const counted = units.map(({ counts, ...unit }) => ({ ...unit, cells: classes.map((one) => counts[one] ?? 0) }))
  const totalOf = (cells: readonly number[]) => cells.reduce((sum, count) => sum + count, 0)
  const shown = shownRows(
    counted.map(({ cells }) => totalOf(cells)),
    kPublic,
  )
  const together = counted.filter((_unit, place) => !shown.has(place) && totalOf(counted[place]?.cells ?? []) > 0)
  const rest = classes.map((_one, column) => together.reduce((sum, { cells }) => sum + (cells[column] ?? 0), 0))
  const rows = [
    ...counted.filter((_unit, place) => shown.has(place)),
    ...(together.length > 0 ? [{ code: null, name: '', cells: rest }] : []),
  ]
  const isPublishable = rows.reduce((sum, { cells }) => sum + totalOf(cells), 0) >= kPublic
  const table = isPublishable ? rows : []
  const mask = suppress(
    table.map(({ cells }) => cells),
    kCell,
  )
  const isHidden = (row: number, column: number) => mask[row]?.[column] ?? false
  const small = (count: number, total: number) => count > 0 && (count < kCell || count === total)
  const enough = <Row extends { readonly name: string }>(list: readonly Row[], size: (row: Row) => number) =>
    Map.groupBy(list, (row) => size(row) >= kPublic)
  const rated = enough(satisfaction, ({ respondents }) => respondents)
  const handled = enough(oneDay, ({ eligible }) => eligible)
  const tooFew = (name: HeldBack['table'], list: readonly { readonly name: string }[] = []) =>
    list.map((row): HeldBack => ({ table: name, name: row.name, reason: 'TOO_FEW' }))
  return {
    ...{ periodKey, kPublic, kCell, methodVersion },
    distribution: table.map(({ code, name, cells }, row) => ({
      ...{ code, name, total: totalOf(cells) },
      cells: cells.map((count, column) => (isHidden(row, column) ? null : count)),
    })),
    totals: shownTotals(
      table.map(({ cells }) => cells),
      kCell,
    ),
    satisfaction: rated.get(true) ?? [],
    oneDay: handled.get(true) ?? [],
    heldBack: [
      ...tooFew('PREDIKAT', together),
      ...table.flatMap(({ name, cells }, row): HeldBack[] => {
        const hidden = cells.flatMap((count, column) => (isHidden(row, column) ? [small(count, totalOf(cells))] : []))
        if (hidden.length === 0) return []
        return [{ table: 'PREDIKAT', name, reason: hidden.some(Boolean) ? 'SMALL_CELL' : 'COMPLEMENT' }]
      }),
      ...tooFew('KEPUASAN', rated.get(false)),
      ...tooFew('PENGADUAN', handled.get(false)),
    ],
  }
}

/** A class of few people, or of everybody, is one in the whole city as well: then no class is told of the city. */
function shownTotals(table: readonly (readonly number[])[], k: number): (number | null)[] {
  if (table.length === 0) return []
  const totals = classes.map((_one, column) => table.reduce((sum, cells) => sum + (cells[column] ?? 0), 0))
  const isTelling = sensitiveCells([totals], k).some((row) => row.some(Boolean))
  return totals.map((total) => (isTelling ? null : total))
}

/** SHA-256 over an edition: what was previewed is what is issued. */
export function editionHash(edition: Edition): string {
  return createHash('sha256').update(JSON.stringify(edition)).digest('hex')
}

/** Share of people with a predikat, in per cent, 2 decimals; null where it is held back or there is nobody. */
export function coveragePct({ total, cells }: Pick<DistributionRow, 'total' | 'cells'>): number | null {
  const without = cells[classes.indexOf('TANPA_PREDIKAT')]
  if (total === 0 || without === null || without === undefined) return null
  return roundHalfUp(
    exact(total - without)
      .div(total)
      .times(100),
    2,
  )
}
