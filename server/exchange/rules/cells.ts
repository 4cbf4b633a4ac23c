import { normalizeNip } from '../../organization/rules/nip.ts'
import type { RowCode } from './row-codes.ts'
import { type Cell, rawText } from './table.ts'

/** What a cell reader answers: the value, or the code that the row gets. */
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly code: RowCode }

export const noValue = { ok: true, value: null } as const

export function reading<T>(value: T): Reading<T> {
  return { ok: true, value }
}

export function unreadable(code: RowCode): { readonly ok: false; readonly code: RowCode } {
  return { ok: false, code }
}

// Marks, embeddings, overrides and isolates: they reorder what a person sees without a visible sign.
const bidiControls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g
const blanks = /\s+/g

/** Text with blanks collapsed (non-breaking ones and line breaks too) and trimmed; bidirectional controls still in it. */
export function collapseBlanks(cell: Cell): string {
  return String(cell).replace(blanks, ' ').trim()
}

/** Text as it is stored: collapsed, trimmed, without bidirectional controls. Nothing is truncated and a leading `=` stays. */
export function readText(cell: Cell): string {
  return collapseBlanks(String(cell).replace(bidiControls, ''))
}

/** As `readText`, with null for an empty cell. */
export function readOptionalText(cell: Cell): string | null {
  return readText(cell) || null
}

/**
 * A NIP without spaces, dots and a leading apostrophe; whether it is a valid one is for F16 to say.
 * A numeric workbook cell is FORMAT: digits after the fifteenth are already lost.
 */
export function readNip(cell: Cell): Reading<string> {
  if (typeof cell === 'number') return unreadable('FORMAT')
  return reading(normalizeNip(readText(cell)))
}

/** For looking a person up: the NIP, or a text that no one has. */
export function nipKey(cell: Cell): string {
  return typeof cell === 'number' ? '' : normalizeNip(readText(cell))
}

/** A unit or indicator code: text; a numeric cell is its shortest decimal text (so that `1274.10` is already lost as `1274.1`). */
export function readCode(cell: Cell): string {
  return typeof cell === 'number' ? String(cell) : readText(cell)
}

/** Digits only; the country codes `+62` and `62` become `0`. Null when nothing is left. */
export function readPhone(cell: Cell): string | null {
  const digits = rawText(cell).replace(/\D/g, '').replace(/^62/, '0')
  return digits || null
}

/** One of a closed list, whatever its case and punctuation. Keys of the table are upper case, words separated by one blank. */
export function readChoice<T>(cell: Cell, choices: ReadonlyMap<string, T>): Reading<T> {
  const value = choices.get(choiceKey(cell))
  return value === undefined ? unreadable('BAD_ENUM') : reading(value)
}

/** As `readChoice`, with null for an empty cell. */
export function readOptionalChoice<T>(cell: Cell, choices: ReadonlyMap<string, T>): Reading<T | null> {
  return rawText(cell) === '' ? noValue : readChoice(cell, choices)
}

/** The choices of a plain list of enum values, by their own names. */
export function choicesOf<const T extends string>(values: readonly T[]): ReadonlyMap<string, T> {
  return new Map(values.map((value) => [choiceKey(value), value]))
}

function choiceKey(cell: Cell): string {
  return readText(cell)
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()
}

export const yesNo: ReadonlyMap<string, boolean> = new Map([
  ['Y', true],
  ['YA', true],
  ['T', false],
  ['TIDAK', false],
])

const unusualInName = /[^\p{L}\p{M} .,'\u2018\u2019`"\-;()/]/u
const formulaStart = /^[=+\-@]/

/** NAME_SUSPECT: longer than 150 characters, starting like a formula, or with unusual characters; judged before bidirectional controls go. */
export function isSuspectName(cell: Cell): boolean {
  const name = collapseBlanks(cell)
  return formulaStart.test(name) || unusualInName.test(name) || [...name].length > 150
}
