import type { Context } from '../../context.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'
import type { Plan } from '../rules/plan.ts'

type Reader = Pick<Transaction, 'skp' | '$queryRaw'>

const contentSelect = {
  id: true,
  employeeId: true,
  penilaiId: true,
  state: true,
  approach: true,
  leadsUnit: true,
  employee: { select: { superiorId: true } },
  appendices: { select: { kind: true, text: true }, orderBy: { kind: 'asc' } },
  expectations: { select: { value: true, text: true }, orderBy: { value: 'asc' } },
  rhks: {
    orderBy: { number: 'asc' },
    select: {
      id: true,
      number: true,
      title: true,
      kind: true,
      weight: true,
      servesRhkId: true,
      cascade: true,
      assignmentLetter: true,
      isSelfExecuted: true,
      expectation: true,
      serves: { select: { title: true, skp: { select: { employeeId: true } } } },
      ikis: {
        orderBy: { number: 'asc' },
        select: {
          id: true,
          number: true,
          weight: true,
          target: true,
          targetMin: true,
          targetMax: true,
          tolerancePct: true,
          baseline: true,
          targetReason: true,
          indicatorVersion: {
            select: {
              indicatorId: true,
              name: true,
              aspect: true,
              polarity: true,
              attribution: true,
              counterIndicatorCode: true,
              state: true,
              indicator: { select: { code: true } },
            },
          },
        },
      },
    },
  },
} as const satisfies Prisma.SkpSelect

type Row = Prisma.SkpGetPayload<{ select: typeof contentSelect }>

/** Plans with everything that is written in them, in any order; two statements however many. */
export async function loadPlans(db: Reader, ids: readonly string[]): Promise<Plan[]> {
  const rows = await db.skp.findMany({ where: { id: { in: [...ids] } }, select: contentSelect })
  const circles = rows.some(({ rhks }) => rhks.some(({ servesRhkId }) => servesRhkId !== null))
    ? await circlesIn(db, ids)
    : new Set<string>()
  return rows.map((row) => toPlan(row, circles))
}

/** One plan of this request with its content, loaded together with the others of the tick. */
export function planOf({ db, loaders }: Context, id: string): Promise<Plan | null> {
  return loaders.load('planning.content', id, async (ids) => {
    const plans = new Map((await loadPlans(db, ids)).map((plan) => [plan.id, plan]))
    return ids.map((one) => plans.get(one) ?? null)
  })
}

/** Results of these plans that lead back to themselves over the results that they serve. */
async function circlesIn(db: Reader, skpIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    WITH RECURSIVE up(start, id) AS (
      SELECT id, serves_rhk_id FROM rhk WHERE skp_id = ANY(${[...skpIds]}::uuid[]) AND serves_rhk_id IS NOT NULL
      UNION
      SELECT up.start, r.serves_rhk_id FROM up JOIN rhk r ON r.id = up.id WHERE r.serves_rhk_id IS NOT NULL
    )
    SELECT DISTINCT start AS id FROM up WHERE id = start`)
  return new Set(rows.map(({ id }) => id))
}

const text = (value: Prisma.Decimal | null) => value?.toFixed() ?? null

function toPlan({ rhks, state, employee, ...plan }: Row, circles: ReadonlySet<string>): Plan {
  const isUnagreed = state === 'DRAFT' || state === 'DIKEMBALIKAN'
  return {
    ...plan,
    penilaiId: isUnagreed ? employee.superiorId : (plan.penilaiId ?? employee.superiorId),
    rhks: rhks.map(({ serves, ikis, weight, ...rhk }) => ({
      ...rhk,
      weight: weight.toFixed(),
      servedEmployeeId: serves?.skp.employeeId ?? null,
      servedTitle: serves?.title ?? null,
      isInCircle: circles.has(rhk.id),
      ikis: ikis.map(({ indicatorVersion: { indicator, state: standing, ...version }, ...iki }) => ({
        ...version,
        code: indicator.code,
        isInForce: standing === 'AKTIF',
        id: iki.id,
        number: iki.number,
        weight: iki.weight.toFixed(),
        target: text(iki.target),
        targetMin: text(iki.targetMin),
        targetMax: text(iki.targetMax),
        tolerancePct: text(iki.tolerancePct),
        baseline: text(iki.baseline),
        targetReason: iki.targetReason,
      })),
    })),
  }
}
