import { readOptionalText } from '../cells.ts'
import type { Cell } from '../table.ts'

export type PositionKind = 'STRUKTURAL' | 'FUNGSIONAL' | 'PELAKSANA'

const kinds: Readonly<Record<string, PositionKind>> = {
  STRUKTURAL: 'STRUKTURAL',
  'FUNGSIONAL TERTENTU': 'FUNGSIONAL',
  FUNGSIONAL: 'FUNGSIONAL',
  'FUNGSIONAL UMUM': 'PELAKSANA',
  PELAKSANA: 'PELAKSANA',
}

/** Jenis jabatan (domain C4); null when the cell names none that is known, which is not a fault of the row. */
export function readPositionKind(cell: Cell): PositionKind | null {
  return kinds[(readOptionalText(cell) ?? '').toUpperCase()] ?? null
}

/** Jenjang or eselon; a dash means none. */
export function readPositionLevel(cell: Cell): string | null {
  const level = readOptionalText(cell)
  return level === '-' ? null : level
}
