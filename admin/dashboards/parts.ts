import type { Part } from '../frame/chart/Stacks.tsx'
import { predikatTones } from '../frame/chip/predikat-tones.ts'
import type { KeyCount } from '../home/data.ts'

export const predikatKeys = ['SANGAT_BAIK', 'BAIK', 'BUTUH_PERBAIKAN', 'KURANG', 'SANGAT_KURANG'] as const

/** Counts as the parts of a bar: the five predikat in their order, and those without one as the last. */
export function partsOf(counts: readonly KeyCount[], label: (key: string) => string, without: string): Part[] {
  const countOf = (key: string) => counts.find((row) => row.key === key)?.count ?? 0
  const appraised = predikatKeys.map((key) => ({
    key,
    label: label(key),
    value: countOf(key),
    tone: predikatTones[key] ?? 'quiet',
    isHatched: key === 'SANGAT_KURANG',
  }))
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  const rest = all - appraised.reduce((sum, { value }) => sum + value, 0)
  return [...appraised, { key: 'NONE', label: without, value: rest, tone: 'quiet' }]
}
