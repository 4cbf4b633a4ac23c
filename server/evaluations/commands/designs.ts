import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import { type ImpactDesign, Prisma } from '../../generated/prisma/client.ts'
import type { Actor } from '../../identity/policy.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { command, type Entity, type Transaction } from '../../transact.ts'
import { mayDesign, mayRegisterNow, mayTakeDesign } from '../policy.ts'
import { contentOf, designFacts, unitsAbovePrograms } from '../queries/facts.ts'
import { visibleDesigns } from '../queries.ts'
import { designHash, isBeforeStart } from '../rules/design.ts'
import { plannedSizePerArm } from '../rules/planned-size.ts'

const step = { id: z.uuid(), revision: z.int().min(0) } as const
const decimal = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/)

const content = {
  allocation: z.enum(['ACAK', 'PADANAN', 'SUKARELA', 'PRA_PASCA']),
  level: z.enum(['UNIT', 'PERSON']),
  indicatorId: z.uuid().nullish(),
  secondaryIndicatorIds: z.array(z.uuid()).max(10),
  hypothesis: z.string().trim().max(4_000),
  comparisonRule: z.string().trim().max(4_000),
  preMonths: z.int().min(1).max(36),
  postMonths: z.int().min(1).max(36),
  minPerArm: z.int().min(2).max(1_000),
  plannedEffect: decimal.nullish(),
  plannedSd: decimal.nullish(),
  plannedCorrelation: z
    .string()
    .regex(/^0(\.\d{1,4})?$/)
    .nullish(),
} as const

type Content = z.output<z.ZodObject<typeof content>>

function entityOf({ id }: { readonly id: string }): Entity {
  return { type: 'ImpactDesign', id }
}

/** A design as it is after every command before this one, with its programme held as it is; null when there is none that the actor may see. */
async function lockDesign(tx: Transaction, id: string, actor: Actor) {
  await tx.$queryRaw(Prisma.sql`SELECT id FROM impact_design WHERE id = ${id}::uuid FOR UPDATE`)
  const design = await tx.impactDesign.findFirst({ where: { id, AND: [visibleDesigns(actor)] } })
  if (!design) return null
  await tx.$queryRaw(Prisma.sql`SELECT id FROM pembinaan_programme WHERE id = ${design.programmeId}::uuid FOR NO KEY UPDATE`)
  const { startsOn } = await tx.pembinaanProgramme.findUniqueOrThrow({ where: { id: design.programmeId } })
  const underUnitIds = (await unitsAbovePrograms(tx, [design.programmeId])).get(design.programmeId) ?? []
  return { ...design, startsOn, facts: designFacts(design, underUnitIds) }
}

/** Begins the next version of a programme's design. Errors: FORBIDDEN, INVALID_INPUT, NOT_FOUND. */
export const draftDesign = command({
  input: z.strictObject({ programmeId: z.uuid(), ...content }),
  load: async (tx, { programmeId }) => {
    await tx.$queryRaw(Prisma.sql`SELECT id FROM pembinaan_programme WHERE id = ${programmeId}::uuid FOR NO KEY UPDATE`)
    const underUnitIds = (await unitsAbovePrograms(tx, [programmeId])).get(programmeId)
    return underUnitIds ? { underUnitIds } : null
  },
  allow: (actor, { underUnitIds }) => mayDesign(actor, underUnitIds),
  run: async ({ tx, input, actor }) => {
    const { programmeId } = input
    const last = await tx.impactDesign.aggregate({ where: { programmeId }, _max: { version: true } })
    const version = (last._max.version ?? 0) + 1
    const { id } = await tx.impactDesign.create({
      data: { ...input, ...(await checked(tx, input)), version, createdById: actor.id },
      select: { id: true },
    })
    return { result: { id }, entity: entityOf({ id }), changes: { version: [null, version] } }
  },
  audit: 'impactDesign.drafted',
})

