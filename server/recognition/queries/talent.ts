import type { Context } from '../../context.ts'
import type { Level, Potential, Predikat } from '../../generated/prisma/client.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { reachOf } from '../../identity/policy.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { idOf } from '../../list.ts'
import { type Placement, placeTalent, type Unplaced } from '../rules/talent.ts'
import type { TalentBox } from '../rules/talent-box.ts'

type Asked = Pick<Context, 'db' | 'actor'>

export type TalentScope = { readonly periodKey: string; readonly underUnitId?: string | null | undefined }

type Stored = {
  readonly employeeId: string
  readonly predikat: Predikat | null
  readonly result: Level | null
  readonly potential: Potential | null
  readonly score: string | null
}

export type Placed = { readonly employeeId: string; readonly placement: Placement }

/**
 * Where everybody of a unit and below stands in the talent boxes of a period (F19), within the reach of `recognition.manage`: the final result of the period against the
 * newest assessment of potential up to its end. The axes follow the settings of the last day of the period. Two statements.
 */
export async function placements({ db, actor }: Asked, scope: TalentScope): Promise<Placed[]> {
  const reach = reachOf(actor, 'recognition.manage')
  const [period] = await db.$queryRaw<{ id: string; endsOn: Date }[]>(
    Prisma.sql`SELECT id, ends_on AS "endsOn" FROM period WHERE key = ${scope.periodKey}`,
  )
  if (!period) return []
  const settings = await settingsOn(db, period.endsOn)
  const rows = await db.$queryRaw<Stored[]>(Prisma.sql`
    SELECT a.employee_id AS "employeeId", CASE WHEN a.state IN ('FINAL', 'TEREKSPOR') THEN a.predikat END AS predikat,
      CASE WHEN a.state IN ('FINAL', 'TEREKSPOR') THEN a.result_rating END AS result, p.potential, p.score::text AS score
    FROM appraisal a
    LEFT JOIN LATERAL (SELECT potential, score FROM potential_assessment p WHERE p.employee_id = a.employee_id AND p.assessed_on <= ${period.endsOn}::date
      ORDER BY p.assessed_on DESC LIMIT 1) p ON TRUE
    WHERE a.period_id = ${period.id}::uuid AND a.is_current AND a.state <> 'BATAL'
      AND ${scope.underUnitId ? under([idOf('Unit', scope.underUnitId)]) : Prisma.sql`TRUE`} AND ${reach === 'ALL' ? Prisma.sql`TRUE` : under(reach)}`)
  return rows.map(({ employeeId, predikat, result, potential, score }) => ({
    employeeId,
    placement: placeTalent({ predikat, result }, potential && { potential, score }, settings),
  }))
}

function under(unitIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`a.unit_id IN (SELECT unit_id FROM unit_ancestor WHERE ancestor_id = ANY (${[...unitIds]}::uuid[]))`
}

export type TalentGrid = {
  readonly people: number
  readonly boxes: readonly { readonly box: TalentBox; readonly people: number }[]
  readonly unplaced: readonly { readonly missing: Unplaced; readonly people: number }[]
}

const boxes = [9, 8, 7, 6, 5, 4, 3, 2, 1] as const satisfies readonly TalentBox[]

/** How many people stand in each box, and why others stand in none. */
export async function talentGrid(asked: Asked, scope: TalentScope): Promise<TalentGrid> {
  const placed = await placements(asked, scope)
  const inBox = (box: TalentBox) => placed.filter(({ placement }) => placement.box === box).length
  const without = (missing: Unplaced) =>
    placed.filter(({ placement }) => placement.box === null && placement.missing === missing).length
  return {
    people: placed.length,
    boxes: boxes.map((box) => ({ box, people: inBox(box) })),
    unplaced: (['NO_RESULT', 'NO_POTENTIAL'] as const).map((missing) => ({ missing, people: without(missing) })),
  }
}
