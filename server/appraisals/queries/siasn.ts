import { Prisma } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'
import { type FinalResult, type SiasnRecord, toSiasn } from '../rules/siasn.ts'

/** The records of final results for SIASN, in one statement, by NIP. What has no predikat, or is not final, is left out. */
export async function siasnRecords(tx: Pick<Transaction, '$queryRaw'>, appraisalIds: readonly string[]): Promise<SiasnRecord[]> {
  const rows = await tx.$queryRaw<{ row: FinalResult }[]>(Prisma.sql`
    SELECT json_build_object('id', a.id, 'nip', e.nip, 'kind', q.kind, 'year', q.year, 'startsOn', q.starts_on, 'endsOn', q.ends_on,
      'result', a.result_rating, 'behaviour', a.behaviour_rating, 'predikat', a.predikat,
      'positionLevel', CASE WHEN e.employment_type IN ('PNS', 'CPNS') THEN s.position_level END, 'penilai', CASE WHEN p.id IS NOT NULL THEN json_build_object('nip', p.nip, 'name', p.name, 'position', p.position_title, 'golongan', p.golongan,
        'unit', u.name) END) AS row
    FROM appraisal a JOIN employee e ON e.id = a.employee_id JOIN period q ON q.id = a.period_id LEFT JOIN skp s ON s.id = a.skp_id
    LEFT JOIN employee p ON p.id = coalesce(a.rated_by_id, a.penilai_id) LEFT JOIN unit u ON u.id = p.unit_id
    WHERE a.id = ANY (${[...appraisalIds]}::uuid[]) AND a.state IN ('FINAL', 'TEREKSPOR') AND a.result_rating IS NOT NULL AND a.behaviour_rating IS NOT NULL
      AND a.predikat IS NOT NULL
    ORDER BY e.nip, q.starts_on`)
  return rows.map(({ row }) => toSiasn(row))
}

/** Results of a period that one page of {@link siasnPages} holds. */
export type SiasnPage = {
  readonly records: readonly SiasnRecord[] /** Those that were not handed over yet. */
  readonly newIds: readonly string[]
}

/**
 * All final results of a period by NIP, page by page, so that any number fits in memory. What another national system holds already is left out: teachers are
 * appraised on the platform of their ministry, and results that came from e-Kinerja are there.
 */
export async function* siasnPages(
  tx: Pick<Transaction, '$queryRaw'>,
  periodKey: string,
  pageSize = 500,
): AsyncGenerator<SiasnPage> {
  let after = ''
  for (;;) {
    const page = await tx.$queryRaw<{ id: string; nip: string; isNew: boolean }[]>(Prisma.sql`
      SELECT a.id, e.nip, a.state = 'FINAL' AS "isNew" FROM appraisal a JOIN employee e ON e.id = a.employee_id JOIN period q ON q.id = a.period_id
      WHERE q.key = ${periodKey} AND a.is_current AND a.state IN ('FINAL', 'TEREKSPOR') AND a.system = 'LOKAL' AND e.nip > ${after} ORDER BY e.nip LIMIT ${pageSize}`)
    const last = page.at(-1)
    if (!last) return
    const records = await siasnRecords(
      tx,
      page.map(({ id }) => id),
    )
    yield { records, newIds: page.flatMap(({ id, isNew }) => (isNew ? [id] : [])) }
    after = last.nip
  }
}