/** Changes a draft as a whole. Errors: FORBIDDEN, INVALID_INPUT, STALE_VERSION, WRONG_STATE (registered ones never change). */
export const changeDesign = command({
  input: z.strictObject({ ...step, ...content }),
  load: (tx, { id }, actor) => lockDesign(tx, id, actor),
  allow: (actor, { facts }, now, { revision }) => mayTakeDesign(actor, facts, now, 'EDIT', revision),
  run: async ({ tx, input: { id, revision: _read, ...given }, subject }) => {
    const data = { ...given, ...(await checked(tx, given)), revision: { increment: 1 } }
    await tx.impactDesign.update({ where: { id }, data })
    return { result: { id }, entity: entityOf(subject) }
  },
  audit: 'impactDesign.changed',
})

/** Throws a draft away. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE. */
export const discardDesign = command({
  input: z.strictObject(step),
  load: (tx, { id }, actor) => lockDesign(tx, id, actor),
  allow: (actor, { facts }, now, { revision }) => mayTakeDesign(actor, facts, now, 'EDIT', revision),
  run: async ({ tx, input: { id }, subject }) => {
    await tx.impactDesign.delete({ where: { id } })
    return { result: { id }, entity: entityOf(subject), changes: { version: [subject.version, null] } }
  },
  audit: 'impactDesign.discarded',
})

/**
 * Registers a design and locks it, with the hash of its content. From the first day of the training on it is exploratory, which has to be accepted
 * (D8). Errors: DESIGN_REQUIRED, FORBIDDEN, STALE_VERSION, WRONG_STATE (incomplete).
 */
export const registerDesign = command({
  input: z.strictObject({ ...step, acceptsExploratory: z.boolean() }),
  load: (tx, { id }, actor) => lockDesign(tx, id, actor),
  allow: (actor, { facts, startsOn }, now, { revision, acceptsExploratory }) => {
    const step = mayTakeDesign(actor, facts, now, 'REGISTER', revision)
    return step === true ? mayRegisterNow(isBeforeStart(startsOn, civilDate(now)), acceptsExploratory) : step
  },
  run: async ({ tx, input: { id }, subject, actor, now }) => {
    const isExploratory = !isBeforeStart(subject.startsOn, civilDate(now))
    const contentHash = designHash(contentOf(subject))
    await tx.impactDesign.update({
      where: { id },
      data: {
        state: 'TERDAFTAR',
        isExploratory,
        contentHash,
        registeredAt: now,
        registeredByName: actor.label,
        revision: { increment: 1 },
      },
    })
    if (!isExploratory) {
      // What the programme says of itself is what was registered last before it starts.
      const { allocation: design, indicatorId: primaryIndicatorId, programmeId } = subject
      await tx.pembinaanProgramme.update({ where: { id: programmeId }, data: { design, primaryIndicatorId } })
    }
    return {
      result: { id },
      entity: entityOf(subject),
      changes: { state: ['RANCANGAN', 'TERDAFTAR'], contentHash: [null, contentHash], isExploratory: [null, isExploratory] },
    }
  },
  audit: 'impactDesign.registered',
})

/** What follows from the content: the planned size of an arm, from effect, standard deviation and correlation. Refuses indicators that are not there. */
async function checked(tx: Transaction, given: Content): Promise<Pick<ImpactDesign, 'plannedPerArm'>> {
  const ids = [...given.secondaryIndicatorIds, ...(given.indicatorId ? [given.indicatorId] : [])]
  if ((await tx.indicator.count({ where: { id: { in: ids } } })) < new Set(ids).size) {
    const sentence = { id: 'Ada indikator yang tidak dikenal.', en: 'An indicator is not known.' }
    throw new DomainError('INVALID_INPUT', sentence, { indicatorId: sentence })
  }
  const { plannedEffect: delta, plannedSd: sigma, plannedCorrelation: rho } = given
  const canPlan = delta && Number(delta) > 0 && sigma && rho
  return { plannedPerArm: canPlan ? plannedSizePerArm({ delta, sigma, rho }) : null }
}
