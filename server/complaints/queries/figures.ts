import type { ComplaintExclusion, Prisma } from '../../generated/prisma/client.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { type CountedComplaint, figureHash, type UnitFigure, unitFigure } from '../rules/unit-figure.ts'

type Reader = Pick<Prisma.TransactionClient, '$queryRaw' | 'setting'>

/** Complaints received in `[from, to)` as they stood at `asOf`. */
export type FigureSpan = { readonly from: Date; readonly to: Date; readonly asOf: Date }

export type FigureOfUnit = UnitFigure & { readonly unitId: string; readonly contentHash: string }

type Row = {
  readonly unitId: string
  readonly number: string
  readonly receivedAt: number
  readonly resolvedAt: number | null
  readonly reopenedAt: number | null
  readonly exclusion: ComplaintExclusion | null
}

/**
 * F15 for each unit that has complaints in the time: of these units, or of all when none are named. Complaints about named officials are left out
 * (LOCAL): they have no one-day promise, and a count that differs from what the desk sees would betray them. Two statements.
 */
export async function unitFigures(
  tx: Reader,
  { from, to, asOf }: FigureSpan,
  unitIds: readonly string[] | null = null,
): Promise<FigureOfUnit[]> {
  const { reopenDays } = await settingsOn(tx, civilDate(asOf))
  const rows = await tx.$queryRaw<Row[]>`
    SELECT unit_id AS "unitId", number, (extract(epoch FROM received_at) * 1000)::float8 AS "receivedAt",
      (extract(epoch FROM resolved_at) * 1000)::float8 AS "resolvedAt", (extract(epoch FROM reopened_at) * 1000)::float8 AS "reopenedAt",
      exclusion::text AS exclusion
    FROM complaint
    WHERE queue = 'DESK' AND unit_id IS NOT NULL AND received_at >= ${from} AND received_at < ${to} AND received_at <= ${asOf}
      AND (${unitIds === null} OR unit_id = ANY (${[...(unitIds ?? [])]}::uuid[]))
    ORDER BY unit_id, number`
  const at = asOf.getTime()
  return [...Map.groupBy(rows, ({ unitId }) => unitId)].map(([unitId, complaints]) => {
    const counted: readonly CountedComplaint[] = complaints
    return { unitId, ...unitFigure(at, counted, { reopenDays }), contentHash: figureHash(at, counted, { reopenDays }) }
  })
}
