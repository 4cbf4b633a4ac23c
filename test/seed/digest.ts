import type { Database } from '../../server/db.ts'

/** Tables whose rows follow from the seed and the clock alone, ids and instants included. */
const tables = [
  'unit',
  'unit_version',
  'unit_ancestor',
  'employee',
  'position_record',
  'rank_record',
  'education_record',
  'training_record',
  'disciplinary_record',
  'reporting_line',
  'role_grant',
  'period',
  'measurement_series',
  'realisation',
  'evidence',
  'skp',
  'rhk',
  'behaviour_rating',
  'import_row',
] as const

/** One hash for each table of the city; appraisals by what they say, because their own ids are made by the command. */
export async function digestOf({ prisma }: Pick<Database, 'prisma'>): Promise<Record<string, string>> {
  const { Prisma } = await import('../../server/generated/prisma/client.ts')
  const digests: Record<string, string> = {}
  for (const table of tables) {
    const rows = await prisma.$queryRaw<{ digest: string }[]>`
      SELECT md5(string_agg(t::text, E'\n' ORDER BY t::text)) AS digest FROM ${Prisma.raw(`"${table}"`)} t`
    digests[table] = rows[0]?.digest ?? ''
  }
  const appraisals = await prisma.$queryRaw<{ digest: string }[]>`
    SELECT md5(string_agg(concat_ws('|', e.nip, p.key, a.state, a.predikat, a.no_predikat_reason, a.weighted_score, a.behaviour_rating), E'\n'
      ORDER BY e.nip, p.key, a.version)) AS digest
    FROM appraisal a JOIN employee e ON e.id = a.employee_id JOIN period p ON p.id = a.period_id`
  digests.appraisal = appraisals[0]?.digest ?? ''
  return digests
}
