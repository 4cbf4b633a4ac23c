import { createHash } from 'node:crypto'
import { z } from 'zod'
import { lockRows } from '../../appraisals/commands/life.ts'
import { visibleAppraisals } from '../../appraisals/queries.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { refuse } from '../../identity/policy.ts'
import { unitIdsAbove } from '../../organization/queries.ts'
import { command } from '../../transact.ts'
import { mayPrint, mayRevoke } from '../policy.ts'
import { dossierContent } from '../queries/content.ts'
import { visibleDossiers } from '../queries.ts'
import { contentHash } from '../rules/content.ts'

/**
 * Keeps a dossier that was printed from the content with this hash. The content is read again while the appraisal is locked: what changed in the meantime is not filed
 * under an old print. Errors: FORBIDDEN; WRONG_STATE before the delivery; STALE_VERSION when the content changed; CONFLICT when there is a dossier of the same content.
 */
export const fileDossier = command({
  input: z.strictObject({
    appraisalId: z.uuid(),
    contentHash: z.string().length(64),
    code: z.string().min(12).max(30),
    pdf: z.instanceof(Uint8Array<ArrayBuffer>).refine(({ length }) => length < 5_000_000),
  }),
  load: async (tx, { appraisalId }, actor, now) => {
    const appraisal = await tx.appraisal.findFirst({
      where: { id: appraisalId, AND: [visibleAppraisals(actor, now)] },
      select: { periodId: true },
    })
    if (!appraisal) return null
    await lockRows(tx, [appraisal.periodId], [appraisalId])
    const content = await dossierContent(tx, appraisalId)
    if (!content) return null
    const { state } = await tx.appraisal.findUniqueOrThrow({ where: { id: appraisalId }, select: { state: true } })
    const hash = contentHash(content)
    const filed = await tx.dossier.count({ where: { appraisalId, contentHash: hash } })
    return { state, hash, issue: content.issue, printedState: content.state, isFiled: filed > 0 }
  },
  allow: (actor, { state, hash, isFiled }, _now, input) => {
    const verdict = mayPrint(actor, { state })
    if (verdict !== true) return verdict
    if (hash !== input.contentHash) {
      return refuse(
        'STALE_VERSION',
        'Penilaian ini berubah saat berkasnya dicetak. Cetak lagi.',
        'The appraisal changed while it was printed. Print it again.',
      )
    }
    return !isFiled || refuse('CONFLICT', 'Berkas dengan isi yang sama sudah ada.', 'There is a dossier of the same content.')
  },
  run: async ({ tx, input: { appraisalId, code, pdf }, subject: { hash, issue, printedState }, actor, now }) => {
    const fileHash = createHash('sha256').update(pdf).digest('hex')
    const { id } = await tx.dossier.create({
      data: { appraisalId, code, contentHash: hash, fileHash, issue, state: printedState, createdAt: now, createdById: actor.id },
      select: { id: true },
    })
    await tx.dossierFile.create({ data: { dossierId: id, pdf }, select: { dossierId: true } })
    return {
      result: { id },
      entity: { type: 'Dossier', id },
      changes: { appraisal: [null, appraisalId], contentHash: [null, hash], fileHash: [null, fileHash] },
    }
  },
  audit: 'dossier.printed',
})

/** Revokes a print, with a reason; the page of verification tells that it is no longer valid, not why. Errors: FORBIDDEN, WRONG_STATE. */
export const revokeDossier = command({
  input: z.strictObject({ id: z.uuid(), reason: z.string().trim().min(10).max(1_000) }),
  load: async (tx, { id }, actor, now) => {
    const seen = await tx.dossier.findFirst({ where: { id, AND: [visibleDossiers(actor, now)] }, select: { id: true } })
    if (!seen) return null
    await tx.$queryRaw(Prisma.sql`SELECT id FROM dossier WHERE id = ${id}::uuid FOR NO KEY UPDATE`)
    const { revokedAt, appraisal } = await tx.dossier.findUniqueOrThrow({
      where: { id },
      select: { revokedAt: true, appraisal: { select: { unitId: true } } },
    })
    return { revokedAt, underUnitIds: await unitIdsAbove(tx, appraisal.unitId) }
  },
  allow: mayRevoke,
  run: async ({ tx, input: { id, reason }, now }) => {
    await tx.dossier.update({ where: { id }, data: { revokedAt: now, revokedReason: reason }, select: { id: true } })
    return { result: { id }, entity: { type: 'Dossier', id }, changes: { revokedAt: [null, now.toISOString()] }, reason }
  },
  audit: 'dossier.revoked',
})
