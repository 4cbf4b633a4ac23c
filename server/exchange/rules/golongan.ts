import { type Reading, reading, readText, unreadable } from './cells.ts'
import type { Cell } from './table.ts'

export type EmploymentType = 'PNS' | 'CPNS' | 'PPPK' | 'PPPK_PARUH_WAKTU'

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII']
const civilServantRank = /^(IV|I{1,3}|[1-4]) ?\/? ?([A-E])$/

/** The seventeen ranks of PNS from I/a to IV/e, lowest first. */
export const civilServantRanks = ['I', 'II', 'III', 'IV'].flatMap((group) =>
  [...(group === 'IV' ? 'abcde' : 'abcd')].map((letter) => `${group}/${letter}`),
)

/**
 * Golongan of a person of this status: `III/c` for PNS and CPNS (also `III/C`, `3c`, `IIIc`, `III c`), `IX` for PPPK (roman or arabic, I–XVII).
 * The wrong kind for the status, III/e, or an empty cell is BAD_GOLONGAN.
 */
export function readGolongan(cell: Cell, status: EmploymentType): Reading<string> {
  const text = readText(cell).toUpperCase()
  const value = status === 'PNS' || status === 'CPNS' ? civilServantGolongan(text) : pppkGolongan(text)
  return value === null ? unreadable('BAD_GOLONGAN') : reading(value)
}

/** Position of a normalised golongan on its own ladder, from 0. */
export function golonganStep(golongan: string): number {
  return golongan.includes('/') ? civilServantRanks.indexOf(golongan) : romans.indexOf(golongan)
}

function civilServantGolongan(text: string): string | null {
  const match = civilServantRank.exec(text)
  if (!match?.[1] || !match[2]) return null
  const group = /\d/.test(match[1]) ? romans[Number(match[1]) - 1] : match[1]
  const rank = `${group}/${match[2].toLowerCase()}`
  return civilServantRanks.includes(rank) ? rank : null
}

function pppkGolongan(text: string): string | null {
  const roman = /^\d{1,2}$/.test(text) ? romans[Number(text) - 1] : text
  return roman !== undefined && romans.includes(roman) ? roman : null
}
