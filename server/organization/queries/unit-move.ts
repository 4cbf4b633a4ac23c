import type { Context } from '../../context.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { refuse, type Verdict } from '../../identity/policy.ts'
import { found } from '../../list.ts'
import { mayChangeUnit } from '../policy.ts'
import { unitIdsAbove } from '../queries.ts'

/**
 * Does the parent stand below the unit, or is it the unit, on any day from `validFrom` on? Every version that is in force then counts, also
 * one that begins later; that may refuse a plan which would just be possible, and never lets a circle through.
 */
export async function standsBelow(
  db: Pick<Prisma.TransactionClient, '$queryRaw'>,
  unitId: string,
  parentId: string,
  validFrom: Date,
): Promise<boolean> {
  const circle = await db.$queryRaw<unknown[]>`
    WITH RECURSIVE edge AS (
      SELECT unit_id, parent_id FROM unit_version WHERE parent_id IS NOT NULL AND (valid_to IS NULL OR valid_to >= ${validFrom}::date)
      UNION SELECT id, parent_id FROM unit u WHERE parent_id IS NOT NULL AND NOT EXISTS (SELECT FROM unit_version v WHERE v.unit_id = u.id)
    ), up(id) AS (
      SELECT ${parentId}::uuid
      UNION SELECT edge.parent_id FROM up JOIN edge ON edge.unit_id = up.id
    )
    SELECT FROM up WHERE id = ${unitId}::uuid`
  return circle.length > 0
}

/** The refusal of a move that would close a circle. */
export const circleRefusal = refuse(
  'CASCADE_CYCLE',
  'Unit induk yang dipilih berada di bawah unit ini. Pilih induk lain.',
  'The chosen parent stands below this unit. Choose another parent.',
)

export type UnitMove = { readonly id: string; readonly parentId: string; readonly validFrom: Date }

export type UnitMovePreview = {
  /** Names from the top down to the unit, as of today and after the move. */
  readonly pathBefore: readonly string[]
  readonly pathAfter: readonly string[]
  /** Units that move along: the unit itself and everything below it. */
  readonly units: number
  /** Employees placed in them today. */
  readonly people: number
  /** Current appraisals of open periods in them: they keep the unit that they were judged in. */
  readonly appraisals: number
  /** What `changeUnit` would answer to this caller. */
  readonly verdict: Verdict
}

/** What a move of a unit below another one would do. NOT_FOUND when either does not exist. Writes nothing. */
export async function previewUnitMove({ db, actor }: Pick<Context, 'db' | 'actor'>, move: UnitMove): Promise<UnitMovePreview> {
  const { id, parentId, validFrom } = move
  const [unit, parent] = await Promise.all([
    db.unit.findUnique({
      where: { id },
      select: { name: true, parentId: true, closedOn: true, versions: { orderBy: { validFrom: 'desc' }, take: 1 } },
    }),
    db.unit.findUnique({ where: { id: parentId }, select: { closedOn: true } }),
  ])
  const { name, closedOn, parentId: before, versions } = found(unit)
  const above = await unitIdsAbove(db, id)
  const aboveParent = await unitIdsAbove(db, parentId)
  const isCircle = await standsBelow(db, id, parentId, validFrom)
  const [last] = versions
  const held = mayChangeUnit(actor, { underUnitIds: above, closedOn })
  const target = held === true ? mayChangeUnit(actor, { underUnitIds: aboveParent, closedOn: found(parent).closedOn }) : held
  const verdict =
    target !== true
      ? target
      : isCircle
        ? circleRefusal
        : (last?.parentId ?? before) === parentId
          ? staysWhereItIs
          : last && validFrom < last.validFrom
            ? backdated
            : true
  const names = await namesOf(db, [...above, ...aboveParent])
  const pathOf = (ids: readonly string[]) => ids.toReversed().map((one) => names.get(one) ?? '')
  return {
    pathBefore: pathOf(above),
    pathAfter: isCircle ? [] : [...pathOf(aboveParent), name],
    ...(await whatMoves(db, id)),
    verdict,
  }
}

const staysWhereItIs = refuse(
  'INVALID_INPUT',
  'Unit ini sudah berada di bawah induk itu.',
  'The unit stands below that parent already.',
)
const backdated = refuse(
  'WRONG_STATE',
  'Perubahan terakhir unit ini berlaku sejak tanggal yang lebih baru. Pilih tanggal sesudahnya.',
  'The last change of this unit holds from a later day. Choose a day after it.',
)

type Reader = Pick<Context['db'], 'unit' | '$queryRaw'>

async function namesOf(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.unit.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function whatMoves(db: Reader, id: string): Promise<Pick<UnitMovePreview, 'units' | 'people' | 'appraisals'>> {
  const [counts] = await db.$queryRaw<Pick<UnitMovePreview, 'units' | 'people' | 'appraisals'>[]>(Prisma.sql`
    WITH moved AS (SELECT unit_id FROM unit_ancestor WHERE ancestor_id = ${id}::uuid)
    SELECT (SELECT count(*)::int FROM moved) AS units,
      (SELECT count(*)::int FROM employee e JOIN moved ON moved.unit_id = e.unit_id) AS people,
      (SELECT count(*)::int FROM appraisal a JOIN moved ON moved.unit_id = a.unit_id JOIN period p ON p.id = a.period_id
        WHERE a.is_current AND p.state = 'OPEN') AS appraisals`)
  return counts ?? { units: 0, people: 0, appraisals: 0 }
}
