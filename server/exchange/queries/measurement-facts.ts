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
    SELECT i.code, s.subject
    FROM ${seriesOf(subjects, year)} s JOIN indicator i ON i.id = s.indicator_id
    WHERE EXISTS (
      SELECT FROM iki JOIN rhk ON rhk.id = iki.rhk_id JOIN skp ON skp.id = rhk.skp_id
      WHERE iki.series_id = s.id AND skp.state = ANY(${[...agreedSkpStates]}::skp_state[]))`)
  return new Set(rows.map(({ code, subject }) => seriesKey(code, subject)))
}

/** Measurements of these subjects in the year by series and period; of several versions the one that a file brought. */
export async function storedRealisations(tx: Transaction, scope: RunScope, subjects: readonly string[]): Promise<Existing> {
  const rows = await tx.$queryRaw<{ code: string; subject: string; period: string; hash: string | null }[]>(Prisma.sql`
    SELECT DISTINCT ON (r.series_id, r.period_id) i.code, s.subject, p.key AS period, r.source_hash AS hash
    FROM ${seriesOf(subjects, scope.year)} s JOIN indicator i ON i.id = s.indicator_id JOIN realisation r ON r.series_id = s.id JOIN period p ON p.id = r.period_id
    WHERE r.import_run_id IS DISTINCT FROM ${scope.runId}::uuid
    ORDER BY r.series_id, r.period_id, r.source_hash IS NULL, r.version`)
  return new Map(rows.map(({ code, subject, period, hash }) => [`${seriesKey(code, subject)}|${period}`, hash ?? '']))
}

/** All series of these subjects in a year, with the name under which the subject was asked for. */
const seriesOf = (subjects: readonly string[], year: number) => Prisma.sql`(
    SELECT e.nip AS subject, s.* FROM employee e JOIN measurement_series s ON s.employee_id = e.id
    WHERE e.nip = ANY(${[...subjects]}::text[]) AND s.year = ${year}
    UNION ALL
    SELECT u.code, s.* FROM unit u JOIN measurement_series s ON s.unit_id = u.id WHERE u.code = ANY(${[...subjects]}::text[]) AND s.year = ${year}
  )`
