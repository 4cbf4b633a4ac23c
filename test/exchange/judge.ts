import { mapTable } from '../../server/exchange/rules/headers.ts'
import type { ImportKind, Judgement, Sourced } from '../../server/exchange/rules/kinds/kind.ts'
import { clock } from './city.ts'

/** Judges `;`-separated lines under the kind's own headers, or under the given ones. */
export function judge<Name extends string, Key extends string, Facts, Rec extends Sourced>(
  kind: ImportKind<Name, Key, Facts, Rec>,
  facts: Facts,
  lines: readonly string[],
  headers: readonly string[] = Object.values<{ header: string }>(kind.columns).map(({ header }) => header),
): Judgement<Rec> {
  const rows = lines.map((line, index) => ({ line: index + 2, cells: line.split(';') }))
  return kind.judge(mapTable(kind, { headers, rows }), facts, clock)
}

/** Outcome, codes and warnings of each row, as one text. */
export function marks({ outcomes }: Judgement<Sourced>): string[] {
  return outcomes.map(({ outcome, codes, warnings }) => [outcome, ...codes, ...warnings].join(' '))
}
