import { DomainError } from '../../errors.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { sum } from '../../math.ts'
import { newId } from '../../new-id.ts'
import type { Transaction } from '../../transact.ts'
import { expectAll, unnest } from '../../unnest.ts'
import type { RhkContent } from './inputs.ts'

/** Whose plan it is, and what its indicators measure. */
export type PlanSubject = {
  readonly id: string
  readonly employeeId: string
  readonly unitId: string
  readonly year: number
  /** A plan in force keeps the versions that it pinned. */
  readonly keepsVersions: boolean
}

type Content = { readonly plan: PlanSubject; readonly rhks: readonly RhkContent[] }

/**
 * Writes the results of plans with their indicators, pinned to the versions in force; of each plan they replace what is there, rows with a
 * known id staying the same rows. A fixed number of statements however many plans. Throws INVALID_INPUT for an indicator without a version
 * in force or an id of another plan, WRONG_STATE when a result that an appraisal stands on would go.
 */
export async function writeContents(tx: Transaction, contents: readonly Content[]): Promise<void> {
  const skpIds = contents.map(({ plan }) => plan.id)
  const known = await tx.rhk.findMany({
    where: { skpId: { in: skpIds } },
    select: { id: true, skpId: true, ikis: { select: { id: true, indicatorVersionId: true } } },
  })
  const pinned = new Map(known.flatMap(({ ikis }) => ikis.map((iki) => [iki.id, iki.indicatorVersionId])))
  const owner = new Map(known.map(({ id, skpId }) => [id, skpId]))
  const rhks = contents.flatMap(({ plan, rhks: given }) =>
    given.map((rhk, index) => ({ ...rhk, plan, id: rhk.id ?? newId(), isKnown: rhk.id !== null, index, number: index + 1 })),
  )
  if (rhks.some((rhk) => rhk.isKnown && owner.get(rhk.id) !== rhk.plan.id)) throw foreign()
  const versions = await versionsInForce(tx, rhks)
  const ikis = rhks.flatMap(({ plan, id: rhkId, index, iki }) =>
    iki.map((one, place) => {
      const version = versions.get(one.indicatorId)
      const kept = one.id === null ? undefined : pinned.get(one.id)
      if (one.id !== null && kept === undefined) throw foreign()
      if (!version) throw notInForce(`rhk.${index}.iki.${place}.indicatorId`)
      const versionId = plan.keepsVersions && kept !== undefined ? kept : version.id
      const unitId = version.attribution === 'UNIT' ? plan.unitId : null
      const subject = { unitId, employeeId: unitId === null ? plan.employeeId : null, year: plan.year }
      return { ...one, ...subject, id: one.id ?? newId(), rhkId, number: place + 1, versionId }
    }),
  )
  await removeMissing(
    tx,
    known,
    rhks.map(({ id }) => id),
    ikis.map(({ id }) => id),
  )
  await writeRhks(tx, skpIds, rhks)
  await ensureSeries(tx, ikis)
  await writeIkis(
    tx,
    rhks.map(({ id }) => id),
    ikis,
  )
  await tx.$executeRaw(Prisma.sql`
    UPDATE skp SET weight_sum = "row".weight_sum FROM ${unnest(contents, {
      id: ['uuid', ({ plan }) => plan.id],
      weight_sum: ['numeric', ({ rhks: given }) => sum(given.map(({ weight }) => weight)).toFixed()],
    })} WHERE skp.id = "row".id`)
}

async function versionsInForce(tx: Transaction, rhks: readonly RhkContent[]) {
  const indicatorIds = [...new Set(rhks.flatMap(({ iki }) => iki.map(({ indicatorId }) => indicatorId)))]
  const versions = await tx.indicatorVersion.findMany({
    where: { state: 'AKTIF', indicatorId: { in: indicatorIds } },
    select: { id: true, indicatorId: true, attribution: true },
  })
  return new Map(versions.map((version) => [version.indicatorId, version]))
}

