import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { notify } from '../../notices.ts'
import { command, type Transaction } from '../../transact.ts'
import { unnest } from '../../unnest.ts'
import { holds, sameRevision } from '../policy/guards.ts'
import { lockedParticipant } from '../queries/participant-facts.ts'
import type { LoadedProgramme } from '../queries/programme-facts.ts'
import { readRecord } from './inputs.ts'
import { randomCode } from './random-code.ts'
import { refreshJp } from './refresh-jp.ts'

/** A kernel of {@link issueCertificates}: numbers in the order of names, codes at random; hours of the programme count from now on. */
export async function certify(tx: Transaction, programme: LoadedProgramme, now: Date): Promise<void> {
  const year = programme.endsOn.getUTCFullYear()
  const passed = await tx.participant.findMany({
    where: { programmeId: programme.id, state: 'PASSED' },
    orderBy: [{ employee: { name: 'asc' } }, { id: 'asc' }],
    select: { id: true, employeeId: true, certificateNumber: true },
  })
  const rows = passed.map(({ id, certificateNumber }, index) => ({
    id,
    number: certificateNumber ?? `${programme.code}/${year}/${String(index + 1).padStart(4, '0')}`,
    code: randomCode(),
  }))
  await tx.$executeRaw(Prisma.sql`
    UPDATE participant SET certificate_number = "row".number, certificate_code = "row".code, certificate_issued_at = ${now}, is_verified = true,
      jp = coalesce(participant.jp, ${programme.jp?.toFixed() ?? null}::numeric), revision = participant.revision + 1
    FROM ${unnest(rows, {
      id: ['uuid', ({ id }) => id],
      number: ['text', ({ number }) => number],
      code: ['text', ({ code }) => code],
    })} WHERE participant.id = "row".id`)
  await tx.developmentNeed.updateMany({
    where: { programmeId: programme.id, state: 'DIRENCANAKAN', employeeId: { in: passed.map(({ employeeId }) => employeeId) } },
    data: { state: 'TERPENUHI', revision: { increment: 1 } },
  })
  const everybody = await tx.participant.findMany({ where: { programmeId: programme.id }, select: { employeeId: true } })
  await refreshJp(
    tx,
    year,
    everybody.map(({ employeeId }) => employeeId),
  )
  await notify(
    tx,
    passed.map(({ id, employeeId }) => ({
      to: { employeeId },
      kind: 'certificate.issued',
      params: { programme: programme.name },
      entity: { type: 'Participant', id },
      cause: id,
    })),
    now,
  )
}

/** Revokes one certificate: whoever verifies its code is told so, and its hours count no more. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE. */
export const revokeCertificate = command({
  input: z.strictObject({ ...readRecord('Participant'), reason: z.string().trim().min(10).max(2_000) }),
  load: (tx, { id }) => lockedParticipant(tx, id),
  allow: (actor, row, _now, { revision }) => {
    const held = holds(actor, 'pembinaan.manage', row.programme.underUnitIds)
    return held === true ? (sameRevision(row, revision) ?? true) : held
  },
  run: async ({ tx, input: { id, reason }, subject, now }) => {
    if (subject.certificateIssuedAt === null || subject.certificateRevokedAt !== null) {
      throw new DomainError('WRONG_STATE', {
        id: 'Tidak ada sertifikat yang berlaku untuk dicabut.',
        en: 'There is no valid certificate to revoke.',
      })
    }
    await tx.participant.update({
      where: { id },
      data: { certificateRevokedAt: now, isVerified: false, stateReason: reason, revision: { increment: 1 } },
      select: { id: true },
    })
    await refreshJp(tx, subject.programme.endsOn.getUTCFullYear(), [subject.employeeId])
    return {
      result: id,
      entity: { type: 'Participant', id },
      changes: { certificateRevokedAt: [null, now.toISOString()] },
      reason,
    }
  },
  audit: 'certificate.revoked',
})
