import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import { globalId } from '../../identity/commands/inputs.ts'
import { command, type Transaction } from '../../transact.ts'
import { mayDraft, mayMove } from '../policy.ts'
import { draftees } from '../queries/draftees.ts'
import { loadPlans } from '../queries/plan-content.ts'
import type { Plan } from '../rules/plan.ts'
import { tellToWrite } from './drafts.ts'
import { day, type RhkContent, readSkp, year } from './inputs.ts'
import { insertDrafts } from './insert-drafts.ts'
import { lockedSkp } from './locks.ts'
import { hasPlan, planYear } from './plan-year.ts'
import { passOn } from './tell.ts'
import { writeContents } from './write-content.ts'

/**
 * Drafts a plan as a copy of the last one of the year before; answers its id. Indicators are pinned to the versions in force, what is no
 * longer in force is left out (`skpDifferences` shows it), the value that was reached becomes the baseline, and links follow to the result of
 * the same title in the penilai's new plan. NOT_FOUND without a plan of the year before; otherwise as `draftSkp`.
 */
export const copySkpFromLastYear = command({
  input: z.strictObject({ employeeId: globalId('Employee'), year }),
  load: async (tx, { employeeId }, actor, now) => (await draftees(tx, [employeeId], actor, now)).get(employeeId),
  allow: (actor, person) => mayDraft(actor, person),
  run: async ({ tx, input, subject: person, actor, now }) => {
    const period = await planYear(tx, input.year)
    const source = await tx.skp.findFirst({
      where: { employeeId: person.employeeId, period: { kind: 'ANNUAL', year: input.year - 1 } },
      orderBy: { sequence: 'desc' },
      select: { id: true, approach: true, leadsUnit: true },
    })
    if (!source) throw noSource()
    const { approach, leadsUnit } = source
    const [draft] = await insertDrafts(
      tx,
      period.id,
      [{ employeeId: person.employeeId, approach, leadsUnit, predecessorId: source.id }],
      now,
    )
    if (!draft) throw hasPlan()
    await copyContent(tx, source.id, { ...draft, year: input.year, keepsVersions: false }, person.penilaiId)
    await tellToWrite(tx, [draft], actor, input.year, now)
    return { result: draft.id, entity: { type: 'Skp', id: draft.id }, changes: { copiedFrom: [null, source.id] } }
  },
  audit: 'skp.copied',
})

type Target = Parameters<typeof writeContents>[1][number]['plan']

/** Copies results, appendices and expectations of one plan into a fresh draft. */
async function copyContent(tx: Transaction, sourceId: string, target: Target, penilaiId: string | null): Promise<void> {
  const [plan] = await loadPlans(tx, [sourceId])
  if (!plan) return
  const inForce = await inForceOf(tx, plan)
  const reached = await reachedValues(tx, plan)
  const links = await linksInYear(tx, plan, target.year, penilaiId)
  const rhks = plan.rhks.map(
    (rhk): RhkContent => ({
      ...rhk,
      id: null,
      servesRhkId: links.get(rhk.servedTitle ?? '') ?? null,
      iki: rhk.ikis
        .filter(({ indicatorId }) => inForce.has(indicatorId))
        .map((iki) => ({ ...iki, id: null, baseline: reached.get(iki.id) ?? iki.baseline })),
    }),
  )
  await writeContents(tx, [{ plan: target, rhks }])
  await tx.skpAppendix.createMany({ data: plan.appendices.map((row) => ({ ...row, skpId: target.id })) })
  await tx.$executeRaw`
    INSERT INTO special_expectation (id, skp_id, value, text)
    SELECT gen_random_uuid(), ${target.id}::uuid, value, text FROM special_expectation WHERE skp_id = ${sourceId}::uuid`
}

async function inForceOf(tx: Transaction, plan: Plan): Promise<ReadonlySet<string>> {
  const indicatorIds = plan.rhks.flatMap(({ ikis }) => ikis.map(({ indicatorId }) => indicatorId))
  const rows = await tx.indicatorVersion.findMany({
    where: { state: 'AKTIF', indicatorId: { in: indicatorIds } },
    select: { indicatorId: true },
  })
  return new Set(rows.map(({ indicatorId }) => indicatorId))
}

