import { describe, expect, test } from 'vitest'
import {
  choicesOf,
  isSuspectName,
  nipKey,
  readChoice,
  readCode,
  readNip,
  readPhone,
  readText,
} from '../../server/exchange/rules/cells.ts'
import { dayNumber, readDate, readTime } from '../../server/exchange/rules/dates.ts'
import { civilServantRanks, golonganStep, readGolongan } from '../../server/exchange/rules/golongan.ts'
import { compareDecimals, readInteger, readNumber } from '../../server/exchange/rules/numbers.ts'
import type { Cell } from '../../server/exchange/rules/table.ts'

const bad = Symbol('unreadable')

function valueIn<T>(reading: { ok: true; value: T } | { ok: false; code: string }): T | typeof bad {
  return reading.ok ? reading.value : bad
}

describe('text', () => {
  test.each([
    ['  Putri   Hakim Batubara ', 'Putri Hakim Batubara'],
    ['a\u00A0\u00A0b\tc\r\nd', 'a b c d'],
    ['\u200FAsmawati \u202Ex\u2066', 'Asmawati x'],
    ['=1+1', '=1+1'],
    ['x'.repeat(5000), 'x'.repeat(5000)],
    [12.5, '12.5'],
  ] as const)('%j is stored as %j', (cell, text) => {
    expect(readText(cell)).toBe(text)
  })
})

describe('NIP', () => {
  test.each([
    '198007192002012901',
    "'198007192002012901",
    '19800719 200201 2 901',
    '19800719.200201.2.901',
    '19800719\u00A0200201\u00A02\u00A0901',
  ])('%j is read as its 18 digits', (cell) => {
    expect(readNip(cell)).toEqual({ ok: true, value: '198007192002012901' })
  })

  test('a numeric workbook cell is FORMAT and finds nobody, because digits are lost', () => {
    expect(readNip(Number('198007192002012901'))).toEqual({ ok: false, code: 'FORMAT' })
    expect(nipKey(Number('198007192002012901'))).toBe('')
  })
})

describe('codes, phones and choices', () => {
  test('a numeric unit code is its shortest decimal text', () => {
    expect(readCode(1274.1)).toBe('1274.1')
    expect(readCode(' 1274.10 ')).toBe('1274.10')
  })

  test.each([
    ['+62 899-0004-8595', '089900048595'],
    ['62899 00048595', '089900048595'],
    ['0899.0004.8595', '089900048595'],
    ['-', null],
    ['', null],
  ] as const)('the phone %j becomes %j', (cell, phone) => {
    expect(readPhone(cell)).toBe(phone)
  })

  test('a choice is found whatever its case and punctuation, and nothing else is', () => {
    const choices = choicesOf(['NOT_YET_DUE'])
    for (const cell of ['NOT_YET_DUE', ' not yet due ', 'Not-Yet-Due'])
      expect(readChoice(cell, choices)).toEqual({ ok: true, value: 'NOT_YET_DUE' })
    for (const cell of ['NOTYETDUE', '', 'LUPA INPUT']) expect(readChoice(cell, choices)).toEqual({ ok: false, code: 'BAD_ENUM' })
  })
})

describe('names', () => {
  test.each([
    '=HYPERLINK("http://x","y")',
    '+Ani',
    '-Ani',
    '@Ani',
    'Eva 😀',
    '\u200FAsmawati',
    'x'.repeat(151),
    'Ani_2',
    'A & B',
  ])('%j is suspect', (name) => {
    expect(isSuspectName(name)).toBe(true)
  })

  test.each([
    "Sa'adah",
    'Zulkifli Ma’ruf',
    'Susi "Tagor" Pane',
    'Butar-Butar',
    'Safrida; Simanjuntak',
    'H. Ali, S.H. (Plt)',
    'Müller',
    'a/n Budi',
    'A`la',
    'x'.repeat(150),
  ])('%j is not suspect', (name) => {
    expect(isSuspectName(name)).toBe(false)
  })
})

