import type { Verdict } from '../../identity/policy.ts'

/** What becomes of one person when a template is handed out. */
export type Assignment = {
  readonly employeeId: string
  readonly outcome: 'DRAFTED' | 'HAS_PLAN' | 'IMPORT_ONLY' | 'NOT_SERVING' | 'NOT_ALLOWED' | 'NOT_FOUND'
  readonly skpId: string | null
}

/** The outcome for somebody whose plan may be drafted by this verdict; undefined where the person does not exist for the caller. */
export function outcomeOf(verdict: Verdict | undefined, hasPlan: boolean): Assignment['outcome'] {
  if (verdict === undefined) return 'NOT_FOUND'
  if (verdict === true) return hasPlan ? 'HAS_PLAN' : 'DRAFTED'
  if (verdict.code === 'IMPORT_ONLY') return 'IMPORT_ONLY'
  return verdict.code === 'WRONG_STATE' ? 'NOT_SERVING' : 'NOT_ALLOWED'
}
