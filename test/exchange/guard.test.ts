import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTable } from '../../server/exchange/readers.ts'
import { guardFormula, toCsv, unguardFormula } from '../../server/exchange/rules/guard.ts'
import { mendTable } from '../../server/exchange/rules/mend.ts'
import { rowCodes } from '../../server/exchange/rules/row-codes.ts'

const fragments = ["'", '=', '+', '-', '@', '\t', '\r', '\n', ' ', '"', ';', ',', '1', 'a', 'é', '＝']
const texts = fc.oneof(
  fc.string({ unit: fc.constantFrom(...fragments), maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
)

describe('formula guard', () => {
  test.each(['=1+1', '+62812', '-2+3', '@SUM(A1)', '\t=1', ' =1', '＝1', "'=1", '=HYPERLINK("http://x","y")', '-cmd|x'])(
    '%j is neutralised',
    (text) => {
      expect(guardFormula(text)).toBe(`'${text}`)
    },
  )

  test.each(['-', '-83,91', '-1.250', '12', 'Butar-Butar', "Sa'adah", "'198007192002012901", '', 'a=b'])(
    '%j stays as it is',
    (text) => {
      expect(guardFormula(text)).toBe(text)
    },
  )

  test('reading back what was guarded gives the same text, and no guarded text starts like a formula', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(unguardFormula(guardFormula(text))).toBe(text)
        expect(guardFormula(text)).not.toMatch(/^[=+@＝]/)
      }),
    )
  })

  test('an exported table reads back cell by cell, through quotes, separators and line breaks', async () => {
    // Cells that are blank or hold NUL or broken pairs are not text that a table can carry.
    const cell = texts.filter((text) => text.isWellFormed() && !text.includes('\0') && text.trim() !== '')
    const row = fc.tuple(cell, cell).filter(([first]) => !/^\s*(jumlah|total)\s*$/i.test(first))
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
        const table = await readTable(Buffer.from(toCsv([['A', 'B'], ...rows])))
        expect(table.rows.map(({ cells }) => cells)).toEqual(rows)
      }),
    )
  })

  test('CSV is UTF-8 with BOM, semicolons and CRLF; numbers have a decimal comma', () => {
    expect(
      toCsv([
        ['A', 'B'],
        [1.5, null],
        ['x;y', '-2'],
      ]),
    ).toBe('\uFEFFA;B\r\n1,5;\r\n"x;y";-2\r\n')
  })
})

describe('mend file', () => {
  const rejected = [{ line: 7, cells: ['=x', 1.234, 1274.05], codes: ['SEX', 'SERIAL'] as const, column: 'NIP' }]

  test('it holds the rejected cells with line, column, codes and what to do', () => {
    expect(mendTable(['A', 'B', 'C'], rejected, 'id')).toEqual([
      ['A', 'B', 'C', 'BARIS ASAL', 'KOLOM GALAT', 'KODE GALAT', 'PENJELASAN'],
      ['=x', '1,234', '1274.05', '7', 'NIP', 'SEX SERIAL', `${rowCodes.SEX.id} ${rowCodes.SERIAL.id}`],
    ])
  })

  test('it comes back with the same cells in the same columns', async () => {
    const table = await readTable(Buffer.from(toCsv(mendTable(['A', 'B', 'C'], rejected, 'en'))))
    expect(table.headers.slice(0, 3)).toEqual(['A', 'B', 'C'])
    expect(table.rows[0]?.cells.slice(0, 3)).toEqual(['=x', '1,234', '1274.05'])
    expect(table.rows[0]?.cells).toHaveLength(table.headers.length)
  })

  test('every code says what is wrong and what to do, in both languages', () => {
    for (const { id, en } of Object.values(rowCodes)) {
      expect(id.length).toBeGreaterThan(20)
      expect(en.length).toBeGreaterThan(20)
    }
  })
})
