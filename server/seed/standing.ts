import type { AppraisalState } from '../generated/prisma/client.ts'
import type { Transaction } from '../transact.ts'
import type { Calendar } from './calendar.ts'
import type { Random } from './random.ts'
import type { Member } from './staff.ts'

/** Last year with its last quarter, and the year that runs. */
export function appraisedPeriods({ lastYear, thisYear }: Calendar): readonly string[] {
  return [`${lastYear}-TW4`, String(lastYear), String(thisYear)]
}

/** How appraisals with a predikat are spread over the states (domain G2): most stand in one, a share of 0–1 in each of the others. */
type Spread = { readonly usual: AppraisalState; readonly others: Readonly<Partial<Record<AppraisalState, number>>> }

/** A year that is over: nearly everything is final, a few results are still disputed. */
const closed: Spread = {
  usual: 'FINAL',
  others: { TEREKSPOR: 0.15, DISAMPAIKAN: 0.06, KEBERATAN: 0.02, PEMERIKSAAN: 0.02, DITETAPKAN: 0.02 },
}

/** The year that runs: people assess themselves, and the first penilai have rated. */
const running: Spread = {
  usual: 'TERBUKA',
  others: { PENILAIAN_DIRI: 0.2, BUKTI_DIVERIFIKASI: 0.12, DINILAI: 0.06, MODERASI: 0.03, DITETAPKAN: 0.02 },
}

/**
 * Moves the computed appraisals on to where people would have taken them. Those without a predikat stay open, those of people who left in
 * the year are cancelled (BATAL), and the people behind demo accounts stand where most do.
 */
export async function spreadStates(
  tx: Transaction,
  staff: readonly Member[],
  demoEmployeeIds: readonly string[],
  calendar: Calendar,
  random: Random,
): Promise<void> {
  for (const periodKey of appraisedPeriods(calendar)) {
    const spread = periodKey === String(calendar.thisYear) ? running : closed
    const rows = await tx.appraisal.findMany({
      where: { period: { key: periodKey } },
      select: { id: true, employeeId: true, predikat: true },
    })
    const byEmployee = new Map(rows.map((row) => [row.employeeId, row]))
    const idsByState = new Map<AppraisalState, string[]>()
    for (const member of staff) {
      const dice = demoEmployeeIds.includes(member.id) ? 1 : random.next()
      const row = byEmployee.get(member.id)
      const hasLeft = String(member.separatedOn?.getUTCFullYear()) === periodKey
      const state = hasLeft ? 'BATAL' : stateFor(spread, dice)
      if (row && (row.predikat !== null || state === 'BATAL')) idsByState.set(state, [...(idsByState.get(state) ?? []), row.id])
    }
    for (const [state, ids] of idsByState)
      await tx.appraisal.updateMany({ where: { id: { in: ids } }, data: { state, updatedAt: calendar.now } })
  }
}

function stateFor({ usual, others }: Spread, dice: number): AppraisalState {
  let reached = 0
  for (const [state, share] of Object.entries(others)) {
    reached += share
    if (dice < reached) return state as AppraisalState
  }
  return usual
}
