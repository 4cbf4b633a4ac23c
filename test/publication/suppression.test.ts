import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CountTable, type Mask, sensitiveCells, shownRows, suppress } from '../../server/publication/rules/suppression.ts'

const k = 5

/**
 * What an attacker who knows all published cells and all totals can say of one hidden cell: how far it may lie below and above its true value. Hidden
 * cells of a row and of a column keep their sums, so a change of one travels through the others: the most that can travel is a maximum flow.
 */
function freedom(table: CountTable, mask: Mask, row: number, column: number): { readonly down: number; readonly up: number } {
  return {
    down: Math.min(travel(table, mask, row, column, 'DOWN'), table[row]?.[column] ?? 0),
    up: travel(table, mask, row, column, 'UP'),
  }
}

const plenty = 1_000

function travel(table: CountTable, mask: Mask, row: number, column: number, way: 'UP' | 'DOWN'): number {
  const left = table.map((line) => [...line])
  const raised = table.map((line) => line.map(() => 0))
  let moved = 0
  // The cell itself is left out; a walk goes from its row to its column, lowering and raising hidden cells in turn.
  const step = (node: string, seen: Set<string>, most: number): number => {
    if (node === `c${column}`) return most
    seen.add(node)
    const [kind, place] = [node[0], Number(node.slice(1))]
    const count = kind === 'r' ? (table[0]?.length ?? 0) : table.length
    for (let other = 0; other < count; other += 1) {
      const [r, c] = kind === 'r' ? [place, other] : [other, place]
      const next = kind === 'r' ? `c${other}` : `r${other}`
      if (seen.has(next) || !mask[r]?.[c] || (r === row && c === column)) continue
      // From a row to a column a cell falls when the cell in question rises, and rises when it falls.
      const isFalling = (kind === 'r') === (way === 'UP')
      const room = isFalling ? (left[r]?.[c] ?? 0) : plenty
      if (room <= 0) continue
      const through = step(next, seen, Math.min(most, room))
      if (through <= 0) continue
      const line = left[r]
      const up = raised[r]
      if (line && up) line[c] = (line[c] ?? 0) + (isFalling ? -through : through)
      return through
    }
    return 0
  }
  for (;;) {
    const through = step(`r${row}`, new Set(), plenty)
    if (through <= 0 || moved >= plenty) return moved
    moved += through
  }
}

const tables = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 2, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 40 })), {
        minLength: columns,
        maxLength: columns,
      }),
      {
        minLength: rows,
        maxLength: rows,
      },
    ),
  )
  .map((table) => table.filter((row) => row.reduce((sum, count) => sum + count, 0) >= 10))

describe('an attacker who has all that is published', () => {
  test('learns of no small cell that it is under k or that it is not empty, and of no uniform row that it is uniform', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const mask = suppress(table, k)
        for (const [row, line] of sensitiveCells(table, k).entries()) {
          for (const [column, isSensitive] of line.entries()) {
            if (!isSensitive) continue
            expect(mask[row]?.[column]).toBe(true)
            // Where everything is held back there is no rectangle to move; its totals alone say nothing more.
            if (mask.every((one) => one.every(Boolean))) continue
            const value = table[row]?.[column] ?? 0
            const { down, up } = freedom(table, mask, row, column)
            const isUniform = value === (table[row] ?? []).reduce((sum, count) => sum + count, 0)
            if (isUniform) expect(down).toBeGreaterThanOrEqual(Math.min(k, value))
            else {
              expect(value - down).toBe(0)
              expect(value + up).toBeGreaterThanOrEqual(k)
            }
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  test('recovers a lone hidden cell from the totals: one cell is never held back alone', () => {
    const table = [
      [20, 3, 7],
      [15, 12, 9],
      [30, 8, 6],
    ]
    const mask = suppress(table, k)
    const hidden = mask.flatMap((line, row) => line.flatMap((isHidden, column) => (isHidden ? [[row, column]] : [])))
    expect(hidden).toHaveLength(4)
    expect(freedom(table, mask, 0, 1)).toMatchObject({ down: 3 })
    const alone = table.map((line, row) => line.map((_count, column) => row === 0 && column === 1))
    expect(freedom(table, alone, 0, 1)).toEqual({ down: 0, up: 0 })
  })

  test('sees every cell where none tells too much', () => {
    const table = [
      [20, 13, 0],
      [15, 12, 9],
    ]
    expect(suppress(table, k).flat().some(Boolean)).toBe(false)
  })
})

test('rows of too few people stand together, with enough others that they cannot be told apart', () => {
  expect([...shownRows([40, 3, 12, 25], 10)].sort()).toEqual([0, 3])
  expect([...shownRows([40, 6, 7, 25], 10)].sort()).toEqual([0, 3])
  expect([...shownRows([40, 25], 10)].sort()).toEqual([0, 1])
  expect([...shownRows([4, 3], 10)]).toEqual([])
})