/** What was reached by each indicator in the appraisal of the year that stands. */
async function reachedValues(tx: Transaction, plan: Plan): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.ikiResult.findMany({
    where: {
      ikiId: { in: plan.rhks.flatMap(({ ikis }) => ikis.map(({ id }) => id)) },
      realisedValue: { not: null },
      rhkResult: { appraisal: { isCurrent: true, kind: 'ANNUAL' } },
    },
    select: { ikiId: true, realisedValue: true },
  })
  return new Map(rows.flatMap(({ ikiId, realisedValue }) => (realisedValue === null ? [] : [[ikiId, realisedValue.toFixed()]])))
}

/** Results of the penilai's plan of a year by their titles, as far as the copied plan served such titles. */
async function linksInYear(
  tx: Transaction,
  plan: Plan,
  planned: number,
  penilaiId: string | null,
): Promise<ReadonlyMap<string, string>> {
  const titles = plan.rhks.flatMap(({ servedTitle }) => servedTitle ?? [])
  if (penilaiId === null || titles.length === 0) return new Map()
  const rows = await tx.rhk.findMany({
    where: { title: { in: titles }, skp: { employeeId: penilaiId, period: { kind: 'ANNUAL', year: planned } } },
    select: { id: true, title: true },
    orderBy: [{ skp: { sequence: 'asc' } }, { number: 'asc' }],
  })
  return new Map(rows.map(({ id, title }) => [title, id]))
}

/**
 * Splits a plan at a transfer or a change of penilai (domain A1.5): the plan is closed on the day before `startsOn`, and the next one of the year
 * is drafted from that day on with the post as it stands; answers its id. After a change of penilai the content goes with it; after a transfer the
 * new post asks for a plan of its own. INVALID_INPUT for a day that leaves one of the two without a day.
 */
export const splitSkp = command({
  input: z.strictObject({ ...readSkp, startsOn: day, closeReason: z.enum(['TRANSFER', 'PENILAI_CHANGE']) }),
  load: (tx, { id }, actor, now) => lockedSkp(tx, id, actor, now),
  allow: (actor, skp, now, { revision }) => mayMove(actor, skp, now, 'CLOSE', revision),
  run: async ({ tx, input: { startsOn, closeReason }, subject: skp, actor, now }) => {
    if (startsOn <= skp.startsOn || startsOn > skp.endsOn) throw outside()
    const endsOn = new Date(startsOn.getTime() - 86_400_000)
    const closed = await tx.skp.update({
      where: { id: skp.id },
      data: {
        ...{ state: 'DITUTUP', closeReason, closedAt: now, endsOn },
        ...{ revisionAskedAt: null, revision: skp.revision + 1, updatedAt: now },
      },
      select: { approach: true, leadsUnit: true },
    })
    await passOn(tx, skp, now, { kind: 'skp.closed', to: [{ employeeId: skp.employeeId }] })
    const [draft] = await insertDrafts(tx, skp.periodId, [{ ...closed, employeeId: skp.employeeId, predecessorId: skp.id }], now)
    if (!draft) throw hasPlan()
    if (closeReason === 'PENILAI_CHANGE') {
      const { superiorId } = await tx.employee.findUniqueOrThrow({ where: { id: skp.employeeId }, select: { superiorId: true } })
      await copyContent(tx, skp.id, { ...draft, year: skp.year, keepsVersions: false }, superiorId)
    }
    await tellToWrite(tx, [draft], actor, skp.year, now)
    const changes = { state: [skp.state, 'DITUTUP'], closeReason: [null, closeReason], next: [null, draft.id] } as const
    return { result: draft.id, entity: { type: 'Skp', id: skp.id }, changes }
  },
  audit: 'skp.split',
})

function noSource(): DomainError {
  return new DomainError('NOT_FOUND', { id: 'Tidak ada SKP tahun sebelumnya.', en: 'There is no plan of the year before.' })
}

function outside(): DomainError {
  const sentence = {
    id: 'Hari pertama SKP baru harus setelah hari pertama dan tidak melewati hari terakhir SKP ini.',
    en: 'The first day of the new plan must lie after the first and not after the last day of this one.',
  }
  return new DomainError('INVALID_INPUT', sentence, { startsOn: sentence })
}