describe('dates', () => {
  test.each([
    ['23-09-1969', '1969-09-23'],
    ['15/07/2002', '2002-07-15'],
    ['1/7/2002', '2002-07-01'],
    ['2000-08-28', '2000-08-28'],
    ['18 April 1985', '1985-04-18'],
    ['1  januari 2022', '2022-01-01'],
    ['27612', '1975-08-06'],
    [27612, '1975-08-06'],
    ['29-02-2024', '2024-02-29'],
    ['', null],
    ['  ', null],
  ] as const)('%j is %j', (cell, date) => {
    expect(valueIn<string | null>(readDate(cell))).toBe(date)
  })

  test.each([
    '31-02-1988',
    '32/01/2019',
    'April 2019',
    '29-02-2023',
    '13/13/2020',
    '2020/01/02',
    '01-02/2020',
    '1 Foo 2020',
    '0',
    '123456',
    '2020-1-2',
    '01-01-20',
    'kemarin',
    43.5,
    123456,
  ])('%j is BAD_DATE', (cell) => {
    expect(readDate(cell)).toEqual({ ok: false, code: 'BAD_DATE' })
  })

  test('the Excel serial counts from 1899-12-30', () => {
    expect(valueIn(readDate('10000'))).toBe('1927-05-18')
    expect(dayNumber('1970-01-02')).toBe(1)
  })

  test.each([
    ['01/10/2025 06:12:02', '2025-10-01T06:12:02'],
    ['01/10/2025 06.12', '2025-10-01T06:12:00'],
    ['1/10/2025 6:05', '2025-10-01T06:05:00'],
    ['2025-10-01T20:30:00Z', '2025-10-02T03:30:00'],
    ['2025-12-31T17:00:00.250Z', '2026-01-01T00:00:00'],
    ['', null],
    ['01/10/2025', bad],
    ['31/02/2025 10:00', bad],
    ['01/10/2025 24:00', bad],
    ['01/10/2025 10:60', bad],
    ['2025-10-01T20:30:00+07:00', bad],
  ] as const)('the time %j is %j in WIB', (cell, time) => {
    expect(valueIn<string | null>(readTime(cell))).toBe(time)
  })
})

describe('numbers', () => {
  test.each([
    ['1.250', '1250'],
    ['1.250,5', '1250.5'],
    ['0.125', '0.125'],
    ['87,5', '87.5'],
    ['87.5', '87.5'],
    ['1234.567', '1234.567'],
    ['12.3456', '12.3456'],
    ['Rp 301.693.182', '301693182'],
    ['rp1.000,25', '1000.25'],
    ['75 %', '75'],
    ['12,50%', '12.5'],
    ['-83,91', '-83.91'],
    ['-1.250', '-1250'],
    ['007', '7'],
    ['-0,0', '0'],
    ['1 250', '1250'],
    ['', null],
    [' ', null],
    ['-', null],
    [' - ', null],
    [1.234, '1.234'],
    [1e-7, '0.0000001'],
    [-0, '0'],
  ] as [Cell, string | null][])('%j is %j', (cell, number) => {
    expect(valueIn(readNumber(cell))).toBe(number)
  })

  test.each([
    '1e309',
    '1E5',
    'Infinity',
    'NaN',
    '1,250.5',
    'sesuai',
    '1.25.5',
    '1,2,3',
    ',5',
    '5,',
    '1.2500,5',
    '0.500.000',
    '+5',
    '5%%',
    '1'.repeat(15),
    '--5',
  ])('%j is BAD_NUMBER', (cell) => {
    expect(readNumber(cell)).toEqual({ ok: false, code: 'BAD_NUMBER' })
  })

  test.each([Number.POSITIVE_INFINITY, Number.NaN, 1e20])('the numeric cell %d is BAD_NUMBER', (cell) => {
    expect(readNumber(cell)).toEqual({ ok: false, code: 'BAD_NUMBER' })
  })

  test('a whole number is one without decimals that fits its column', () => {
    expect(readInteger('2,0')).toEqual({ ok: true, value: 2 })
    expect(readInteger('2,5').ok).toBe(false)
    expect(readInteger('10000').ok).toBe(false)
  })

  test('comparing is exact where doubles tie', () => {
    expect(compareDecimals('10000000000000.00000001', '10000000000000')).toBeGreaterThan(0)
    expect(compareDecimals('0.1', '0.1')).toBe(0)
    expect(compareDecimals('99.99', '100')).toBeLessThan(0)
  })
})

describe('golongan', () => {
  test.each([
    ['III/c', 'III/c'],
    ['III/C', 'III/c'],
    ['3c', 'III/c'],
    ['IIIc', 'III/c'],
    ['III c', 'III/c'],
    ['4/e', 'IV/e'],
    ['I/a', 'I/a'],
    ['III/e', bad],
    ['III/f', bad],
    ['V/a', bad],
    ['IX', bad],
    ['9', bad],
    ['', bad],
  ] as const)('%j of a PNS is %j', (cell, golongan) => {
    expect(valueIn<string>(readGolongan(cell, 'PNS'))).toBe(golongan)
    expect(valueIn<string>(readGolongan(cell, 'CPNS'))).toBe(golongan)
  })

  test.each([
    ['IX', 'IX'],
    ['ix', 'IX'],
    ['9', 'IX'],
    ['17', 'XVII'],
    ['0', bad],
    ['18', bad],
    ['XVIII', bad],
    ['III/a', bad],
  ] as const)('%j of a PPPK is %j', (cell, golongan) => {
    expect(valueIn<string>(readGolongan(cell, 'PPPK'))).toBe(golongan)
    expect(valueIn<string>(readGolongan(cell, 'PPPK_PARUH_WAKTU'))).toBe(golongan)
  })

  test('the ranks of PNS are seventeen steps from I/a to IV/e', () => {
    expect(civilServantRanks).toHaveLength(17)
    expect(civilServantRanks.map(golonganStep)).toEqual(civilServantRanks.map((_, step) => step))
    expect(golonganStep('IX')).toBe(8)
  })
})
