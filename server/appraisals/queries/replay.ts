import type { Prisma } from '../../generated/prisma/client.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import type { Transaction } from '../../transact.ts'
import type { FrozenInputs } from '../rules/frozen-inputs.ts'
import type { JudgedValue } from '../rules/judgement.ts'
import { type Difference, replay, type StoredFinal } from '../rules/replay.ts'
import type { AppraisalSettings } from '../rules/settings.ts'

/** A final appraisal whose stored figures its stored inputs no longer give. */
export type Drifted = {
  readonly id: string
  readonly nip: string
  readonly version: number
  readonly differences: readonly Difference[]
}

/** Appraisals in memory at once. */
const pageSize = 200

/**
 * Computes each final appraisal of a period again, replaced versions included, page by page, and answers how many there are with those that differ.
 * Null when there is no such period.
 */
export async function replayFinals(
  tx: Pick<Transaction, 'appraisal' | 'period' | 'setting'>,
  periodKey: string,
): Promise<{ readonly checked: number; readonly drifted: readonly Drifted[] } | null> {
  const period = await tx.period.findUnique({ where: { key: periodKey }, select: { id: true, endsOn: true } })
  if (!period) return null
  const { annualPredikat } = await settingsOn(tx, period.endsOn)
  const drifted: Drifted[] = []
  let checked = 0
  for (let after: string | undefined; ; ) {
    const page = await tx.appraisal.findMany({
      where: { periodId: period.id, state: { in: ['FINAL', 'TEREKSPOR'] }, ...(after ? { id: { gt: after } } : {}) },
      orderBy: { id: 'asc' },
      take: pageSize,
      include: judged,
      relationLoadStrategy: 'join',
    })
    for (const row of page) {
      const differences = replay(storedFinal(row, annualPredikat))
      if (differences.length > 0) drifted.push({ id: row.id, nip: row.employee.nip, version: row.version, differences })
    }
    checked += page.length
    after = page.at(-1)?.id
    if (after === undefined) return { checked, drifted }
  }
}

const judged = {
  employee: { select: { nip: true } },
  rhkResults: { orderBy: { number: 'asc' }, include: { ikiResults: { orderBy: { number: 'asc' } } } },
  parts: { orderBy: { startsOn: 'asc' } },
} as const

type Row = Prisma.AppraisalGetPayload<{ include: typeof judged }>

function storedFinal(row: Row, annualPredikat: StoredFinal['annualPredikat']): StoredFinal {
  const day = (date: Date) => date.toISOString().slice(0, 10)
  return {
    ...row,
    settings: row.settings as unknown as AppraisalSettings,
    shareAbove: row.shareAbove?.toFixed() ?? null,
    shareBelow: row.shareBelow?.toFixed() ?? null,
    weightedScore: row.weightedScore?.toFixed() ?? null,
    excludedWeightPct: row.excludedWeightPct?.toFixed() ?? null,
    isRated: row.ratedAt !== null,
    values: (row.behaviourInputs as unknown as { values: JudgedValue[] } | null)?.values ?? null,
    rhks: row.rhkResults.map(({ number, kind, weight, achievementPct, level, ikiResults }) => ({
      number,
      kind,
      weight: weight.toFixed(),
      achievementPct: achievementPct?.toFixed() ?? null,
      level,
      items: ikiResults.map((item) => ({
        number: item.number,
        weight: item.weight.toFixed(),
        achievementPct: item.achievementPct?.toFixed() ?? null,
        level: item.level,
        inputs: item.inputs as FrozenInputs,
      })),
    })),
    parts: row.parts.map((part) => ({
      startsOn: day(part.startsOn),
      endsOn: day(part.endsOn),
      months: part.months.toFixed(),
      result: part.resultRating,
      behaviour: part.behaviourRating,
    })),
    annualPredikat,
  }
}
