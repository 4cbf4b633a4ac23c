import type { Action } from '../frame/command/action.ts'
import type { AppraisalState } from './data.ts'

/** Whose turn it is in the life of an appraisal. */
export type Turn = 'ME' | 'EMPLOYEE' | 'OFFICE' | 'SUPERIOR' | 'NOBODY'

export const turns: readonly Turn[] = ['ME', 'EMPLOYEE', 'OFFICE', 'SUPERIOR', 'NOBODY']

const turnOf: Record<AppraisalState, Turn> = {
  TERBUKA: 'EMPLOYEE',
  PENILAIAN_DIRI: 'ME',
  BUKTI_DIVERIFIKASI: 'ME',
  DINILAI: 'OFFICE',
  MODERASI: 'OFFICE',
  DITETAPKAN: 'OFFICE',
  DISAMPAIKAN: 'EMPLOYEE',
  KEBERATAN: 'SUPERIOR',
  PEMERIKSAAN: 'SUPERIOR',
  FINAL: 'NOBODY',
  TEREKSPOR: 'NOBODY',
  BATAL: 'NOBODY',
}

/** Steps with which the penilai goes on once the server allows them. */
const mineOf: Partial<Record<AppraisalState, string>> = { TERBUKA: 'VERIFY_EVIDENCE', MODERASI: 'SET', DITETAPKAN: 'DELIVER' }

/** Whose turn it is, as the penilai sees it: theirs too where the server lets them go on, or moderation gave it back. */
export function turn({
  state,
  actions,
  returnReason,
}: {
  state: AppraisalState
  actions: readonly Action[]
  returnReason: string | null
}): Turn {
  if (state === 'DINILAI' && returnReason !== null) return 'ME'
  const mine = mineOf[state]
  return actions.some(({ name, enabled }) => enabled && name === mine) ? 'ME' : turnOf[state]
}
