import pg from 'pg'
import { appraisals } from './seed-appraisals.ts'
import { people } from './seed-people.ts'

/** How much the made-up city holds. */
export type CityPlan = {
  readonly employees: number
  readonly units: number
  /** One person in so many has the full history of two years; the others have a small plan of the last year. */
  readonly fullEvery: number
}

/** Above this size only a part of the people gets the full history, or filling would take a quarter of an hour. */
const allFullUpTo = 20_000

export function cityPlan(employees: number): CityPlan {
  return { employees, units: Math.max(2, Math.ceil(employees / 25)), fullEvery: employees > allFullUpTo ? 20 : 1 }
}

const helpers = [
  `CREATE SCHEMA bench`,
  `CREATE FUNCTION bench.id(kind int, n int, j int) RETURNS uuid LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
   $$ SELECT ('0190' || lpad(to_hex(n), 8, '0') || '7' || lpad(to_hex(kind), 3, '0') || '8000' || lpad(to_hex(j), 12, '0'))::uuid $$`,
  `CREATE FUNCTION bench.pick(n int, salt int, choices int) RETURNS int LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
   $$ SELECT (abs(hashint4(n * 31 + salt)::bigint) % choices)::int $$`,
] as const

/**
 * Fills an empty, migrated database with a made-up city of any size, set by set: 5,000 people take some twenty seconds, 200,000 below four
 * minutes. The same size gives the same city. `url` must be that of the owner with the rights of a superuser, because foreign keys are not
 * checked while filling. Statistics are up to date afterwards.
 */
export async function seedLarge(url: string, { employees }: Pick<CityPlan, 'employees'>): Promise<CityPlan> {
  const plan = cityPlan(employees)
  // A tree of at most five levels: the root, and three or four times the branching below it.
  const branching = Math.max(2, Math.ceil(plan.units ** (1 / 4)))
  const values: Record<string, number> = { ...plan, branching }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(
      `SET session_replication_role = replica; SET work_mem = '256MB'; SET synchronous_commit = off; SET max_parallel_workers_per_gather = 0`,
    )
    for (const statement of [...helpers, ...people, ...appraisals]) {
      await client.query(
        statement.replace(/\$(units|employees|branching|fullEvery)\b/g, (_match, name: string) => String(values[name])),
      )
    }
    await client.query('DROP SCHEMA bench CASCADE')
    await client.query('VACUUM (ANALYZE)')
  } finally {
    await client.end()
  }
  return plan
}
