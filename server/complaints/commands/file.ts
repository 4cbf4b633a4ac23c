import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import type { ComplaintChannel } from '../../generated/prisma/client.ts'
import { refuse } from '../../identity/policy.ts'
import { newId } from '../../new-id.ts'
import { unitIdsAbove } from '../../organization/queries.ts'
import { cityTimeZone } from '../../organization/rules/deadlines.ts'
import type { QuarterKeys } from '../../quarter-keys.ts'
import { command, type Transaction } from '../../transact.ts'
import { mayRecord } from '../policy.ts'
import { answerDueAt, verifyDueAt } from '../rules/clocks.ts'
import { codeHash, trackingCode } from '../rules/tracking-code.ts'
import { complaintContent, type filedContent } from './inputs.ts'
import { clockSettings, entityOf } from './locks.ts'
import { sealIdentity } from './sealed-identity.ts'
import { leadersOf, passOn } from './tell.ts'

type Content = z.output<typeof filedContent>

const quarterOf = (at: Date) => {
  const [year = '', month = '1'] = new Intl.DateTimeFormat('en-CA', { timeZone: cityTimeZone }).format(at).split('-')
  return { year, key: `${year}-TW${Math.ceil(Number(month) / 3)}` }
}

/** Stores a complaint under the code that follows from its secret, and tells who leads it. */
async function store(
  tx: Transaction,
  keys: QuarterKeys,
  { secret, content, channel, now }: { secret: string; content: Content; channel: ComplaintChannel; now: Date },
) {
  const { category, unitId = null, description, links = [], isAboutOfficial, identity = null } = content
  const code = codeOf(secret, content)
  const hash = codeHash(code)
  const { settings, holidays } = await clockSettings(tx, now)
  const { year, key } = quarterOf(now)
  const complaint = {
    id: newId(),
    // Follows from the code without leading back to it: offices speak of it, the citizen of the code.
    number: `ADU-${year}-${createHash('sha256').update(`number ${hash}`).digest('hex').slice(0, 10).toUpperCase()}`,
    queue: isAboutOfficial ? ('INSPECTORATE' as const) : ('DESK' as const),
    unitId,
    officialId: null,
    revision: 0,
  }
  const verifyBy = verifyDueAt(now, settings, holidays)
  const kind = isAboutOfficial ? 'PENGAWASAN' : 'NON_PENGAWASAN'
  const { count } = await tx.complaint.createMany({
    data: {
      ...complaint,
      codeHash: hash,
      channel,
      category,
      description,
      links,
      isAnonymous: identity === null,
      receivedAt: now,
      verifyDueAt: verifyBy,
      // Until somebody verified the class, the longer of the usual times holds.
      dueAt: answerDueAt(now, kind, settings, holidays),
    },
    skipDuplicates: true,
  })
  if (count === 0) throw new DomainError('CONFLICT', sentBefore)
  if (identity !== null) {
    const sealed = sealIdentity(await keys.keyOf(key), complaint.id, identity)
    await tx.complaintIdentity.create({
      data: { complaintId: complaint.id, keyName: key, sealed },
      select: { complaintId: true },
    })
  }
  const told = isAboutOfficial ? 'complaint.toInspect' : 'complaint.toVerify'
  await passOn(tx, complaint, told, await leadersOf(tx, complaint, now), now, verifyBy)
  return {
    result: { id: complaint.id, code },
    entity: entityOf(complaint),
    changes: { state: [null, 'DITERIMA'], queue: [null, complaint.queue], channel: [null, channel] } as const,
  }
}

const sentBefore = {
  id: 'Pengaduan ini sudah diterima sebelumnya.',
  en: 'This complaint was received before.',
}

const noSuchUnit = refuse('INVALID_INPUT', 'Unit ini tidak dikenal.', 'There is no such unit.')

async function servingUnit(tx: Transaction, unitId: string | null | undefined) {
  if (!unitId) return { isKnown: true, isServing: true, unitIds: [] as string[] }
  const unit = await tx.unit.findFirst({ where: { id: unitId, closedOn: null }, select: { isServiceUnit: true } })
  return { isKnown: unit !== null, isServing: unit?.isServiceUnit === true, unitIds: await unitIdsAbove(tx, unitId) }
}

/**
 * A citizen files a complaint, without an account and, as they like, without a name. Answers the tracking code, which is stored nowhere. The same form sent
 * twice is one complaint: CONFLICT, and the code is the one that `codeOf` gives. The audit row holds no word of it and nobody's name. INVALID_INPUT: a unit that
 * does not serve the public.
 */
export function fileComplaint(keys: QuarterKeys) {
  return command({
    input: z.strictObject({ ...complaintContent, secret: z.string().regex(/^[\w-]{22,64}$/) }),
    load: (tx, { unitId }) => servingUnit(tx, unitId),
    allow: (_actor, { isServing }) => isServing || noSuchUnit,
    run: ({ tx, input: { secret, ...content }, now }) => store(tx, keys, { secret, content, channel: 'WEB', now }),
    audit: 'complaint.filed',
  })
}

/** The code of what was filed with this secret. */
export function codeOf(secret: string, content: Content): string {
  const { category, unitId = null, description, links = [], isAboutOfficial, identity = null } = content
  return trackingCode(secret, JSON.stringify([category, unitId, description, links, isAboutOfficial, identity]))
}

/**
 * An office writes down a complaint that came at the counter, by letter or by telephone; answers the tracking code for the citizen, shown once. Errors: FORBIDDEN
 * beyond the reach of `complaints.manage`, INVALID_INPUT.
 */
export function recordComplaint(keys: QuarterKeys) {
  return command({
    input: z.strictObject({ ...complaintContent, channel: z.enum(['LOKET', 'WA', 'SURAT', 'LAINNYA']) }),
    load: (tx, { unitId }) => servingUnit(tx, unitId),
    allow: (actor, { unitIds, isKnown }) => {
      const verdict = mayRecord(actor, unitIds)
      return verdict === true ? isKnown || noSuchUnit : verdict
    },
    run: ({ tx, input: { channel, ...content }, now }) =>
      store(tx, keys, { secret: randomBytes(24).toString('base64url'), content, channel, now }),
    audit: 'complaint.recorded',
  })
}
