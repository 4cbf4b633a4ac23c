import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import { SkpApproach } from '../../generated/prisma/client.ts'
import { globalId, line } from '../../identity/commands/inputs.ts'
import { family } from '../../indicators/commands/inputs.ts'
import { newId } from '../../new-id.ts'
import { command, type Transaction } from '../../transact.ts'
import { type Assignment, outcomeOf } from '../policy/assignment.ts'
import { mayDraft, mayWriteTemplates } from '../policy.ts'
import { draftees } from '../queries/draftees.ts'
import { spreadWeights } from '../rules/weights.ts'
import { tellToWrite } from './drafts.ts'
import { templateRhks, year } from './inputs.ts'
import { insertDrafts } from './insert-drafts.ts'
import { planYear } from './plan-year.ts'
import { writeContents } from './write-content.ts'

const content = { name: line(3, 200), family, approach: z.enum(SkpApproach).nullish(), rhk: templateRhks }

type Results = z.output<typeof templateRhks>

/** Enters a template of planned results for a position family; answers its id. CONFLICT when the name is taken. */
export const createSkpTemplate = command({
  input: z.strictObject(content),
  load: async () => ({}),
  allow: (actor) => mayWriteTemplates(actor),
  run: async ({ tx, input: { name, family: posts, approach, rhk }, now }) => {
    const [row] = await tx.skpTemplate.createManyAndReturn({
      data: [{ name, family: posts, approach: approach ?? 'KUANTITATIF', createdAt: now }],
      skipDuplicates: true,
      select: { id: true },
    })
    if (!row) throw taken()
    await writeResults(tx, row.id, rhk)
    return { result: row.id, entity: { type: 'SkpTemplate', id: row.id }, changes: { name: [null, name] } }
  },
  audit: 'skpTemplate.created',
})

/** Replaces name, family and results of a template; plans that were made from it stay. WRONG_STATE once it was retired. */
export const updateSkpTemplate = command({
  input: z.strictObject({ id: globalId('SkpTemplate'), ...content }),
  load: (tx, { id }) => lockedTemplate(tx, id),
  allow: (actor) => mayWriteTemplates(actor),
  run: async ({ tx, input: { id, name, family: posts, approach, rhk }, subject: template }) => {
    if (template.retiredAt !== null) throw retired()
    if ((await tx.skpTemplate.count({ where: { name, id: { not: id } } })) > 0) throw taken()
    await tx.skpTemplate.update({
      where: { id },
      data: { name, family: posts, approach: approach ?? template.approach, rhks: { deleteMany: {} } },
      select: { id: true },
    })
    await writeResults(tx, id, rhk)
    const changes = {
      name: [template.name, name],
      family: [template.family, posts],
      results: [template.rhks.length, rhk.length],
    } as const
    return { result: id, entity: { type: 'SkpTemplate', id }, changes }
  },
  audit: 'skpTemplate.changed',
})

/** Takes a template out of use: it is handed to nobody any more. WRONG_STATE when it was retired already. */
export const retireSkpTemplate = command({
  input: z.strictObject({ id: globalId('SkpTemplate') }),
  load: (tx, { id }) => lockedTemplate(tx, id),
  allow: (actor) => mayWriteTemplates(actor),
  run: async ({ tx, input: { id }, subject: template, now }) => {
    if (template.retiredAt !== null) throw retired()
    await tx.skpTemplate.update({ where: { id }, data: { retiredAt: now }, select: { id: true } })
    return { result: id, entity: { type: 'SkpTemplate', id }, changes: { retiredAt: [null, now.toISOString()] } }
  },
  audit: 'skpTemplate.retired',
})

/**
 * Drafts the plans of up to 500 people from a template, in one transaction; answers what became of each, in the order given. Whoever has an
 * open plan keeps it, and the others are drafted all the same. Indicators without a version in force make INVALID_INPUT. By the tim, and by a penilai for
 * those whom they appraise.
 */
