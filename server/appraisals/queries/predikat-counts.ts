import { Prisma } from '../../generated/prisma/client.ts'

const predikats = { SB: 'SANGAT_BAIK', B: 'BAIK', BP: 'BUTUH_PERBAIKAN', K: 'KURANG', SK: 'SANGAT_KURANG' } as const

/** Counts of a column of predikat as the JSON object that F6 reads; `where` narrows the rows down. */
export function predikatCounts(column: Prisma.Sql, where = Prisma.sql`TRUE`): Prisma.Sql {
  const parts = Object.entries(predikats).map(
    ([short, predikat]) =>
      Prisma.sql`${short}::text, count(*) FILTER (WHERE ${column} = ${predikat}::predikat AND ${where})::int`,
  )
  return Prisma.sql`json_build_object(${Prisma.join(parts)})`
}
