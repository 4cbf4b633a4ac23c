import { Prisma, type RhkKind, type SystemOfRecord } from '../../generated/prisma/client.ts'
import { newId } from '../../new-id.ts'
import type { Transaction } from '../../transact.ts'
import { expectAll, unnest } from '../../unnest.ts'
import { holdYear } from './running-year.ts'
import { ensureSeries } from './write-series.ts'

/** An indicator of a plan. Numbers are exact decimal text; `subjectUnit` is null where the person is measured. */
export type PlannedIndicator = {
  readonly indicatorCode: string
  readonly subjectUnit: string | null
  readonly weight: string
  readonly target: string | null
  readonly targetMin: string | null
  readonly targetMax: string | null
  readonly tolerancePct: string | null
  readonly baseline: string | null
  readonly targetReason: string | null
}

/** The agreed plan of one person for one year, as a file gives it. */
export type PlanRecord = {
  readonly nip: string
  readonly system: SystemOfRecord
  readonly leadsUnit: boolean
  readonly weightSum: string
  readonly sourceHash: string
  readonly results: readonly {
    readonly resultNumber: number
    readonly resultTitle: string
    readonly resultKind: RhkKind
    readonly resultWeight: string
    readonly interventionOf: string | null
    readonly indicators: readonly PlannedIndicator[]
  }[]
}

/**
 * Enters plans that are in force (BERJALAN), each with a snapshot of the post as it stands: unit with its path, position and penilai. The
 * indicators are pinned to their active versions. A fixed number of statements however many plans; a kernel of the import commands.
 * @throws DomainError PERIOD_CLOSED, or CONFLICT when an indicator, unit or employee is gone
 */
export async function writePlans(
  tx: Transaction,
  plans: readonly PlanRecord[],
  { importRunId, year, now }: { readonly importRunId: string; readonly year: number; readonly now: Date },
): Promise<void> {
  await holdYear(tx, year, [], now)
  const skps = plans.map((plan) => ({ ...plan, id: newId() }))
  const rhks = skps.flatMap(({ id: skpId, nip, results }) => results.map((result) => ({ ...result, id: newId(), skpId, nip })))
  const ikis = rhks.flatMap(({ id: rhkId, nip, indicators }) =>
    indicators.map((indicator, index) => {
      const unitCode = indicator.subjectUnit
      return { ...indicator, id: newId(), rhkId, number: index + 1, unitCode, nip: unitCode === null ? nip : null }
    }),
  )
  await ensureSeries(tx, year, ikis)
  expectAll(await insertSkps(tx, skps, importRunId, String(year)), skps)
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO rhk (id, skp_id, number, title, kind, weight, intervention_of)
    SELECT id, skp_id, number, title, kind, weight, intervention_of FROM ${unnest(rhks, {
      id: ['uuid', ({ id }) => id],
      skp_id: ['uuid', ({ skpId }) => skpId],
      number: ['smallint', ({ resultNumber }) => resultNumber],
      title: ['text', ({ resultTitle }) => resultTitle],
      kind: ['rhk_kind', ({ resultKind }) => resultKind],
      weight: ['numeric', ({ resultWeight }) => resultWeight],
      intervention_of: ['text', ({ interventionOf }) => interventionOf],
    })}`)
  expectAll(await insertIkis(tx, ikis, year), ikis)
}

function insertSkps(
  tx: Transaction,
  skps: readonly (PlanRecord & { readonly id: string })[],
  importRunId: string,
  periodKey: string,
): Promise<number> {
  return tx.$executeRaw(Prisma.sql`
    INSERT INTO skp (id, employee_id, period_id, state, system, leads_unit, starts_on, ends_on, unit_id, unit_path, position_title,
      position_level, penilai_id, weight_sum, import_run_id, source_hash)
    SELECT "row".id, e.id, p.id, 'BERJALAN', "row".system, "row".leads_unit, p.starts_on, p.ends_on, e.unit_id, path.names, e.position_title,
      e.position_level, e.superior_id, "row".weight_sum, ${importRunId}::uuid, "row".source_hash
    FROM ${unnest(skps, {
      id: ['uuid', ({ id }) => id],
      nip: ['text', ({ nip }) => nip],
      system: ['system_of_record', ({ system }) => system],
      leads_unit: ['boolean', ({ leadsUnit }) => leadsUnit],
      weight_sum: ['numeric', ({ weightSum }) => weightSum],
      source_hash: ['text', ({ sourceHash }) => sourceHash],
    })}
    JOIN employee e ON e.nip = "row".nip JOIN period p ON p.key = ${periodKey}
    JOIN LATERAL (
      SELECT coalesce(string_agg(u.name, ' › ' ORDER BY a.distance DESC), '') AS names
      FROM unit_ancestor a JOIN unit u ON u.id = a.ancestor_id WHERE a.unit_id = e.unit_id
    ) path ON true`)
}

type Iki = PlannedIndicator & {
  readonly id: string
  readonly rhkId: string
  readonly number: number
  readonly nip: string | null
  readonly unitCode: string | null
}

function insertIkis(tx: Transaction, ikis: readonly Iki[], year: number): Promise<number> {
  return tx.$executeRaw(Prisma.sql`
    INSERT INTO iki (id, rhk_id, number, indicator_version_id, series_id, weight, target, target_min, target_max, tolerance_pct, baseline,
      target_reason)
    SELECT "row".id, "row".rhk_id, "row".number, v.id, s.id, "row".weight, "row".target, "row".target_min, "row".target_max, "row".tolerance_pct,
      "row".baseline, "row".target_reason
    FROM ${unnest(ikis, {
      id: ['uuid', ({ id }) => id],
      rhk_id: ['uuid', ({ rhkId }) => rhkId],
      number: ['smallint', ({ number }) => number],
      indicator_code: ['text', ({ indicatorCode }) => indicatorCode],
      nip: ['text', ({ nip }) => nip],
      unit_code: ['text', ({ unitCode }) => unitCode],
      weight: ['numeric', ({ weight }) => weight],
      target: ['numeric', ({ target }) => target],
      target_min: ['numeric', ({ targetMin }) => targetMin],
      target_max: ['numeric', ({ targetMax }) => targetMax],
      tolerance_pct: ['numeric', ({ tolerancePct }) => tolerancePct],
      baseline: ['numeric', ({ baseline }) => baseline],
      target_reason: ['text', ({ targetReason }) => targetReason],
    })}
    JOIN indicator i ON i.code = "row".indicator_code JOIN indicator_version v ON v.indicator_id = i.id AND v.state = 'AKTIF'
    LEFT JOIN employee e ON e.nip = "row".nip LEFT JOIN unit u ON u.code = "row".unit_code
    JOIN LATERAL (
      SELECT id FROM measurement_series WHERE indicator_id = i.id AND employee_id = e.id AND year = ${year}
      UNION ALL SELECT id FROM measurement_series WHERE indicator_id = i.id AND unit_id = u.id AND year = ${year}
    ) s ON true`)
}
