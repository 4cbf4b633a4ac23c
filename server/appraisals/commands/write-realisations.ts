import { type MissingReason, Prisma } from '../../generated/prisma/client.ts'
import { newId } from '../../new-id.ts'
import type { Transaction } from '../../transact.ts'
import { expectAll, unnest } from '../../unnest.ts'
import { holdYear } from './running-year.ts'
import { ensureSeries, type SeriesName } from './write-series.ts'

/** A measurement as the owner of its source gives it. Numbers are exact decimal text, dates `YYYY-MM-DD`. */
export type RealisationRecord = {
  readonly indicatorCode: string
  readonly subjectKind: 'EMPLOYEE' | 'UNIT'
  /** NIP or unit code. */
  readonly subject: string
  /** `2025-TW1` */
  readonly period: string
  readonly value: string | null
  readonly numerator: string | null
  readonly denominator: string | null
  readonly missingReason: MissingReason | null
  readonly measuredOn: string
  readonly source: string
  /** As it was written; a usable link only where `isTraceable`. */
  readonly evidence: string | null
  readonly isTraceable: boolean
  readonly sourceHash: string
}

/**
 * Enters measurements, with their evidence. They are VERIFIED: a file comes from the owner of the source, and each row passed the checks of
 * the import. Quality is a quarter each for complete, on time, verified and traceable (LOCAL). Appraisals follow at the next computation.
 * A fixed number of statements however many records; a kernel of the import commands.
 * @throws DomainError PERIOD_CLOSED, or CONFLICT when an indicator or subject is gone
 */
export async function writeRealisations(
  tx: Transaction,
  records: readonly RealisationRecord[],
  { importRunId, year, now }: { readonly importRunId: string; readonly year: number; readonly now: Date },
): Promise<void> {
  await holdYear(tx, year, [...new Set(records.map(({ period }) => period))], now)
  const rows = records.map((record) => ({ ...record, ...seriesName(record), id: newId() }))
  await ensureSeries(tx, year, rows)
  const written = await tx.$executeRaw(Prisma.sql`
    INSERT INTO realisation (id, series_id, period_id, state, value, numerator, denominator, missing_reason, measured_on, source, is_complete,
      is_on_time, is_traceable, quality, verified_at, import_run_id, source_hash)
    SELECT "row".id, s.id, p.id, 'VERIFIED', "row".value, numerator, denominator, missing_reason, measured_on, source, is_complete, on_time, is_traceable,
      (1 + is_complete::int + on_time::int + is_traceable::int) / 4.0, ${now}::timestamptz, ${importRunId}::uuid, "row".source_hash
    FROM ${unnest(rows, {
      id: ['uuid', ({ id }) => id],
      indicator_code: ['text', ({ indicatorCode }) => indicatorCode],
      nip: ['text', ({ nip }) => nip],
      unit_code: ['text', ({ unitCode }) => unitCode],
      period: ['text', ({ period }) => period],
      value: ['numeric', ({ value }) => value],
      numerator: ['numeric', ({ numerator }) => numerator],
      denominator: ['numeric', ({ denominator }) => denominator],
      missing_reason: ['missing_reason', ({ value, missingReason }) => (value === null ? missingReason : null)],
      measured_on: ['date', ({ measuredOn }) => measuredOn],
      source: ['text', ({ source }) => source],
      is_complete: ['boolean', ({ value }) => value !== null],
      is_traceable: ['boolean', ({ isTraceable }) => isTraceable],
      source_hash: ['text', ({ sourceHash }) => sourceHash],
    })}
    JOIN indicator i ON i.code = "row".indicator_code JOIN period p ON p.key = "row".period
    CROSS JOIN LATERAL (SELECT "row".measured_on <= p.closes_on AS on_time) recorded
    LEFT JOIN employee e ON e.nip = "row".nip LEFT JOIN unit u ON u.code = "row".unit_code
    JOIN LATERAL (
      SELECT id FROM measurement_series WHERE indicator_id = i.id AND employee_id = e.id AND year = ${year}
      UNION ALL SELECT id FROM measurement_series WHERE indicator_id = i.id AND unit_id = u.id AND year = ${year}
    ) s ON true`)
  expectAll(written, rows)
  await writeEvidence(tx, rows)
}

/** A link to a document, or words about one, which prove less. */
async function writeEvidence(
  tx: Transaction,
  rows: readonly (Pick<RealisationRecord, 'evidence' | 'isTraceable' | 'source'> & { readonly id: string })[],
): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO evidence (id, realisation_id, kind, url, description)
    SELECT id, realisation_id, kind, url, description FROM ${unnest(
      rows.filter(({ evidence }) => evidence !== null),
      {
        id: ['uuid', () => newId()],
        realisation_id: ['uuid', ({ id }) => id],
        kind: ['evidence_kind', ({ isTraceable }) => (isTraceable ? 'OFFICIAL_DOCUMENT' : 'SELF_STATEMENT')],
        url: ['text', ({ evidence, isTraceable }) => (isTraceable ? evidence : null)],
        description: ['text', ({ evidence, isTraceable, source }) => (isTraceable ? source : (evidence ?? ''))],
      },
    )}`)
}

function seriesName({ indicatorCode, subjectKind, subject }: RealisationRecord): SeriesName {
  const isEmployee = subjectKind === 'EMPLOYEE'
  return { indicatorCode, nip: isEmployee ? subject : null, unitCode: isEmployee ? null : subject }
}
