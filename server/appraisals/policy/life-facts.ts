import type { AppraisalState, SystemOfRecord } from '../../generated/prisma/client.ts'

/** What the policy must know of an appraisal to tell who may take it where. */
export type LifeFacts = {
  readonly state: AppraisalState
  /** False for a version that a successor replaced. */
  readonly isCurrent: boolean
  readonly system: SystemOfRecord
  readonly employeeId: string
  /** Who acts as penilai today: the one of the snapshot, whoever stands in for them, or the present superior where there is none. */
  readonly penilaiIds: readonly string[]
  /** Superior of the penilai; null where nobody stands above. */
  readonly superiorOfPenilaiId: string | null
  /** The unit as of the appraisal with every unit above it. */
  readonly underUnitIds: readonly string[]
  /** An agreed plan is judged, of somebody who is appraised by their legal standing. */
  readonly isRateable: boolean
  /** The period is over, or the plan that is judged ended before it: nobody is rated for days to come (domain A1). */
  readonly hasEnded: boolean
  /** Last instant at which the penilai waits for the self-assessment. */
  readonly selfAssessUntil: Date
  /** Submitted measurements of the person that nobody has verified or rejected yet. */
  readonly unverified: number
  /** Slices of a year with several plans or penilai; empty for an undivided one. */
  readonly parts: readonly { readonly penilaiIds: readonly string[]; readonly isRated: boolean }[]
  /** The organisation predikat of the unit, or of the nearest unit above, has been set. */
  readonly hasOrgPredikat: boolean
  /** Last instant at which an objection may be filed; null before delivery. */
  readonly objectionUntil: Date | null
  /** The person left after less than one month of the period. */
  readonly hasLeftAtOnce: boolean
}
