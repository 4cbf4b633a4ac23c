import { noValue, type Reading, reading, readText, unreadable } from './cells.ts'
import type { Cell } from './table.ts'

const months = [
  'januari',
  'februari',
  'maret',
  'april',
  'mei',
  'juni',
  'juli',
  'agustus',
  'september',
  'oktober',
  'november',
  'desember',
]

const dayFirst = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})$/
const yearFirst = /^(\d{4})-(\d{2})-(\d{2})$/
const inWords = /^(\d{1,2}) ([a-z]+) (\d{4})$/i
const serial = /^\d{5}$/
const localTime = /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?$/
const isoTime = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?Z$/

const dayInMs = 86_400_000
const wibOffsetInMs = 7 * 3_600_000
// Excel counts from 1900-01-01 = 1 and believes in 29 February 1900, so its base for every later day is 1899-12-30.
const excelEpoch = Date.UTC(1899, 11, 30)

/**
 * A civil date as ISO text from `dd-mm-yyyy`, `dd/mm/yyyy`, `yyyy-mm-dd`, `12 Januari 1988` or a five-digit Excel serial; null when empty.
 * The day always comes first. Anything else, also a day that does not exist, is BAD_DATE.
 */
export function readDate(cell: Cell): Reading<string | null> {
  const text = readText(cell)
  if (text === '') return noValue
  const first = dayFirst.exec(text)
  if (first) return civilDate(first[4], first[3], first[1])
  const iso = yearFirst.exec(text)
  if (iso) return civilDate(iso[1], iso[2], iso[3])
  if (serial.test(text)) return reading(isoDate(excelEpoch + Number(text) * dayInMs))
  const words = inWords.exec(text)
  const month = words ? months.indexOf(words[2]?.toLowerCase() ?? '') + 1 : 0
  return words && month > 0 ? civilDate(words[3], String(month), words[1]) : unreadable('BAD_DATE')
}

/** As `readDate`, but an empty cell is BAD_DATE. */
export function readRequiredDate(cell: Cell): Reading<string> {
  const date = readDate(cell)
  if (!date.ok) return date
  return date.value === null ? unreadable('BAD_DATE') : reading(date.value)
}

/** A local time (WIB) as `yyyy-mm-ddTHH:MM:SS` from `dd/mm/yyyy HH:MM[:SS]` (or dots), or from ISO 8601 with Z, moved to WIB (+7); null when empty. */
export function readTime(cell: Cell): Reading<string | null> {
  const text = readText(cell)
  if (text === '') return noValue
  const local = localTime.exec(text)
  if (local) return civilTime(civilDate(local[3], local[2], local[1]), local[4], local[5], local[6], 0)
  const utc = isoTime.exec(text)
  if (utc) return civilTime(civilDate(utc[1], utc[2], utc[3]), utc[4], utc[5], utc[6], wibOffsetInMs)
  return unreadable('BAD_DATE')
}

/** Whole days since 1970-01-01 of an ISO date. */
export function dayNumber(isoDay: string): number {
  return Date.parse(`${isoDay}T00:00:00Z`) / dayInMs
}

function civilDate(year = '', month = '', day = ''): Reading<string> {
  const isReal = Number(year) >= 1900 && Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month))
  return isReal ? reading(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) : unreadable('BAD_DATE')
}

/** 0 for a month that does not exist. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}

function civilTime(date: Reading<string>, hour = '', minute = '', second = '0', offsetInMs: number): Reading<string> {
  if (!date.ok) return date
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return unreadable('BAD_DATE')
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second)
  const ms = dayNumber(date.value) * dayInMs + seconds * 1000 + offsetInMs
  return reading(new Date(ms).toISOString().slice(0, 19))
}

function isoDate(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