async function removeMissing(
  tx: Transaction,
  known: readonly { readonly id: string; readonly ikis: readonly { readonly id: string }[] }[],
  rhkIds: readonly string[],
  ikiIds: readonly string[],
): Promise<void> {
  const [keptRhks, keptIkis] = [new Set(rhkIds), new Set(ikiIds)]
  const rhks = known.flatMap(({ id }) => (keptRhks.has(id) ? [] : [id]))
  const ikis = known.flatMap((rhk) => rhk.ikis.flatMap(({ id }) => (keptIkis.has(id) ? [] : [id])))
  if (rhks.length + ikis.length === 0) return
  const judged =
    (await tx.ikiResult.count({ where: { ikiId: { in: ikis } } })) +
    (await tx.rhkResult.count({ where: { rhkId: { in: rhks } } }))
  if (judged > 0) {
    throw new DomainError('WRONG_STATE', {
      id: 'RHK atau IKI yang sudah masuk penilaian tidak dapat dihapus. Beri bobot 0 atau ubah targetnya.',
      en: 'A result or indicator that an appraisal stands on cannot be removed. Give it no weight, or change its target.',
    })
  }
  await tx.iki.deleteMany({ where: { id: { in: ikis } } })
  await tx.rhk.deleteMany({ where: { id: { in: rhks } } })
}

async function writeRhks(
  tx: Transaction,
  skpIds: readonly string[],
  rhks: readonly (RhkContent & { readonly id: string; readonly number: number; readonly plan: PlanSubject })[],
): Promise<void> {
  // Out of the way first, so that two results may change places.
  await tx.rhk.updateMany({ where: { skpId: { in: [...skpIds] } }, data: { number: { increment: 1_000 } } })
  if (rhks.length === 0) return
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO rhk (id, skp_id, number, title, kind, weight, serves_rhk_id, cascade, assignment_letter, is_self_executed, expectation, intervention_of)
    SELECT * FROM ${unnest(rhks, {
      id: ['uuid', ({ id }) => id],
      skp_id: ['uuid', ({ plan }) => plan.id],
      number: ['smallint', ({ number }) => number],
      title: ['text', ({ title }) => title],
      kind: ['rhk_kind', ({ kind }) => kind],
      weight: ['numeric', ({ weight }) => weight],
      serves_rhk_id: ['uuid', ({ servesRhkId }) => servesRhkId],
      cascade: ['cascade_kind', ({ servesRhkId, cascade }) => (servesRhkId === null ? null : (cascade ?? 'DIRECT'))],
      assignment_letter: ['text', ({ assignmentLetter }) => assignmentLetter || null],
      is_self_executed: ['boolean', ({ isSelfExecuted }) => isSelfExecuted],
      expectation: ['text', ({ expectation }) => expectation || null],
      intervention_of: ['text', ({ interventionOf }) => interventionOf ?? null],
    })}
    ON CONFLICT (id) DO UPDATE SET number = EXCLUDED.number, title = EXCLUDED.title, kind = EXCLUDED.kind, weight = EXCLUDED.weight,
      serves_rhk_id = EXCLUDED.serves_rhk_id, cascade = EXCLUDED.cascade, assignment_letter = EXCLUDED.assignment_letter,
      is_self_executed = EXCLUDED.is_self_executed, expectation = EXCLUDED.expectation`)
}

type WrittenIki = RhkContent['iki'][number] & {
  readonly id: string
  readonly rhkId: string
  readonly number: number
  readonly versionId: string
  readonly employeeId: string | null
  readonly unitId: string | null
  readonly year: number
}

/** Makes the measurement series that do not exist yet, always in the same order, so that two writers do not block each other. */
async function ensureSeries(tx: Transaction, ikis: readonly WrittenIki[]): Promise<void> {
  const distinct = [
    ...new Map(ikis.map((iki) => [`${iki.indicatorId}|${iki.employeeId}|${iki.unitId}|${iki.year}`, iki])).values(),
  ]
  if (distinct.length === 0) return
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO measurement_series (id, indicator_id, employee_id, unit_id, year)
    SELECT * FROM ${unnest(distinct, {
      id: ['uuid', () => newId()],
      indicator_id: ['uuid', ({ indicatorId }) => indicatorId],
      employee_id: ['uuid', ({ employeeId }) => employeeId],
      unit_id: ['uuid', ({ unitId }) => unitId],
      year: ['smallint', ({ year }) => year],
    })} ORDER BY indicator_id, employee_id, unit_id
    ON CONFLICT DO NOTHING`)
}

