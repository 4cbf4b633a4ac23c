import type { Context } from '../../context.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { compareGroups, type GroupShare, type GroupTally } from '../rules/fairness.ts'
import type { AggregateScope } from './aggregates.ts'
import { comparedUnit } from './compare.ts'
import { periodIdOf } from './judgements.ts'
import { smallestGroup } from './small-groups.ts'

type Asked = Pick<Context, 'db' | 'actor' | 'now'>

/** By what groups are compared. UNIT is the parts directly below the unit. */
export const fairnessDimensions = ['SEX', 'AGE_BAND', 'GRADE', 'CONTRACT', 'UNIT'] as const
export type FairnessDimension = (typeof fairnessDimensions)[number]

export type Fairness = {
  readonly dimension: FairnessDimension
  readonly groups: readonly (GroupShare & { readonly label: string | null })[]
}

/** Most groups beside each other. */
const mostGroups = 300

/** Which group a person `e` belongs to on the last day of the period `q`; people without the datum are in no group. */
const keys: Readonly<Record<Exclude<FairnessDimension, 'UNIT'>, Prisma.Sql>> = {
  SEX: Prisma.sql`e.sex::text`,
  // Full years of age on the last day of the period, in bands of ten years (LOCAL).
  AGE_BAND: Prisma.sql`CASE WHEN e.birth_on IS NULL THEN NULL WHEN age(q.ends_on, e.birth_on) < interval '30 years' THEN 'UNDER_30'
    WHEN age(q.ends_on, e.birth_on) < interval '40 years' THEN 'FROM_30' WHEN age(q.ends_on, e.birth_on) < interval '50 years' THEN 'FROM_40' ELSE 'FROM_50' END`,
  // The level of the civil servant's rank, I to IV; of PPPK the rank of the contract, I to XVII.
  GRADE: Prisma.sql`CASE WHEN e.employment_type IN ('PNS', 'CPNS') THEN split_part(e.golongan, '/', 1) ELSE 'PPPK ' || e.golongan END`,
  CONTRACT: Prisma.sql`e.employment_type::text`,
}

/**
 * Do groups of people fare alike? The share of people with BAIK or better by sex, age, rank, contract or part of a unit, small groups drawn towards the common
 * level (F12) and those that could name somebody left out. A difference is a question, never a finding. Four statements at most.
 */
export async function fairnessOf(
  asked: Asked,
  scope: AggregateScope & { readonly dimension: FairnessDimension },
): Promise<Fairness> {
  const [unitId, smallest] = await Promise.all([comparedUnit(asked, scope.underUnitId), smallestGroup(asked, scope.underUnitId)])
  const rows = await (scope.dimension === 'UNIT'
    ? byPart(asked, scope.periodKey, unitId)
    : byGroup(asked, scope.periodKey, unitId, keys[scope.dimension]))
  const labels = new Map(rows.map(({ key, label }) => [key, label]))
  return {
    dimension: scope.dimension,
    groups: compareGroups(rows, smallest).map((group) => ({ ...group, label: labels.get(group.key) ?? null })),
  }
}

type Row = GroupTally & { readonly label: string | null }

const tallies = Prisma.sql`count(*)::int AS people, count(*) FILTER (WHERE a.predikat IN ('SANGAT_BAIK', 'BAIK'))::int AS good`

function byGroup({ db }: Asked, periodKey: string, unitId: string, key: Prisma.Sql): Promise<Row[]> {
  return db.$queryRaw<Row[]>(Prisma.sql`
    SELECT ${key} AS key, NULL AS label, ${tallies} FROM appraisal a JOIN employee e ON e.id = a.employee_id JOIN period q ON q.id = a.period_id
    JOIN unit_ancestor up ON up.unit_id = a.unit_id AND up.ancestor_id = ${unitId}::uuid
    WHERE a.period_id = ${periodIdOf(periodKey)} AND a.is_current AND a.state <> 'BATAL' AND a.predikat IS NOT NULL AND ${key} IS NOT NULL
    GROUP BY 1 ORDER BY 1 LIMIT ${mostGroups}`)
}

function byPart({ db }: Asked, periodKey: string, unitId: string): Promise<Row[]> {
  return db.$queryRaw<Row[]>(Prisma.sql`
    SELECT u.code AS key, u.name AS label, ${tallies} FROM unit u JOIN unit_ancestor up ON up.ancestor_id = u.id JOIN appraisal a ON a.unit_id = up.unit_id
    WHERE u.parent_id = ${unitId}::uuid AND a.period_id = ${periodIdOf(periodKey)} AND a.is_current AND a.state <> 'BATAL' AND a.predikat IS NOT NULL
    GROUP BY u.id ORDER BY u.code LIMIT ${mostGroups}`)
}
