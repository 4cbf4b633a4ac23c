import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import { type Award, Prisma } from '../../generated/prisma/client.ts'
import type { Actor } from '../../identity/policy.ts'
import { holdersOf } from '../../identity/queries/holders.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { notify, settleNotices } from '../../notices.ts'
import { unitIdsAbove, visibleEmployees } from '../../organization/queries.ts'
import { fullName } from '../../organization/rules/names.ts'
import { command, type Entity, type Transaction } from '../../transact.ts'
import { mayManage, mayStep } from '../policy.ts'
import { type AwardFigures, rateCandidates, scoreCandidates } from '../queries/award-figures.ts'
import { visibleAwards } from '../queries.ts'
import { citationOf } from '../rules/citation.ts'

const title = z.string().trim().min(5).max(200)
const name = { name: true, titleBefore: true, titleAfter: true } as const
const entityOf = ({ id }: Pick<Award, 'id'>): Entity => ({ type: 'Award', id })

/** An employee whom the actor may see, locked, with the period; and the figures of the person, where they are a candidate. */
async function loadCandidate(
  tx: Transaction,
  { employeeId, periodKey, basis }: { employeeId: string; periodKey: string; basis: 'SCORE' | 'RATE' },
  actor: Actor,
  now: Date,
) {
  const [employee, period] = await Promise.all([
    tx.employee.findFirst({
      where: { id: employeeId, AND: [visibleEmployees(actor)] },
      select: { id: true, unitId: true, ...name },
    }),
    tx.period.findUnique({ where: { key: periodKey }, select: { id: true, key: true, year: true, kind: true } }),
  ])
  if (!employee || !period || period.kind !== 'ANNUAL') return null
  await tx.$queryRaw(Prisma.sql`SELECT id FROM employee WHERE id = ${employeeId}::uuid FOR NO KEY UPDATE`)
  const { awardBaselineYears } = await settingsOn(tx, civilDate(now))
  const candidates =
    basis === 'SCORE' ? await scoreCandidates(tx, period.id) : await rateCandidates(tx, period.year, awardBaselineYears)
  const candidate = candidates.find((one) => one.employeeId === employeeId)
  return { employeeId, employee, period, underUnitIds: await unitIdsAbove(tx, employee.unitId), candidate }
}

/** Only figures that show something are cited: what may be chance, is none. */
function figuresOf(candidate: { readonly figures: AwardFigures } | undefined): AwardFigures {
  const figures = candidate?.figures
  const isChance = figures?.basis === 'RATE' && figures.baselineYears < figures.neededYears
  if (figures && !isChance) return figures
  throw new DomainError('INSUFFICIENT_DATA', {
    id: isChance
      ? `Penurunan ini baru dibanding ${figures.baselineYears} dari ${figures.neededYears} tahun yang diperlukan, sehingga dapat terjadi karena kebetulan.`
      : 'Data periode ini tidak menunjukkan dasar untuk penghargaan ini.',
    en: isChance
      ? `The fall is against ${figures.baselineYears} of the ${figures.neededYears} years that are needed, and may be chance.`
      : 'The data of the period show no ground for this award.',
  })
}

/**
 * Proposes an award for a year from the figures of the day: a shrunk mean (F12) or a fall of counted events (F22), which are kept with it. It gives nothing: somebody
 * else decides by decree. Errors: FORBIDDEN, CONFLICT_OF_INTEREST, INSUFFICIENT_DATA without figures that show it, CONFLICT when proposed already.
 */
