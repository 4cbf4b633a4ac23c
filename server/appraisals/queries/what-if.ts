import type { KeyCount } from './aggregates.ts'

/** A draft and the period on whose appraisals it is tried. */
export type WhatIfInput = {
  /** Bare id of an indicator version in DRAFT or REVIU. */
  readonly draftId: string
  readonly periodKey: string
}

export type WhatIfCounts = {
  /** Current appraisals of the period that use the indicator and that the actor may see. */
  readonly appraisals: number
  readonly changedLevel: number
  readonly changedResult: number
  readonly changedPredikat: number
  /** By weighted score. */
  readonly helped: number
  readonly hurt: number
}

/** What a draft would have done to the appraisals of a period; computed from their frozen inputs, nothing is saved. */
export type WhatIf = {
  readonly counts: WhatIfCounts
  readonly predikatBefore: readonly KeyCount[]
  readonly predikatAfter: readonly KeyCount[]
}
