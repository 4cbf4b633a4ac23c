import { randomBytes } from 'node:crypto'
import { seesAppraisal } from '../../appraisals/queries.ts'
import type { Context } from '../../context.ts'
import { DomainError } from '../../errors.ts'
import { found, notFound } from '../../list.ts'
import { mayPrint } from '../policy.ts'
import { printDossier } from '../printers.ts'
import { dossierContent } from '../queries/content.ts'
import { contentHash } from '../rules/content.ts'
import { fileDossier } from './dossiers.ts'

/** Where people reach the server, when nobody said so. */
const usualAddress = 'http://127.0.0.1:4000'

/** Crockford's alphabet: nothing that is misread on paper. 32 signs, so that a byte names one without preference. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 16 signs, 80 random bits, in groups of four. */
function newCode(): string {
  const signs = [...randomBytes(16)].map((byte) => alphabet[byte % alphabet.length])
  return [0, 4, 8, 12].map((from) => signs.slice(from, from + 4).join('')).join('-')
}

/**
 * The dossier of an appraisal as it stands: the one that was printed of the same content before, or a new one. Printing happens outside of any transaction; what changed
 * meanwhile is told as STALE_VERSION. Answers its id. Errors: NOT_FOUND, FORBIDDEN, WRONG_STATE before the delivery, UNAVAILABLE while too many are printed.
 */
export async function printAppraisal(context: Context, appraisalId: string): Promise<{ id: string }> {
  const { db, actor, now, execute } = context
  const appraisal = found(await db.appraisal.findUnique({ where: { id: appraisalId }, select: { state: true } }))
  if (!(await seesAppraisal(context, appraisalId))) throw notFound()
  const verdict = mayPrint(actor, appraisal)
  if (verdict !== true) throw new DomainError(verdict.code, verdict.reason)
  const content = found(await dossierContent(db, appraisalId))
  const hash = contentHash(content)
  const filed = () => db.dossier.findFirst({ where: { appraisalId, contentHash: hash }, select: { id: true } })
  const before = await filed()
  if (before) return before
  const code = newCode()
  const verificationUrl = `${context.publicUrl ?? usualAddress}/verifikasi/${code}`
  const pdf = await printDossier({ content, contentHash: hash, code, verificationUrl, printedAt: now.toISOString() })
  try {
    return await execute(fileDossier, { appraisalId, contentHash: hash, code, pdf })
  } catch (error) {
    // Somebody printed the same at the same moment: there is one dossier of one content.
    if (error instanceof DomainError && error.code === 'CONFLICT') return found(await filed())
    throw error
  }
}
