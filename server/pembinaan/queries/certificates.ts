import type { Transaction } from '../../transact.ts'

/** What anybody may learn of a certificate by its code: the training and its hours, nothing of the person. */
export type CertificateStanding = {
  readonly number: string
  readonly programme: string
  readonly provider: string
  /** Hours as exact decimal text; null where none are declared. */
  readonly jp: string | null
  readonly issuedAt: Date
  readonly isRevoked: boolean
}

const codePattern = /^[2-9A-HJ-NP-Z]{16}$/

/** The certificate with this code, however it was typed; null when there is none. One statement, whether or not the code can be one. */
export async function certificateOf(db: Pick<Transaction, 'participant'>, text: string): Promise<CertificateStanding | null> {
  const signs = text.toUpperCase().replace(/[^0-9A-Z]/g, '')
  const row = await db.participant.findFirst({
    where: { certificateCode: codePattern.test(signs) ? signs : '' },
    select: {
      ...{ certificateNumber: true, certificateIssuedAt: true, certificateRevokedAt: true, jp: true },
      programme: { select: { name: true, provider: true } },
    },
  })
  if (!row?.certificateIssuedAt) return null
  return {
    ...{ number: row.certificateNumber ?? '', programme: row.programme.name, provider: row.programme.provider },
    ...{ jp: row.jp?.toFixed() ?? null, issuedAt: row.certificateIssuedAt, isRevoked: row.certificateRevokedAt !== null },
  }
}
