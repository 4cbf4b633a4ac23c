import { setImmediate } from 'node:timers/promises'
import type { Database } from '../../db.ts'
import { DomainError } from '../../errors.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { type Actor, needs } from '../../identity/policy.ts'
import { openStates, publishedStates } from '../../indicators/policy.ts'
import { visibleVersions } from '../../indicators/queries.ts'
import { found } from '../../list.ts'
import { readAtOnce, type Transaction } from '../../transact.ts'
import { seesRating } from '../policy.ts'
import { visibleAppraisals } from '../queries.ts'
import { type StatedVersion, type Tried, tryDraft, type UsingAppraisal, type UsingItem, type UsingRhk } from '../rules/what-if.ts'
import { summarise, type WhatIfSummary } from '../rules/what-if-summary.ts'

/** A draft, and the period on whose appraisals it is tried. */
export type WhatIfInput = {
  /** Id of an indicator version in DRAFT or REVIU. */
  readonly draftId: string
  /** `2025` or `2025-TW1`. */
  readonly periodKey: string
}

/** Appraisals in memory at once; between two batches others get their turn. */
const batchSize = 500

const longestMs = 20_000

/**
 * What a draft would have done to the current appraisals of a period that use its indicator, as far as the actor may read their ratings. They
 * are judged again from their frozen inputs; nothing is saved. A few statements, and one for each 500 appraisals, all of one moment. Throws
 * NOT_FOUND for a hidden draft, one that is published or a missing period, FORBIDDEN without any right to read appraisals.
 */
export function whatIf(database: Database, actor: Actor, now: Date, { draftId, periodKey }: WhatIfInput): Promise<WhatIfSummary> {
  return readAtOnce(database, longestMs, async (tx) => {
    const { draft, versions } = await statedVersions(tx, actor, draftId)
    const held = needs(actor, 'appraisals.read')
    if (held !== true) throw new DomainError(held.code, held.reason)
    const { id: periodId } = found(await tx.period.findUnique({ where: { key: periodKey }, select: { id: true } }))
    const versionIds = [...versions.keys()]
    const ids = await appraisalsUsing(tx, actor, now, periodId, versionIds)
    const tried: Tried[] = []
    const load = (start: number) => loadAppraisals(tx, ids.slice(start, start + batchSize), versionIds)
    let loading = load(0)
    for (let start = 0; start < ids.length; start += batchSize) {
      const batch = await loading
      // The database gathers the next batch while this one is judged; its failure is met above, or by the end of the transaction.
      loading = load(start + batchSize)
      loading.catch(() => undefined)
      await setImmediate()
      for (const appraisal of batch) tried.push(tryDraft(appraisal, draft, versions))
    }
    await loading
    return summarise(tried)
  })
}

type Slice = { readonly before?: string; readonly after?: string; readonly limit: number; readonly inverted: boolean }

/** A mover is known by the employee: one person has one current appraisal in a period. */
export function cursorOfMover({ employeeId }: Pick<Tried, 'employeeId'>): string {
  return employeeId
}

/** A page of the movers in their order; inverted, from the end backwards. Throws INVALID_INPUT for a cursor of somebody who does not move. */
export function pageOfMovers(movers: readonly Tried[], { before, after, limit, inverted }: Slice, skip = 0): readonly Tried[] {
  const indexOf = (cursor: string) => {
    const index = movers.findIndex((mover) => cursorOfMover(mover) === cursor)
    if (index >= 0) return index
    throw new DomainError('INVALID_INPUT', { id: 'Kursor ini tidak dikenal.', en: 'This is not a cursor of this list.' })
  }
  const start = after === undefined ? 0 : indexOf(after) + 1
  const end = before === undefined ? movers.length : indexOf(before)
  const between = movers.slice(start + skip, end)
  return inverted ? between.slice(-limit).reverse() : between.slice(0, limit)
}

/** The open draft, and every published version of its indicator by id: a plan of the period may pin an older one. */
async function statedVersions(tx: Transaction, actor: Actor, draftId: string) {
  const rows = await tx.indicatorVersion.findMany({
    where: { AND: [{ indicator: { versions: { some: { id: draftId } } } }, visibleVersions(actor)] },
    include: { familyWeights: true },
  })
  const isIn = (states: readonly string[]) => (row: { readonly state: string }) => states.includes(row.state)
  const draft = found(rows.filter(isIn(openStates)).find(({ id }) => id === draftId))
  const versions = new Map(rows.filter(isIn(publishedStates)).map((row) => [row.id, statedBy(row)]))
  return { draft: statedBy(draft), versions }
}

