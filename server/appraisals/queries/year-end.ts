import { Prisma } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'

type Counts = Record<string, number>

/** The current appraisals of a period, counted. Keys that nobody has are left out. */
export type YearEnd = {
  readonly predikat: Counts
  /** Those with a predikat. */
  readonly appraised: number
  /** By reason. */
  readonly withoutPredikat: Counts
  /** Ratings of those who have a plan and are appraised; INSUFFICIENT_DATA where too little was measured. */
  readonly hasilKerja: Counts
  /** Ratings of those who are appraised; INCOMPLETE where a value has no usable group. */
  readonly perilaku: Counts
  readonly ambiguousHasil: number
  readonly ambiguousPerilaku: number
  /** Predikat and reasons by system of record. */
  readonly bySystem: Record<string, Counts>
  /** Predikat and reasons by office (the units below the root), by code. */
  readonly byOpd: readonly ({ readonly unit: string; readonly name: string } & Record<string, string | number>)[]
  /** Planned indicators: how many, by status (`MISSING/ZERO`) and by level. */
  readonly indicators: { readonly measured: number; readonly status: Counts; readonly level: Counts }
}

type Group = {
  readonly system: string
  readonly outcome: string
  readonly isRated: boolean
  readonly result: string | null
  readonly behaviour: string | null
  readonly isResultAmbiguous: boolean
  readonly isBehaviourAmbiguous: boolean
  readonly opdCode: string
  readonly opdName: string
  readonly count: number
}

/** Counts a period live, in two statements; the summaries must agree with it. Cancelled appraisals are left out. */
export async function yearEndOf(tx: Pick<Transaction, '$queryRaw'>, periodKey: string): Promise<YearEnd> {
  const groups = await tx.$queryRaw<Group[]>(Prisma.sql`
    SELECT a.system, coalesce(a.predikat::text, a.no_predikat_reason::text) AS outcome, a.predikat IS NOT NULL AS "isRated",
      coalesce(a.result_rating::text, a.result_status) AS result,
      CASE WHEN a.no_predikat_reason IS DISTINCT FROM 'NOT_APPRAISED' THEN coalesce(a.behaviour_rating::text, 'INCOMPLETE') END AS behaviour,
      a.result_ambiguous AS "isResultAmbiguous", a.behaviour_ambiguous AS "isBehaviourAmbiguous",
      opd.code AS "opdCode", opd.name AS "opdName", count(*)::int AS count
    FROM appraisal a JOIN period p ON p.id = a.period_id
    JOIN LATERAL (
      SELECT u.code, u.name FROM unit_ancestor up JOIN unit u ON u.id = up.ancestor_id LEFT JOIN unit root ON root.id = u.parent_id
      WHERE up.unit_id = a.unit_id AND root.parent_id IS NULL ORDER BY up.distance LIMIT 1
    ) opd ON true
    WHERE p.key = ${periodKey} AND a.is_current AND a.state <> 'BATAL'
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9 ORDER BY opd.code`)
  const items = await tx.$queryRaw<{ status: string; level: string | null; count: number }[]>(Prisma.sql`
    SELECT concat_ws('/', i.status, i.missing) AS status, i.level, count(*)::int AS count
    FROM appraisal a JOIN period p ON p.id = a.period_id JOIN rhk_result r ON r.appraisal_id = a.id JOIN iki_result i ON i.rhk_result_id = r.id
    WHERE p.key = ${periodKey} AND a.is_current AND a.state <> 'BATAL' GROUP BY 1, 2`)
  const rated = groups.filter(({ isRated }) => isRated)
  return {
    predikat: tally(rated, ({ outcome }) => outcome),
    appraised: total(rated),
    withoutPredikat: tally(groups, ({ isRated, outcome }) => (isRated ? null : outcome)),
    hasilKerja: tally(groups, ({ result }) => result),
    perilaku: tally(groups, ({ behaviour }) => behaviour),
    ambiguousHasil: total(groups.filter(({ isResultAmbiguous }) => isResultAmbiguous)),
    ambiguousPerilaku: total(groups.filter(({ isBehaviourAmbiguous }) => isBehaviourAmbiguous)),
    bySystem: Object.fromEntries([...Map.groupBy(groups, ({ system }) => system)].map(([system, of]) => [system, outcomes(of)])),
    byOpd: [...Map.groupBy(groups, ({ opdCode }) => opdCode)].map(([unit, of]) => ({
      unit,
      name: of[0]?.opdName ?? '',
      ...outcomes(of),
    })),
    indicators: {
      measured: total(items),
      status: tally(items, ({ status }) => status),
      level: tally(items, ({ level }) => level),
    },
  }
}

const outcomes = (groups: readonly Group[]) => tally(groups, ({ outcome }) => outcome)

function tally<Row extends { readonly count: number }>(rows: readonly Row[], keyOf: (row: Row) => string | null): Counts {
  const counts: Counts = {}
  for (const row of rows) {
    const key = keyOf(row)
    if (key !== null) counts[key] = (counts[key] ?? 0) + row.count
  }
  return counts
}

function total(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0)
}

/** One line of the export: numbers as numbers, null where there is none. */
export type Evaluation = {
  readonly nip: string
  readonly hasil: string | null
  readonly weightedScore: number | null
  readonly perilaku: string | null
} & ({ readonly predikat: string } | { readonly reason: string })

/** The current appraisals of a period by NIP, read page by page so that any number fits in memory. */
export async function* evaluationsOf(
  tx: Pick<Transaction, '$queryRaw'>,
  periodKey: string,
  pageSize = 5_000,
): AsyncGenerator<Evaluation[]> {
  let after = ''
  for (;;) {
    const page = await tx.$queryRaw<
      {
        nip: string
        hasil: string | null
        score: string | null
        perilaku: string | null
        predikat: string | null
        reason: string | null
      }[]
    >(Prisma.sql`
      SELECT e.nip, a.result_rating AS hasil, a.weighted_score::text AS score, a.behaviour_rating AS perilaku, a.predikat, a.no_predikat_reason AS reason
      FROM appraisal a JOIN period p ON p.id = a.period_id JOIN employee e ON e.id = a.employee_id
      WHERE p.key = ${periodKey} AND a.is_current AND a.state <> 'BATAL' AND e.nip > ${after} ORDER BY e.nip LIMIT ${pageSize}`)
    const last = page.at(-1)
    if (!last) return
    yield page.map(({ nip, hasil, score, perilaku, predikat, reason }) => {
      const axes = { nip, hasil, weightedScore: score === null ? null : Number(score), perilaku }
      return predikat === null ? { ...axes, reason: reason ?? '' } : { ...axes, predikat }
    })
    after = last.nip
  }
}
