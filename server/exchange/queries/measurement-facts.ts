import { agreedSkpStates } from '../../appraisals/policy.ts'
import type { Polarity } from '../../appraisals/rules/indicator-achievement.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'
import type { Aggregation, Attribution } from '../rules/kinds/indikator.ts'
import type { Existing } from '../rules/kinds/kind.ts'
import { seriesKey } from '../rules/kinds/realisasi.ts'
import type { RunScope } from './facts.ts'

export type ActiveIndicator = {
  readonly polarity: Polarity
  readonly attribution: Attribution
  readonly aggregation: Aggregation
  /** Exact decimal text. */
  readonly factor: string
  readonly maxValue: string | null
}

/** Active indicators by code. */
export async function activeIndicators(tx: Transaction): Promise<ReadonlyMap<string, ActiveIndicator>> {
  const rows = await tx.$queryRaw<(ActiveIndicator & { code: string })[]>`
    SELECT i.code, v.polarity::text, v.attribution::text, v.aggregation::text, trim_scale(v.factor)::text AS factor,
      trim_scale(v.max_value)::text AS "maxValue"
    FROM indicator i JOIN indicator_version v ON v.indicator_id = i.id AND v.state = 'AKTIF'`
  return new Map(rows.map(({ code, ...indicator }) => [code, indicator]))
}

/** The series of these subjects (NIP or unit code) that some agreed plan of the year uses. */
export async function plannedSeries(
  tx: Transaction,
  { year }: RunScope,
  subjects: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ code: string; subject: string }[]>(Prisma.sql`
    SELECT i.code, subject.name AS subject
    FROM ${subjectsNamed(subjects)} JOIN measurement_series s ON s.employee_id = subject.employee_id OR s.unit_id = subject.unit_id
    JOIN indicator i ON i.id = s.indicator_id
    WHERE s.year = ${year} AND EXISTS (
      SELECT FROM iki JOIN rhk ON rhk.id = iki.rhk_id JOIN skp ON skp.id = rhk.skp_id
      WHERE iki.series_id = s.id AND skp.state = ANY(${[...agreedSkpStates]}::skp_state[]))`)
  return new Set(rows.map(({ code, subject }) => seriesKey(code, subject)))
}

/** Measurements of these subjects in the year by series and period; of several versions the one that a file brought. */
export async function storedRealisations(tx: Transaction, scope: RunScope, subjects: readonly string[]): Promise<Existing> {
  const rows = await tx.$queryRaw<{ code: string; subject: string; period: string; hash: string | null }[]>(Prisma.sql`
    SELECT DISTINCT ON (r.series_id, r.period_id) i.code, subject.name AS subject, p.key AS period, r.source_hash AS hash
    FROM ${subjectsNamed(subjects)} JOIN measurement_series s ON s.employee_id = subject.employee_id OR s.unit_id = subject.unit_id
    JOIN indicator i ON i.id = s.indicator_id JOIN realisation r ON r.series_id = s.id JOIN period p ON p.id = r.period_id
    WHERE s.year = ${scope.year} AND r.import_run_id IS DISTINCT FROM ${scope.runId}::uuid
    ORDER BY r.series_id, r.period_id, r.source_hash IS NULL, r.version`)
  return new Map(rows.map(({ code, subject, period, hash }) => [`${seriesKey(code, subject)}|${period}`, hash ?? '']))
}

const subjectsNamed = (subjects: readonly string[]) => Prisma.sql`(
    SELECT name, e.id AS employee_id, NULL::uuid AS unit_id FROM unnest(${[...subjects]}::text[]) AS name JOIN employee e ON e.nip = name
    UNION ALL
    SELECT name, NULL, u.id FROM unnest(${[...subjects]}::text[]) AS name JOIN unit u ON u.code = name
  ) subject`
