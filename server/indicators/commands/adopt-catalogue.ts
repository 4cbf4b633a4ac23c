import { v7 as uuid } from 'uuid'
import type { Actor } from '../../identity/policy.ts'
import type { Transaction } from '../../transact.ts'
import { contentHash, contentOf, type Definition } from '../rules/definition.ts'
import { personBehind } from './locks.ts'

/** One indicator of a catalogue that was in force before it came here. Amounts are exact decimal text, dates `YYYY-MM-DD`. */
export type CatalogueRecord = Pick<
  Definition,
  | 'name'
  | 'aspect'
  | 'unit'
  | 'polarity'
  | 'aggregation'
  | 'frequency'
  | 'attribution'
  | 'targetRule'
  | 'counterIndicatorCode'
  | 'sourceSystem'
  | 'sourceOwner'
> & {
  readonly [Field in 'target' | 'targetMin' | 'targetMax' | 'tolerancePct' | 'maxValue' | 'minDenominator']: string | null
} & {
  readonly code: string
  readonly factor: string
  readonly families: readonly { readonly family: string; readonly weight: string }[]
  readonly version: number
  readonly effectiveFrom: string
  readonly sourceHash: string
}

/**
 * Takes a catalogue over as it stands: each new code becomes an indicator whose one version is AKTIF and hashed. Codes that exist already
 * are left alone. Three statements however many records; a kernel of the import command, which audits and files the warnings.
 * @returns the version that each newly adopted code got
 */
export async function adoptCatalogue(
  tx: Transaction,
  records: readonly CatalogueRecord[],
  { actor, now, importRunId }: { readonly actor: Actor; readonly now: Date; readonly importRunId: string | null },
): Promise<Map<string, { readonly indicatorId: string; readonly versionId: string }>> {
  const indicators = await tx.indicator.createManyAndReturn({
    data: records.map(({ code, name }) => ({ code, name, state: 'AKTIF' as const })),
    skipDuplicates: true,
    select: { id: true, code: true },
  })
  const idByCode = new Map(indicators.map(({ id, code }) => [code, id]))
  const editorId = await personBehind(tx, actor)
  const adopted = records.flatMap((record) => {
    const indicatorId = idByCode.get(record.code)
    return indicatorId === undefined ? [] : [{ record, indicatorId, versionId: uuid() }]
  })
  await tx.indicatorVersion.createMany({
    data: adopted.map(({ record, indicatorId, versionId }) => {
      const { code, version, sourceHash } = record
      const definition = contentOf({ ...unsaid, ...record, effectiveFrom: new Date(`${record.effectiveFrom}T00:00:00Z`) })
      return {
        ...definition,
        id: versionId,
        indicatorId,
        version,
        state: 'AKTIF' as const,
        contentHash: contentHash(code, version, { ...definition, familyWeights: weightsOf(record) }),
        publishedAt: now,
        editedById: editorId,
        importRunId,
        sourceHash,
      }
    }),
  })
  await tx.familyWeight.createMany({
    data: adopted.flatMap(({ record, versionId }) => weightsOf(record).map((weight) => ({ versionId, ...weight }))),
  })
  return new Map(adopted.map(({ record, indicatorId, versionId }) => [record.code, { indicatorId, versionId }]))
}

/** What a catalogue file does not say; a later version may. */
const unsaid = {
  formulaText: '',
  numeratorText: '',
  denominatorText: '',
  exclusions: '',
  gamingRisks: '',
  levelLow: null,
  levelHigh: null,
  evidenceTypes: [],
  caseMixVariables: [],
  lagDays: 0,
  baselinePeriod: null,
}

function weightsOf({ families }: CatalogueRecord) {
  return families.map(({ family, weight }) => ({ family, weight, weightMin: null, weightMax: null }))
}