export const proposeAward = command({
  input: z.strictObject({ employeeId: z.uuid(), periodKey: z.string().max(10), basis: z.enum(['SCORE', 'RATE']), title }),
  load: loadCandidate,
  allow: mayManage,
  run: async ({ tx, input, subject: { employee, period, candidate }, actor, now }) => {
    const figures = figuresOf(candidate)
    const key = { employeeId: input.employeeId, periodId: period.id, title: input.title }
    if ((await tx.award.count({ where: key })) > 0) {
      throw new DomainError('CONFLICT', {
        id: 'Penghargaan ini sudah pernah diusulkan untuk pegawai dan periode ini.',
        en: 'This award was proposed for this employee and period already.',
      })
    }
    const award = await tx.award.create({
      data: {
        ...key,
        basis: input.basis,
        unitId: employee.unitId,
        figures: { ...figures },
        citation: citationOf(figures, period.key),
        proposedById: actor.id,
        createdAt: now,
      },
      select: { id: true },
    })
    const over = { id: award.id, unitId: employee.unitId, employeeId: employee.id }
    const deciders = (await holdersOf(tx, 'awards.decide', [over], civilDate(now))).get(award.id) ?? []
    const params = {
      employee: fullName(employee.name, employee.titleBefore, employee.titleAfter),
      title: input.title,
      period: period.key,
    }
    await notify(
      tx,
      deciders.flatMap((to) =>
        to.userId === actor.id ? [] : [{ to, kind: 'award.toDecide' as const, params, entity: entityOf(award), cause: award.id }],
      ),
      now,
    )
    return { result: award, entity: entityOf(award), changes: { state: [null, 'DIUSULKAN'], employee: [null, employee.id] } }
  },
  audit: 'award.proposed',
})

/** A proposal that the actor may see, locked. */
async function lockAward(tx: Transaction, { id }: { id: string }, actor: Actor) {
  const visible = await tx.award.findFirst({ where: { id, AND: [visibleAwards(actor)] }, select: { id: true } })
  if (!visible) return null
  await tx.$queryRaw(Prisma.sql`SELECT id FROM award WHERE id = ${id}::uuid FOR NO KEY UPDATE`)
  const award = await tx.award.findUniqueOrThrow({ where: { id }, include: { period: { select: { key: true } } } })
  return { ...award, underUnitIds: await unitIdsAbove(tx, award.unitId) }
}

const step = { id: z.uuid(), revision: z.int().min(0) } as const

/**
 * Enters the decree by which a named person gave the award. Nothing is given without one. Errors: FORBIDDEN, CONFLICT_OF_INTEREST for whoever proposed it or gets it,
 * STALE_VERSION, WRONG_STATE.
 */
export const decideAward = command({
  input: z.strictObject({
    ...step,
    decreeNumber: z.string().trim().min(3).max(100),
    decreeOn: z.iso.date(),
    signatory: z.string().trim().min(3).max(200),
  }),
  load: lockAward,
  allow: (actor, award, now, { revision }) => mayStep(actor, award, now, 'DECIDE_AWARD', revision),
  run: async ({ tx, input: { id, decreeNumber, decreeOn, signatory }, subject: award, actor, now }) => {
    if (new Date(decreeOn) > civilDate(now)) {
      const late = { id: 'Tanggal keputusan belum tiba.', en: 'The day of the decree is still to come.' }
      throw new DomainError('INVALID_INPUT', late, { decreeOn: late })
    }
    await decided(tx, id, { state: 'DITETAPKAN', decreeNumber, decreeOn: new Date(decreeOn), signatory }, actor, now)
    const to = { employeeId: award.employeeId }
    const params = { title: award.title, period: award.period.key }
    await notify(tx, [{ to, kind: 'award.given', params, entity: entityOf(award), cause: id }], now)
    return {
      result: { id },
      entity: entityOf(award),
      changes: { state: ['DIUSULKAN', 'DITETAPKAN'], decreeNumber: [null, decreeNumber], signatory: [null, signatory] },
    }
  },
  audit: 'award.given',
})

/** Rejects a proposal with a reason, which is kept. Errors: those of {@link decideAward}. */
export const rejectAward = command({
  input: z.strictObject({ ...step, reason: z.string().trim().min(10).max(4_000) }),
  load: lockAward,
  allow: (actor, award, now, { revision }) => mayStep(actor, award, now, 'REJECT_AWARD', revision),
  run: async ({ tx, input: { id, reason }, subject: award, actor, now }) => {
    await decided(tx, id, { state: 'DITOLAK', reason }, actor, now)
    return { result: { id }, entity: entityOf(award), changes: { state: ['DIUSULKAN', 'DITOLAK'] }, reason }
  },
  audit: 'award.rejected',
})

async function decided(
  tx: Transaction,
  id: string,
  data: Prisma.AwardUncheckedUpdateInput,
  actor: Actor,
  now: Date,
): Promise<void> {
  const stamp = { decidedById: actor.id, decidedAt: now, revision: { increment: 1 } }
  await tx.award.update({ where: { id }, data: { ...data, ...stamp }, select: { id: true } })
  await settleNotices(tx, entityOf({ id }), now)
}