export const assignSkpTemplate = command({
  input: z.strictObject({
    templateId: globalId('SkpTemplate'),
    year,
    employeeIds: z.array(globalId('Employee')).min(1).max(500),
  }),
  load: async (tx, { templateId, employeeIds }, actor, now) => {
    const template = await lockedTemplate(tx, templateId)
    return template && { template, people: await draftees(tx, employeeIds, actor, now) }
  },
  // Who may be planned for is told person by person, in the answer.
  allow: () => true,
  run: async ({ tx, input, subject: { template, people }, actor, now }) => {
    if (template.retiredAt !== null) throw retired()
    const period = await planYear(tx, input.year)
    const verdicts = new Map([...people].map(([id, person]) => [id, mayDraft(actor, person)]))
    const wanted = [...new Set(input.employeeIds)]
    const drafted = await insertDrafts(
      tx,
      period.id,
      wanted
        .filter((id) => verdicts.get(id) === true)
        .map((employeeId) => ({ employeeId, approach: template.approach, leadsUnit: false })),
      now,
    )
    const rhks = template.rhks.map(({ title, kind, weight, ikis }) => ({
      ...{ id: null, title, kind, weight: weight.toFixed(), servesRhkId: null, cascade: null, assignmentLetter: null },
      ...{ isSelfExecuted: false, expectation: null },
      iki: ikis.map((iki) => ({
        ...{
          id: null,
          indicatorId: iki.indicatorId,
          weight: iki.weight.toFixed(),
          tolerancePct: null,
          baseline: null,
          targetReason: null,
        },
        ...{
          target: iki.target?.toFixed() ?? null,
          targetMin: iki.targetMin?.toFixed() ?? null,
          targetMax: iki.targetMax?.toFixed() ?? null,
        },
      })),
    }))
    const plans = drafted.map((draft) => ({ plan: { ...draft, year: input.year, keepsVersions: false }, rhks }))
    if (plans.length > 0) await writeContents(tx, plans)
    await tellToWrite(tx, drafted, actor, input.year, now)
    const skpIds = new Map(drafted.map(({ employeeId, id }) => [employeeId, id]))
    const result = wanted.map((employeeId): Assignment => {
      const skpId = skpIds.get(employeeId) ?? null
      return { employeeId, skpId, outcome: outcomeOf(verdicts.get(employeeId), skpId === null) }
    })
    const changes = {
      year: [null, input.year],
      asked: [null, wanted.length],
      drafted: [null, drafted.length],
      plans: [null, [...skpIds.values()]],
    } as const
    return { result, entity: { type: 'SkpTemplate', id: template.id }, changes }
  },
  audit: 'skpTemplate.assigned',
  timeoutMs: 30_000,
})

async function lockedTemplate(tx: Transaction, id: string) {
  await tx.$queryRaw`SELECT id FROM skp_template WHERE id = ${id}::uuid FOR NO KEY UPDATE`
  return tx.skpTemplate.findUnique({
    where: { id },
    include: { rhks: { orderBy: { number: 'asc' }, include: { ikis: { orderBy: { number: 'asc' } } } } },
  })
}

async function writeResults(tx: Transaction, templateId: string, rhks: Results): Promise<void> {
  const indicatorIds = [...new Set(rhks.flatMap(({ iki }) => iki.map(({ indicatorId }) => indicatorId)))]
  if ((await tx.indicator.count({ where: { id: { in: indicatorIds }, state: 'AKTIF' } })) < indicatorIds.length) {
    const sentence = { id: 'Ada indikator yang tidak berlaku.', en: 'One of the indicators is not in force.' }
    throw new DomainError('INVALID_INPUT', sentence, { rhk: sentence })
  }
  const weights = spreadWeights(rhks.map(({ weight }) => weight))
  const rows = rhks.map(({ iki, ...rhk }, index) => ({
    ...rhk,
    iki,
    id: newId(),
    number: index + 1,
    weight: weights[index] ?? '0',
  }))
  await tx.templateRhk.createMany({ data: rows.map(({ iki, ...row }) => ({ ...row, templateId })) })
  await tx.templateIki.createMany({
    data: rows.flatMap(({ id, iki }) => iki.map((one, place) => ({ ...one, rhkId: id, number: place + 1 }))),
  })
}

function taken(): DomainError {
  const sentence = { id: 'Nama templat ini sudah dipakai.', en: 'There is a template of this name.' }
  return new DomainError('CONFLICT', sentence, { name: sentence })
}

function retired(): DomainError {
  return new DomainError('WRONG_STATE', { id: 'Templat ini sudah dihentikan.', en: 'This template was retired.' })
}
