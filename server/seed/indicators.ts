import type { Prisma } from '../generated/prisma/client.ts'
import { contentHash } from '../indicators/rules/definition.ts'
import { type Calendar, day } from './calendar.ts'
import type { Random } from './random.ts'
import { catalogue, type IndicatorCode } from './tables/catalogue.ts'
import type { SeedDefinition } from './tables/definition.ts'
import { planTemplates } from './tables/plans.ts'

/** An indicator with the version that the plans of a year pin. */
export type Pinned = {
  readonly code: IndicatorCode
  readonly indicatorId: string
  readonly versionId: string
  readonly definition: SeedDefinition
}
export type PinnedCatalogue = ReadonlyMap<IndicatorCode, Pinned>

/** The catalogue as it was in force when last year began: version 1 of everything, published and hashed. */
export function buildCatalogue(random: Random, calendar: Calendar) {
  const inForceSince = day(calendar.lastYear, 1, 1)
  const pinned = (Object.entries(catalogue) as [IndicatorCode, SeedDefinition][]).map(
    ([code, definition]): Pinned => ({ code, indicatorId: random.id(), versionId: random.id(), definition }),
  )
  const indicators = pinned.map(
    ({ code, indicatorId, definition }): Prisma.IndicatorCreateManyInput => ({
      id: indicatorId,
      code,
      name: definition.name,
      state: 'AKTIF',
      createdAt: inForceSince,
    }),
  )
  const versions = pinned.map(({ code, indicatorId, versionId, definition }): Prisma.IndicatorVersionCreateManyInput => {
    const columns = { ...definition, effectiveFrom: inForceSince }
    return {
      ...columns,
      id: versionId,
      indicatorId,
      version: 1,
      state: 'AKTIF',
      evidenceTypes: [...definition.evidenceTypes],
      caseMixVariables: [...definition.caseMixVariables],
      contentHash: contentHash(code, 1, { ...columns, familyWeights: familyWeightsOf(code) }),
      publishedAt: inForceSince,
      createdAt: inForceSince,
      updatedAt: inForceSince,
    }
  })
  const weights = pinned.flatMap(({ code, versionId }) =>
    familyWeightsOf(code).map((weight): Prisma.FamilyWeightCreateManyInput => ({ ...weight, id: random.id(), versionId })),
  )
  return { indicators, versions, weights, pinned: new Map(pinned.map((row) => [row.code, row])) }
}

/** Per cent of a plan that an indicator carries in each position family, with the range from which a plan may choose (LOCAL). */
function familyWeightsOf(code: IndicatorCode) {
  return Object.entries(planTemplates).flatMap(([family, results]) => {
    const weight = results.reduce((sum, { weight, indicators }) => {
      const whole = indicators.reduce((total, [, part]) => total + part, 0)
      const own = indicators.find(([known]) => known === code)?.[1] ?? 0
      return sum + (weight * own) / whole
    }, 0)
    return weight === 0
      ? []
      : [{ family, weight: String(weight), weightMin: String(Math.max(5, weight - 5)), weightMax: String(weight + 10) }]
  })
}
