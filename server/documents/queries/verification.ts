import type { AppraisalState } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'

/** What anybody may learn of a printed dossier by its code: nothing of the person, nothing of the result. */
export type Verification = {
  readonly code: string
  readonly contentHash: string
  readonly fileHash: string
  readonly printedAt: Date
  /** How the appraisal stood when it was printed. */
  readonly printedState: AppraisalState
  /** VALID: it says what holds. OUTDATED: the appraisal went on since. SUPERSEDED: a successor version replaced it. REVOKED: it was taken back. */
  readonly standing: 'VALID' | 'OUTDATED' | 'SUPERSEDED' | 'REVOKED'
}

const codePattern = /^[0-9A-HJKMNP-TV-Z]{16}$/

/** The code as it is stored, from however it was typed: small letters, blanks, missing hyphens; null for what cannot be one. */
export function readCode(text: string): string | null {
  const signs = text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return codePattern.test(signs) ? (signs.match(/.{4}/g) ?? []).join('-') : null
}

/** The dossier with this code; null when there is none. One statement, whether or not the code can be one. */
export async function verificationOf(db: Pick<Transaction, 'dossier'>, text: string): Promise<Verification | null> {
  const row = await db.dossier.findFirst({
    where: { code: readCode(text) ?? '' },
    select: {
      code: true,
      contentHash: true,
      fileHash: true,
      state: true,
      createdAt: true,
      revokedAt: true,
      appraisal: { select: { state: true, isCurrent: true } },
    },
  })
  if (!row) return null
  const { code, contentHash, fileHash, state, createdAt, revokedAt, appraisal } = row
  const stateNow = appraisal.state === 'TEREKSPOR' ? 'FINAL' : appraisal.state
  const standing =
    revokedAt !== null ? 'REVOKED' : !appraisal.isCurrent ? 'SUPERSEDED' : stateNow !== state ? 'OUTDATED' : 'VALID'
  return { code, contentHash, fileHash, printedAt: createdAt, printedState: state, standing }
}
