import { Prisma } from '../../generated/prisma/client.ts'
import type { Actor } from '../../identity/policy.ts'
import type { Transaction } from '../../transact.ts'
import { canRead, openStates, type VersionFacts } from '../policy.ts'

const whole = {
  familyWeights: true,
  indicator: { include: { versions: { select: { id: true, state: true, version: true, effectiveFrom: true } } } },
} satisfies Prisma.IndicatorVersionInclude

type WholeVersion = Prisma.IndicatorVersionGetPayload<{ include: typeof whole }>

export type LockedVersion = WholeVersion & VersionFacts

/**
 * A version with its weights, as it is after every command before this one: the row of its indicator is locked, so commands on one
 * indicator follow each other. Null when there is none that the actor may see.
 */
export async function lockedVersion(tx: Transaction, id: string, actor: Actor): Promise<LockedVersion | null> {
  await tx.$queryRaw(Prisma.sql`
    SELECT "id" FROM "indicator" WHERE "id" = (SELECT "indicator_id" FROM "indicator_version" WHERE "id" = ${id}::uuid) FOR NO KEY UPDATE`)
  const version = await tx.indicatorVersion.findUnique({ where: { id }, include: whole })
  return version && canRead(actor, version.state) ? withFacts(version) : null
}

/** The version of an indicator from which the next one is drafted: the one in force, else its newest; the indicator is locked. */
export async function lockedSource(tx: Transaction, indicatorId: string, actor: Actor): Promise<LockedVersion | null> {
  await tx.$queryRaw(Prisma.sql`SELECT "id" FROM "indicator" WHERE "id" = ${indicatorId}::uuid FOR NO KEY UPDATE`)
  const versions = await tx.indicatorVersion.findMany({ where: { indicatorId }, orderBy: { version: 'desc' }, include: whole })
  const version = versions.find(({ state }) => state === 'AKTIF') ?? versions[0]
  return version && canRead(actor, version.state) ? withFacts(version) : null
}

/** The person behind an actor: a token writes in the name of whoever made it. Null for the system. */
export async function personBehind(tx: Transaction, actor: Actor): Promise<string | null> {
  if (actor.kind !== 'TOKEN' || actor.id === null) return actor.id
  const token = await tx.apiToken.findUnique({ where: { id: actor.id }, select: { createdById: true } })
  return token?.createdById ?? null
}

function withFacts(version: WholeVersion): LockedVersion {
  return {
    ...version,
    hasOpenDraft: version.indicator.versions.some(({ state }) => (openStates as readonly string[]).includes(state)),
  }
}
