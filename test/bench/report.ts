/** One measured figure with what it has to reach. */
export type Figure = {
  readonly name: string
  readonly value: number
  readonly unit: '×' | '' | 'ms' | 's' | 'MB' | 'kB' | '/s'
  /** The mark to reach, and the next one; undefined for a figure that is only told. */
  readonly target?: { readonly is: '≤' | '≥'; readonly first: number; readonly next: number }
}

export const most = (first: number, next: number) => ({ is: '≤', first, next }) as const
export const least = (first: number, next: number) => ({ is: '≥', first, next }) as const

/** Prints the figures as a table with their marks, or as JSON. */
export function printReport(figures: readonly Figure[], isJson: boolean): void {
  if (isJson) {
    process.stdout.write(`${JSON.stringify({ on: new Date().toISOString().slice(0, 10), figures })}\n`)
    return
  }
  const rows = figures.map(({ name, value, unit, target }) => [
    name,
    `${value >= 100 ? value.toFixed(0) : value.toFixed(2)} ${unit}`,
    target ? `${target.is} ${target.first}` : '',
    target ? (isReached(value, target, 'first') ? 'reached' : 'NOT REACHED') : '',
    target ? `${target.is} ${target.next}${isReached(value, target, 'next') ? ' reached' : ''}` : '',
  ])
  const titles = ['figure', 'value', 'first', '', 'next']
  const widths = titles.map((title, place) => Math.max(title.length, ...rows.map((row) => row[place]?.length ?? 0)))
  for (const row of [titles, ...rows]) {
    process.stdout.write(
      `${row
        .map((cell, place) => cell.padEnd(widths[place] ?? 0))
        .join('  ')
        .trimEnd()}\n`,
    )
  }
}

function isReached(value: number, target: NonNullable<Figure['target']>, mark: 'first' | 'next'): boolean {
  return target.is === '≤' ? value <= target[mark] : value >= target[mark]
}
