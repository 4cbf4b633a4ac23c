import type {
  AppendixKind,
  Aspect,
  Attribution,
  CascadeKind,
  Polarity,
  RhkKind,
  SkpApproach,
} from '../../generated/prisma/client.ts'

/** An indicator of a plan as the rules see it. Numbers are exact decimal text. */
export type PlannedIki = {
  readonly id: string
  readonly number: number
  readonly indicatorId: string
  readonly code: string
  readonly name: string
  readonly aspect: Aspect
  readonly polarity: Polarity
  readonly attribution: Attribution
  readonly counterIndicatorCode: string | null
  /** The pinned version is the one in force. */
  readonly isInForce: boolean
  /** Weight inside the result. */
  readonly weight: string
  readonly target: string | null
  readonly targetMin: string | null
  readonly targetMax: string | null
  readonly tolerancePct: string | null
  readonly baseline: string | null
  readonly targetReason: string | null
}

export type PlannedRhk = {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly kind: RhkKind
  /** Per cent of the plan. */
  readonly weight: string
  readonly servesRhkId: string | null
  /** Whose result is served; null where none is. */
  readonly servedEmployeeId: string | null
  readonly servedTitle: string | null
  readonly cascade: CascadeKind | null
  readonly assignmentLetter: string | null
  readonly isSelfExecuted: boolean
  readonly expectation: string | null
  /** It leads back to itself over the results that it serves. */
  readonly isInCircle: boolean
  readonly ikis: readonly PlannedIki[]
}

/** A plan with all that is written in it. */
export type Plan = {
  readonly id: string
  readonly employeeId: string
  readonly penilaiId: string | null
  readonly approach: SkpApproach
  readonly leadsUnit: boolean
  readonly rhks: readonly PlannedRhk[]
  readonly appendices: readonly { readonly kind: AppendixKind; readonly text: string }[]
  readonly expectations: readonly { readonly value: string; readonly text: string }[]
}
