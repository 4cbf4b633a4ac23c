import { dayNumber } from '../dates.ts'
import { type RowOutcome, warn } from '../outcome.ts'
import type { JudgedRows } from './kind.ts'

/** A record of somebody's history; `validTo` null means that it is still open. */
export interface Span {
  readonly nip: string
  readonly validFrom: string
  readonly validTo: string | null
}

interface Entry<Rec> {
  readonly record: Rec
  /** Null for a row that is stored already: it has neighbours but gets no warning again. */
  readonly outcome: RowOutcome | null
}

/** The records of each person by start date (stable within a day), those that are stored already included. */
export function timelines<Rec extends { readonly nip: string; readonly validFrom: string }>(
  judged: JudgedRows<Rec>,
): Entry<Rec>[][] {
  const byPerson = new Map<string, Entry<Rec>[]>()
  const add = (record: Rec, outcome: RowOutcome | null) => {
    const entries = byPerson.get(record.nip)
    if (entries) entries.push({ record, outcome })
    else byPerson.set(record.nip, [{ record, outcome }])
  }
  for (const record of judged.stored) add(record, null)
  judged.records.forEach((record, index) => {
    add(record, judged.owners[index] ?? null)
  })
  const compare = (a: Entry<Rec>, b: Entry<Rec>) =>
    a.record.validFrom < b.record.validFrom ? -1 : a.record.validFrom > b.record.validFrom ? 1 : 0
  return [...byPerson.values()].map((entries) => entries.sort(compare))
}

/** OVERLAP: starts on or before an earlier end (an open end never ends). GAP, where asked for: starts more than one day after the latest earlier end. */
export function warnOfSpans<Rec extends Span>(judged: JudgedRows<Rec>, { gaps }: { gaps: boolean }): void {
  for (const entries of timelines(judged)) {
    let latestEnd = Number.NEGATIVE_INFINITY
    for (const { record, outcome } of entries) {
      const start = dayNumber(record.validFrom)
      if (outcome && start <= latestEnd) warn(outcome, 'OVERLAP')
      if (outcome && gaps && latestEnd > Number.NEGATIVE_INFINITY && start > latestEnd + 1) warn(outcome, 'GAP')
      latestEnd = Math.max(latestEnd, record.validTo === null ? Number.POSITIVE_INFINITY : dayNumber(record.validTo))
    }
  }
}
