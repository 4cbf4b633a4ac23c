import { z } from 'zod'
import { Prisma } from '../../generated/prisma/client.ts'
import { type Actor, refuse } from '../../identity/policy.ts'
import { notify } from '../../notices.ts'
import { command, type Transaction } from '../../transact.ts'
import { maySetOrgPredikat } from '../policy.ts'
import { orgPredikatFacts } from '../queries/facts.ts'

const words = z.string().trim().min(10).max(4_000)

async function load(tx: Transaction, { unitId, periodKey }: { unitId: string; periodKey: string }, _actor: Actor) {
  const [period, unit] = await Promise.all([
    tx.period.findUnique({ where: { key: periodKey }, select: { id: true } }),
    tx.unit.findUnique({ where: { id: unitId }, select: { name: true } }),
  ])
  if (!period || !unit) return null
  // One decision on a unit at a time, also where there is none yet to lock.
  await tx.$queryRaw(Prisma.sql`SELECT id FROM unit WHERE id = ${unitId}::uuid FOR NO KEY UPDATE`)
  const facts = await orgPredikatFacts(tx, { unitId, periodId: period.id })
  return facts && { ...facts, periodId: period.id, unitName: unit.name }
}

/**
 * Sets the predikat of an organisation for a period, with its basis and, where they were asked, the advice of planning, personnel and inspectorate (SE
 * MenPANRB 3/2023). A correction is a later version; `version` is the one that the person read, 0 before the first. The result is offered to the penilai of
 * whoever leads the unit, and changes nobody's predikat by itself. Errors: FORBIDDEN, CONFLICT_OF_INTEREST, STALE_VERSION.
 */
export const setOrgPredikat = command({
  input: z.strictObject({
    unitId: z.uuid(),
    periodKey: z.string().max(10),
    version: z.int().min(0),
    predikat: z.enum(['ISTIMEWA', 'BAIK', 'BUTUH_PERBAIKAN', 'KURANG', 'SANGAT_KURANG']),
    basis: words,
    justification: words.nullish(),
    advicePlanning: words.nullish(),
    advicePersonnel: words.nullish(),
    adviceInspectorate: words.nullish(),
  }),
  load,
  allow: (actor, facts, _now, { version }) => {
    const held = maySetOrgPredikat(actor, facts)
    if (held !== true || facts.version === version) return held
    return refuse(
      'STALE_VERSION',
      'Predikat organisasi ini sudah ditetapkan orang lain sejak Anda membukanya. Muat ulang, lalu putuskan lagi.',
      'Somebody else set this organisation predikat since you opened it. Load it again, then decide.',
    )
  },
  run: async ({
    tx,
    input: { unitId, periodKey, version, ...given },
    subject: { periodId, leaderIds, unitName },
    actor,
    now,
  }) => {
    const before = await tx.orgPredikatDecision.findFirst({
      where: { unitId, periodId, isCurrent: true },
      select: { id: true, predikat: true },
    })
    if (before) await tx.orgPredikatDecision.update({ where: { id: before.id }, data: { isCurrent: false } })
    const { id } = await tx.orgPredikatDecision.create({
      data: { ...given, unitId, periodId, version: version + 1, setById: actor.employeeId, setAt: now },
      select: { id: true },
    })
    await notify(
      tx,
      leaderIds.map((employeeId) => ({
        to: { employeeId },
        kind: 'orgPredikat.set' as const,
        params: { unit: unitName, period: periodKey },
        entity: { type: 'OrgPredikatDecision', id },
        cause: id,
      })),
      now,
    )
    return {
      result: { id },
      entity: { type: 'OrgPredikatDecision', id },
      changes: {
        predikat: [before?.predikat ?? null, given.predikat],
        version: [version, version + 1],
        unit: [null, unitId],
        period: [null, periodKey],
      },
      reason: given.basis,
    }
  },
  audit: 'orgPredikat.set',
})