async function writeIkis(tx: Transaction, rhkIds: readonly string[], ikis: readonly WrittenIki[]): Promise<void> {
  await tx.iki.updateMany({ where: { rhkId: { in: [...rhkIds] } }, data: { number: { increment: 1_000 } } })
  if (ikis.length === 0) return
  const written = await tx.$executeRaw(Prisma.sql`
    INSERT INTO iki (id, rhk_id, number, indicator_version_id, series_id, weight, target, target_min, target_max, tolerance_pct, baseline, target_reason)
    SELECT "row".id, "row".rhk_id, "row".number, "row".version_id, s.id, "row".weight, "row".target, "row".target_min, "row".target_max,
      "row".tolerance_pct, "row".baseline, "row".target_reason
    FROM ${unnest(ikis, {
      id: ['uuid', ({ id }) => id],
      rhk_id: ['uuid', ({ rhkId }) => rhkId],
      number: ['smallint', ({ number }) => number],
      version_id: ['uuid', ({ versionId }) => versionId],
      indicator_id: ['uuid', ({ indicatorId }) => indicatorId],
      employee_id: ['uuid', ({ employeeId }) => employeeId],
      unit_id: ['uuid', ({ unitId }) => unitId],
      year: ['smallint', ({ year }) => year],
      weight: ['numeric', ({ weight }) => weight],
      target: ['numeric', ({ target }) => target],
      target_min: ['numeric', ({ targetMin }) => targetMin],
      target_max: ['numeric', ({ targetMax }) => targetMax],
      tolerance_pct: ['numeric', ({ tolerancePct }) => tolerancePct],
      baseline: ['numeric', ({ baseline }) => baseline],
      target_reason: ['text', ({ targetReason }) => targetReason || null],
    })}
    JOIN LATERAL (
      SELECT id FROM measurement_series m WHERE m.indicator_id = "row".indicator_id AND m.employee_id = "row".employee_id AND m.year = "row".year
      UNION ALL
      SELECT id FROM measurement_series m WHERE m.indicator_id = "row".indicator_id AND m.unit_id = "row".unit_id AND m.year = "row".year
    ) s ON true
    ON CONFLICT (id) DO UPDATE SET rhk_id = EXCLUDED.rhk_id, number = EXCLUDED.number, indicator_version_id = EXCLUDED.indicator_version_id,
      series_id = EXCLUDED.series_id, weight = EXCLUDED.weight, target = EXCLUDED.target, target_min = EXCLUDED.target_min,
      target_max = EXCLUDED.target_max, tolerance_pct = EXCLUDED.tolerance_pct, baseline = EXCLUDED.baseline, target_reason = EXCLUDED.target_reason`)
  expectAll(written, ikis)
}

function foreign(): DomainError {
  const sentence = { id: 'RHK atau IKI ini bukan bagian dari SKP ini.', en: 'This result or indicator is no part of this plan.' }
  return new DomainError('INVALID_INPUT', sentence, { rhk: sentence })
}

function notInForce(field: string): DomainError {
  const sentence = { id: 'Indikator ini tidak memiliki versi yang berlaku.', en: 'This indicator has no version in force.' }
  return new DomainError('INVALID_INPUT', sentence, { [field]: sentence })
}