function statedBy(row: Prisma.IndicatorVersionGetPayload<{ include: { familyWeights: true } }>): StatedVersion {
  const text = (value: Prisma.Decimal | null) => value?.toFixed() ?? null
  const { polarity, aggregation, frequency } = row
  return {
    definition: {
      polarity,
      aggregation,
      frequency,
      factor: row.factor.toFixed(),
      minDenominator: text(row.minDenominator),
      maxValue: text(row.maxValue),
      levelLow: text(row.levelLow),
      levelHigh: text(row.levelHigh),
    },
    target: {
      target: text(row.target),
      targetMin: text(row.targetMin),
      targetMax: text(row.targetMax),
      tolerancePct: text(row.tolerancePct),
    },
    familyWeights: Object.fromEntries(row.familyWeights.map(({ family, weight }) => [family, weight.toFixed()])),
  }
}

/** Ids of the appraisals to try. The own one is left out while its rating is not delivered: a what-if would tell it. */
async function appraisalsUsing(
  tx: Transaction,
  actor: Actor,
  now: Date,
  periodId: string,
  versionIds: string[],
): Promise<string[]> {
  const uses = { rhkResults: { some: { ikiResults: { some: { indicatorVersionId: { in: versionIds } } } } } }
  const rows = await tx.appraisal.findMany({
    where: { AND: [{ periodId, isCurrent: true, ...uses }, visibleAppraisals(actor, now)] },
    select: { id: true, employeeId: true, state: true },
  })
  return rows.filter((row) => seesRating(actor, row)).map(({ id }) => id)
}

type LoadedItem = readonly [
  weight: string,
  pct: string | null,
  missing: UsingItem['missing'],
  level: UsingItem['level'],
  tried: UsingItem['tried'],
]

type LoadedAppraisal = Omit<UsingAppraisal, 'standing' | 'rhks'> &
  Omit<UsingAppraisal['standing'], 'score'> & {
    readonly score: string | null
    readonly rhks: readonly (readonly [kind: UsingRhk['kind'], weight: string, items: readonly LoadedItem[]])[]
  }

/** These appraisals with their results in one statement; as text, because Prisma would take JSON apart and put it together again. */
async function loadAppraisals(tx: Transaction, ids: readonly string[], versionIds: readonly string[]): Promise<UsingAppraisal[]> {
  if (ids.length === 0) return []
  const rows = await tx.$queryRaw<{ appraisal: string }[]>(Prisma.sql`
    SELECT json_build_object('employeeId', a.employee_id, 'unitId', a.unit_id, 'legalStanding', a.legal_standing, 'settings', a.settings,
      'score', a.weighted_score::text, 'result', a.result_rating, 'predikat', a.predikat, 'behaviourRating', a.behaviour_rating, 'rhks',
      (SELECT json_agg(json_build_array(r.kind, r.weight::text, (
          SELECT json_agg(json_build_array(i.weight::text, i.achievement_pct::text, i.missing, i.level,
            CASE WHEN i.indicator_version_id = ANY (${[...versionIds]}::uuid[])
              THEN json_build_object('versionId', i.indicator_version_id, 'inputs', i.inputs) END) ORDER BY i.number)
          FROM iki_result i WHERE i.rhk_result_id = r.id)) ORDER BY r.number)
        FROM rhk_result r WHERE r.appraisal_id = a.id))::text AS appraisal
    FROM unnest(${[...ids]}::uuid[]) AS wanted(id) JOIN appraisal a ON a.id = wanted.id`)
  return rows.map(({ appraisal }) => {
    const { score, result, predikat, rhks, ...row } = JSON.parse(appraisal) as LoadedAppraisal
    return {
      ...row,
      standing: { score: score === null ? null : Number(score), result, predikat },
      rhks: rhks.map(([kind, weight, items]) => ({
        kind,
        weight,
        items: items.map(([own, pct, missing, level, tried]) => ({ weight: own, pct, missing, level, tried })),
      })),
    }
  })
}
