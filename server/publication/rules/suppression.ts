/** Counts of people: a row for each unit, a column for each class. Row totals, column totals and the grand total are published beside the cells. */
export type CountTable = readonly (readonly number[])[]

/** For each cell whether it is held back. */
export type Mask = readonly (readonly boolean[])[]

/** Cells whose count tells too much: fewer than k people but somebody, or all people of a row, whose class would be known of each of them. */
export function sensitiveCells(table: CountTable, k: number): Mask {
  return table.map((row) => {
    const total = row.reduce((sum, count) => sum + count, 0)
    return row.map((count) => count > 0 && (count < k || count === total))
  })
}

/**
 * Which cells to hold back so that nobody can compute one of the sensitive cells from the rest (domain E4): each stands in a rectangle of four cells that are
 * all held back and that can be moved against each other without changing any total, so far that a small count may as well be 0 or k, and
 * that k people of a uniform row may as well be of another class. The cells that cost the fewest published people are taken. Where no rectangle
 * does it, nothing but the totals is published.
 */
export function suppress(table: CountTable, k: number): Mask {
  const sensitive = sensitiveCells(table, k)
  const hidden = sensitive.map((row) => [...row])
  const at = (row: number, column: number) => table[row]?.[column] ?? 0
  const cost = (row: number, column: number) => (hidden[row]?.[column] ? 0 : at(row, column) + 1)
  const columns = table[0]?.length ?? 0
  for (const [row, cells] of sensitive.entries()) {
    for (const [column, isSensitive] of cells.entries()) {
      if (!isSensitive) continue
      const value = at(row, column)
      const isUniform = value === (table[row] ?? []).reduce((sum, count) => sum + count, 0)
      let best: { readonly row: number; readonly column: number; readonly cost: number } | null = null
      for (let otherRow = 0; otherRow < table.length; otherRow += 1) {
        for (let otherColumn = 0; otherColumn < columns; otherColumn += 1) {
          if (otherRow === row || otherColumn === column) continue
          const [beside, below, across] = [at(row, otherColumn), at(otherRow, column), at(otherRow, otherColumn)]
          const mayRise = isUniform || Math.min(beside, below) >= k - value
          const mayFall = across >= (isUniform ? k : value)
          if (!mayRise || !mayFall) continue
          const price = cost(row, otherColumn) + cost(otherRow, column) + cost(otherRow, otherColumn)
          if (!best || price < best.cost) best = { row: otherRow, column: otherColumn, cost: price }
        }
      }
      if (!best) return table.map((one) => one.map(() => true))
      for (const [r, c] of [
        [row, best.column],
        [best.row, column],
        [best.row, best.column],
      ] as const) {
        const line = hidden[r]
        if (line) line[c] = true
      }
    }
  }
  return hidden
}

/**
 * Which rows are shown by themselves: those of at least `least` people. The others stand together in one row, to which the smallest shown ones are added
 * until it has as many. Places of `totals`.
 */
export function shownRows(totals: readonly number[], least: number): ReadonlySet<number> {
  const places = [...totals.keys()].sort((a, b) => (totals[a] ?? 0) - (totals[b] ?? 0))
  const shown = new Set(places.filter((place) => (totals[place] ?? 0) >= least))
  let together = places.reduce((sum, place) => (shown.has(place) ? sum : sum + (totals[place] ?? 0)), 0)
  for (const place of places) {
    if (together === 0 || together >= least) break
    if (!shown.has(place)) continue
    shown.delete(place)
    together += totals[place] ?? 0
  }
  return shown
}
