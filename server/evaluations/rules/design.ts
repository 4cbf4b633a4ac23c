import { createHash } from 'node:crypto'
import type { DesignState, EvaluationDesign, OutcomeLevel } from '../../generated/prisma/client.ts'
import type { Sentence } from '../../language.ts'

/** What an evaluation design says. Decimals are exact text. */
export interface DesignContent {
  readonly programmeId: string
  readonly allocation: EvaluationDesign
  readonly level: OutcomeLevel
  readonly indicatorId: string | null
  readonly secondaryIndicatorIds: readonly string[]
  readonly hypothesis: string
  readonly comparisonRule: string
  readonly preMonths: number
  readonly postMonths: number
  readonly minPerArm: number
  readonly plannedEffect: string | null
  readonly plannedSd: string | null
  readonly plannedCorrelation: string | null
  readonly plannedPerArm: number | null
}

/** SHA-256 over the content, in a fixed order of its parts: the same design always has the same hash. */
export function designHash(design: DesignContent): string {
  const parts = [
    design.programmeId,
    design.allocation,
    design.level,
    design.indicatorId,
    [...design.secondaryIndicatorIds].sort(),
    design.hypothesis,
    design.comparisonRule,
    design.preMonths,
    design.postMonths,
    design.minPerArm,
    design.plannedEffect,
    design.plannedSd,
    design.plannedCorrelation,
    design.plannedPerArm,
  ]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** Is a design that is registered on this day one of before the training? The first day of the training is too late (D8). */
export function isBeforeStart(startsOn: Date, today: Date): boolean {
  return today < startsOn
}

export const designWords = {
  RANCANGAN: { id: 'Rancangan', en: 'Draft' },
  TERDAFTAR: { id: 'Terdaftar dan terkunci', en: 'Registered and locked' },
} as const satisfies Record<DesignState, Sentence>

/** What a design must say before it is registered, by field; empty when it is complete. */
export function designFaults(design: DesignContent): Readonly<Record<string, Sentence>> {
  const faults: Record<string, Sentence> = {}
  if (design.indicatorId === null) faults.indicatorId = { id: 'Pilih satu indikator utama.', en: 'Choose one primary indicator.' }
  else if (design.secondaryIndicatorIds.includes(design.indicatorId))
    faults.secondaryIndicatorIds = {
      id: 'Indikator utama tidak sekaligus indikator tambahan.',
      en: 'The primary indicator is not a secondary one as well.',
    }
  if (design.allocation !== 'PRA_PASCA' && design.comparisonRule.trim() === '')
    faults.comparisonRule = { id: 'Tulis dengan siapa peserta dibandingkan.', en: 'Say with whom those trained are compared.' }
  if (design.hypothesis.trim() === '')
    faults.hypothesis = { id: 'Tulis perubahan yang diharapkan.', en: 'Say which change is expected.' }
  return faults
}
