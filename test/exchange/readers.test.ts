import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { describe, expect, test } from 'vitest'
import { fileRefusals } from '../../server/exchange/readers/refusals.ts'
import { readTable } from '../../server/exchange/readers.ts'
import { archive, part, sheet, workbookXml, zipBomb } from './archives.ts'

async function workbook(fill: (sheet: exceljs.Worksheet, book: exceljs.Workbook) => void): Promise<Buffer> {
  const book = new exceljs.Workbook()
  fill(book.addWorksheet('Data'), book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

describe('hostile and useless files are refused with a reason', () => {
  const wide = (columns: number) => Array.from({ length: columns }, (_, index) => `K${index}`).join(';')
  test.each<[string, 'INVALID_INPUT' | 'TOO_LARGE', keyof typeof fileRefusals, () => Buffer]>([
    ['0 bytes', 'INVALID_INPUT', 'EMPTY', () => Buffer.alloc(0)],
    ['a file above the cap', 'TOO_LARGE', 'FILE_TOO_LARGE', () => Buffer.alloc(64 * 1024 * 1024 + 1, 65)],
    ['blank lines only', 'INVALID_INPUT', 'NO_HEADER', () => Buffer.from('\uFEFF\r\n;;;\r\n\r\n')],
    ['one column of prose', 'INVALID_INPUT', 'NOT_A_TABLE', () => Buffer.from('Kepada Yth.\nBapak Wali Kota\n')],
    ['NUL bytes', 'INVALID_INPUT', 'NUL_BYTES', () => Buffer.from('A;B\n1;\0\n')],
    ['UTF-16', 'INVALID_INPUT', 'NUL_BYTES', () => Buffer.from('\uFEFFA;B\n1;2\n', 'utf16le')],
    ['301 columns', 'TOO_LARGE', 'TOO_MANY_COLUMNS', () => Buffer.from(`${wide(301)}\n`)],
    ['a row of 100,000 cells', 'TOO_LARGE', 'TOO_MANY_COLUMNS', () => Buffer.from(`A;B\n${';'.repeat(100_000)}x\n`)],
    ['300,001 rows', 'TOO_LARGE', 'TOO_MANY_ROWS', () => Buffer.from(`A;B\n${'1;2\n'.repeat(300_001)}`)],
    ['a quote that never closes', 'INVALID_INPUT', 'BROKEN_QUOTES', () => Buffer.from('A;B\n1;"x\n2;3\n')],
    [
      'a quote that swallows megabytes',
      'INVALID_INPUT',
      'RECORD_TOO_LONG',
      () => Buffer.from(`A;B\n1;"${'x\n'.repeat(1_000_000)}`),
    ],
    ['the old Excel format', 'INVALID_INPUT', 'OLD_WORKBOOK', () => Buffer.from('d0cf11e0a1b11ae1000000', 'hex')],
    [
      'a workbook behind a password',
      'INVALID_INPUT',
      'ENCRYPTED',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    ],
    ['an encrypted archive', 'INVALID_INPUT', 'ENCRYPTED', () => archive([part('xl/workbook.xml', workbookXml)], 1)],
    ['an archive that is no workbook', 'INVALID_INPUT', 'NOT_A_TABLE', () => archive([part('readme.txt', 'x')])],
    [
      'an archive cut off in the middle',
      'INVALID_INPUT',
      'BROKEN_WORKBOOK',
      () => archive([part('xl/workbook.xml', workbookXml)]).subarray(0, 60),
    ],
    [
      'a part with broken compression',
      'INVALID_INPUT',
      'BROKEN_WORKBOOK',
      () => archive([{ name: 'xl/workbook.xml', method: 8, statedSize: 9, packed: Buffer.from('not deflate') }]),
    ],
    ['a zip bomb that states its size', 'TOO_LARGE', 'UNPACKED_TOO_LARGE', () => archive([zipBomb])],
    ['a zip bomb that lies about its size', 'TOO_LARGE', 'UNPACKED_TOO_LARGE', () => archive([{ ...zipBomb, statedSize: 100 }])],
    [
      'a workbook whose sheet is no XML',
      'INVALID_INPUT',
      'BROKEN_WORKBOOK',
      () => archive([part('xl/workbook.xml', workbookXml), part('xl/worksheets/sheet1.xml', '<worksheet><sheetData></row>')]),
    ],
    [
      'a sheet without any cell',
      'INVALID_INPUT',
      'NO_HEADER',
      () => archive([part('xl/workbook.xml', workbookXml), part('xl/worksheets/sheet1.xml', sheet(''))]),
    ],
    [
      'a sheet with 16,384 columns',
      'TOO_LARGE',
      'TOO_MANY_COLUMNS',
      () =>
        archive([
          part('xl/workbook.xml', workbookXml),
          part('xl/worksheets/sheet1.xml', sheet('<row r="1"><c r="XFD1"><v>1</v></c></row>')),
        ]),
    ],
  ])('%s', async (_, code, reason, bytes) => {
    await expect(readTable(bytes())).rejects.toMatchObject({
      name: 'DomainError',
      code,
      fields: { file: reason },
      message: fileRefusals[reason].id,
    })
  })
})

describe('CSV', () => {
  test.each([
    [';', 'A;B;C\n1;2,5;3'],
    [',', 'A,B,C\n1,"2,5",3'],
    ['\t', 'A\tB\tC\n1\t2,5\t3'],
    [';', '"A,x";"B,y";C\n1;2,5;3'],
  ])('the separator %j is told by the header line', async (delimiter, text) => {
    const table = await readTable(Buffer.from(text))
    expect(table.delimiter).toBe(delimiter)
    expect(table.rows[0]?.cells).toEqual(['1', '2,5', '3'])
  })

  test('UTF-8 and Windows-1252 are told apart', async () => {
    const utf8 = await readTable(Buffer.from('A;B\nMa’ruf;é'))
    const cp1252 = await readTable(Buffer.from('A;B\nMa\x92ruf;\xe9', 'latin1'))
    expect([utf8.encoding, cp1252.encoding]).toEqual(['UTF-8', 'WINDOWS-1252'])
    expect(cp1252.rows).toEqual(utf8.rows)
  })

  test('each record keeps the physical line where it starts, over line breaks in quotes and blank lines', async () => {
    const table = await readTable(Buffer.from('\uFEFFA;B\r\n1;"x\r\ny"\r\n\r\n3;"a\nb"\r\n;\r\n4;5'))
    expect(table.rows.map(({ line, cells }) => [line, ...cells])).toEqual([
      [2, '1', 'x\r\ny'],
      [5, '3', 'a\nb'],
      [8, '4', '5'],
    ])
    expect(table.ignoredBlankLines).toBe(2)
  })

  test('totals are counted and left out, names that begin so are not', async () => {
    const table = await readTable(Buffer.from('A;B\nJUMLAH;2\ntotal;2\nJUMLAHNYA;1\nTotal Harahap;1\n'))
    expect(table.ignoredTotals).toBe(2)
    expect(table.rows).toHaveLength(2)
  })

  test('quotes inside a cell are text', async () => {
    const table = await readTable(Buffer.from('A;B\nSusi "Tagor" Pane;1\n"Susi ""Tagor"" Pane";1\n'))
    expect(table.rows.map(({ cells }) => cells[0])).toEqual(['Susi "Tagor" Pane', 'Susi "Tagor" Pane'])
  })

  test('a file is read from its path, and its name does not decide what it is', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tera-readers-'))
    try {
      const path = join(folder, 'pegawai.xlsx')
      await writeFile(path, 'A;B\n1;2\n')
      expect((await readTable(path)).format).toBe('CSV')
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

describe('XLSX', () => {
  test('numbers stay numbers, dates and percentages become what is shown, formulas their results', async () => {
    const table = await readTable(
      await workbook((data) => {
        data.addRow(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'])
        data.addRow([
          1274.05,
          new Date(Date.UTC(1988, 0, 12)),
          0.125,
          { formula: '1+1', result: 2 },
          true,
          new Date(Date.UTC(2025, 9, 1, 6, 12, 2)),
        ])
        data.getCell('C2').numFmt = '0.0%'
        data.getCell('G2').value = { richText: [{ text: 'Putri ' }, { text: 'Hakim' }] }
        data.getCell('H2').value = '=HYPERLINK("x")'
      }),
    )
    expect(table.rows).toEqual([
      { line: 2, cells: [1274.05, '1988-01-12', '12,5%', 2, 'TRUE', '01/10/2025 06:12:02', 'Putri Hakim', '=HYPERLINK("x")'] },
    ])
  })

  test('lines are sheet rows; blank rows between records count, formatted rows below them do not', async () => {
    const table = await readTable(
      await workbook((data) => {
        data.getRow(2).values = ['A', 'B']
        data.getRow(5).values = ['x']
        data.getRow(6).values = ['JUMLAH', 1]
        data.getRow(9).values = ['y', 'z', 'too many']
        data.getRow(40).height = 30
      }),
    )
    expect(table.headers).toEqual(['A', 'B'])
    expect(table.rows).toEqual([
      { line: 5, cells: ['x', ''] },
      { line: 9, cells: ['y', 'z', 'too many'] },
    ])
    expect([table.ignoredBlankLines, table.ignoredTotals]).toEqual([4, 1])
  })

  test('the first visible sheet is read', async () => {
    const table = await readTable(
      await workbook((data, book) => {
        data.state = 'hidden'
        data.addRow(['rahasia', 'x'])
        book.addWorksheet('Pegawai').addRow(['A', 'B'])
        book.addWorksheet('Lain').addRow(['C', 'D'])
      }),
    )
    expect(table.headers).toEqual(['A', 'B'])
  })
})
