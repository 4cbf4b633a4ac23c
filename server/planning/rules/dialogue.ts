import type { DialogueStage } from '../../generated/prisma/client.ts'

export type DialogueGap = {
  readonly stage: DialogueStage
  /** 1–4; null for planning and for the annual result. */
  readonly quarter: number | null
  /** Last day on which it should have been held. */
  readonly dueOn: Date
  readonly isOverdue: boolean
}

type Held = { readonly stage: DialogueStage; readonly heldOn: Date }

/**
 * Dialogues that a plan still misses: one at planning by 31 January or two weeks after a later plan began, one in each quarter that it
 * covers, one at the annual result by 31 January of the next year. The numbers are LOCAL; PermenPANRB 6/2022 stresses intensity alone. Dates are
 * civil; `today` decides what has begun and what is overdue.
 */
export function dialogueGaps(
  plan: { readonly startsOn: Date; readonly endsOn: Date; readonly dialogues: readonly Held[] },
  today: Date,
): DialogueGap[] {
  const year = plan.startsOn.getUTCFullYear()
  const gaps: DialogueGap[] = []
  const need = (stage: DialogueStage, quarter: number | null, beginsOn: Date, dueOn: Date) => {
    const isHeld = plan.dialogues.some(
      (one) => one.stage === stage && (quarter === null || (one.heldOn >= beginsOn && one.heldOn <= dueOn)),
    )
    if (!isHeld && today >= beginsOn) gaps.push({ stage, quarter, dueOn, isOverdue: today > dueOn })
  }
  const planned = later(day(year, 1, 31), new Date(plan.startsOn.getTime() + 14 * 86_400_000))
  need('PERENCANAAN', null, plan.startsOn, plan.startsOn > day(year, 1, 1) ? planned : day(year, 1, 31))
  for (const quarter of [1, 2, 3, 4]) {
    const [first, last] = [day(year, quarter * 3 - 2, 1), day(year, quarter * 3 + 1, 0)]
    if (plan.startsOn <= last && plan.endsOn >= first) {
      need('TRIWULAN', quarter, later(first, plan.startsOn), earlier(last, plan.endsOn))
    }
  }
  // Only who has the plan that ends the year talks about the annual result.
  if (plan.endsOn >= day(year, 12, 31)) need('TAHUNAN', null, day(year + 1, 1, 1), day(year + 1, 1, 31))
  return gaps
}

function day(year: number, month: number, date: number): Date {
  return new Date(Date.UTC(year, month - 1, date))
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other
}

function earlier(one: Date, other: Date): Date {
  return later(one, other) === one ? other : one
}
