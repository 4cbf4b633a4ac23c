import type { AppraisalState } from '../../generated/prisma/client.ts'
import { type Actor, refuse, type Verdict } from '../../identity/policy.ts'
import { type Moves, verdictsOf } from '../../moves.ts'
import { stateWords } from '../rules/state-words.ts'
import type { LifeFacts } from './life-facts.ts'
import {
  canBeRated,
  hasLeftAtOnce,
  hasOrgPredikat,
  holds,
  isAnyPenilai,
  isDecider,
  isDivided,
  isNewest,
  isPenilai,
  isPenilaiOfPart,
  isRatee,
  isReadyForEvidence,
  isSystem,
  isUndivided,
  isWindowOpen,
  isWindowOver,
} from './life-guards.ts'

type LifeMoves = Moves<
  | 'SELF_ASSESS'
  | 'VERIFY_EVIDENCE'
  | 'RATE'
  | 'RATE_PART'
  | 'MODERATE'
  | 'RETURN_TO_RATER'
  | 'SET'
  | 'DELIVER'
  | 'ACCEPT'
  | 'FINALISE'
  | 'OBJECT'
  | 'EXAMINE'
  | 'DECIDE'
  | 'EXPORT'
  | 'REOPEN'
  | 'CANCEL',
  AppraisalState,
  LifeFacts
>

export type LifeMove = keyof LifeMoves

const beforeFinal = [
  'TERBUKA',
  'PENILAIAN_DIRI',
  'BUKTI_DIVERIFIKASI',
  'DINILAI',
  'MODERASI',
  'DITETAPKAN',
  'DISAMPAIKAN',
  'KEBERATAN',
  'PEMERIKSAAN',
] as const satisfies readonly AppraisalState[]

/**
 * The life of an appraisal (domain G2). The rated person moves it before the rating and after the delivery alone; moderation returns and never
 * edits. A silent employee blocks nobody: once the time for the self-assessment is over, the penilai goes on without it. Nor does a silent rater of
 * the 360° view: what is missing there the penilai replaces by a stated basis.
 */
export const lifeMoves: LifeMoves = {
  SELF_ASSESS: { from: ['TERBUKA', 'PENILAIAN_DIRI'], to: 'PENILAIAN_DIRI', who: isRatee, when: canBeRated },
  VERIFY_EVIDENCE: { from: ['TERBUKA', 'PENILAIAN_DIRI'], to: 'BUKTI_DIVERIFIKASI', who: isAnyPenilai, when: isReadyForEvidence },
  RATE: { from: ['BUKTI_DIVERIFIKASI', 'DINILAI'], to: 'DINILAI', who: isPenilai, when: isUndivided },
  // A slice is closed when it is over, whatever the rest of the year; only the last one takes the appraisal on, once the evidence is verified.
  RATE_PART: {
    from: ['TERBUKA', 'PENILAIAN_DIRI', 'BUKTI_DIVERIFIKASI', 'DINILAI'],
    to: 'DINILAI',
    who: isPenilaiOfPart,
    when: isDivided,
  },
  MODERATE: { from: ['DINILAI'], to: 'MODERASI', who: holds('appraisals.moderate') },
  RETURN_TO_RATER: { from: ['MODERASI'], to: 'DINILAI', who: holds('appraisals.moderate') },
  SET: { from: ['MODERASI'], to: 'DITETAPKAN', who: holds('appraisals.set', isPenilai), when: hasOrgPredikat },
  DELIVER: { from: ['DITETAPKAN'], to: 'DISAMPAIKAN', who: holds('appraisals.set', isPenilai) },
  ACCEPT: { from: ['DISAMPAIKAN'], to: 'FINAL', who: isRatee },
  FINALISE: { from: ['DISAMPAIKAN'], to: 'FINAL', who: isSystem, when: isWindowOver },
  OBJECT: { from: ['DISAMPAIKAN'], to: 'KEBERATAN', who: isRatee, when: isWindowOpen },
  EXAMINE: { from: ['KEBERATAN'], to: 'PEMERIKSAAN', who: isDecider('objections.prepare') },
  DECIDE: { from: ['PEMERIKSAAN'], to: 'FINAL', who: isDecider('objections.decide') },
  EXPORT: { from: ['FINAL'], to: 'TEREKSPOR', who: holds('appraisals.export'), when: isNewest },
  REOPEN: { from: ['FINAL', 'TEREKSPOR'], to: 'TERBUKA', who: holds('appraisals.reopen'), when: isNewest },
  CANCEL: { from: beforeFinal, to: 'BATAL', who: holds('appraisals.moderate'), when: hasLeftAtOnce },
}

/** Moves that lead on from a final result; every other one would edit it. */
const ofFinal: ReadonlySet<LifeMove> = new Set(['EXPORT', 'REOPEN'])

/** Which moves the actor may make with this appraisal now, with the reason where not. Feeds the commands and the buttons. */
export function lifeVerdicts(actor: Actor, facts: LifeFacts, now: Date): Record<LifeMove, Verdict> {
  const verdicts = verdictsOf(lifeMoves, stateWords, actor, facts, now)
  if (facts.state !== 'FINAL' && facts.state !== 'TEREKSPOR') return verdicts
  const entries = (Object.entries(verdicts) as [LifeMove, Verdict][]).map(([name, verdict]): [LifeMove, Verdict] =>
    verdict !== true && verdict.code === 'WRONG_STATE' && !ofFinal.has(name) ? [name, immutable] : [name, verdict],
  )
  return Object.fromEntries(entries) as Record<LifeMove, Verdict>
}

/** The verdict on one move by somebody who read the appraisal at this revision. Only the right person is told that another was first. */
export function mayMove(
  actor: Actor,
  facts: LifeFacts & { readonly revision: number },
  now: Date,
  move: LifeMove,
  revision: number,
): Verdict {
  const who = lifeMoves[move].who(actor, facts)
  if (who !== true) return who
  if (facts.revision !== revision) return stale
  return lifeVerdicts(actor, facts, now)[move]
}

const stale = refuse(
  'STALE_VERSION',
  'Penilaian ini sudah diubah orang lain sejak Anda membukanya. Muat ulang, lalu putuskan lagi.',
  'Somebody else changed this appraisal since you opened it. Load it again, then decide.',
)

const immutable = refuse(
  'FINAL_IMMUTABLE',
  'Hasil ini sudah final dan tidak dapat diubah.',
  'This result is final and is never edited.',
)
