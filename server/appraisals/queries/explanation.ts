import type { Prisma } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'
import { type ExplainedAppraisal, explainAppraisal } from '../rules/explanation.ts'
import type { MeasurementSource } from '../rules/explanation-item.ts'
import type { ExplainedJudgement } from '../rules/explanation-judgement.ts'
import type { ExplanationNode } from '../rules/explanation-node.ts'
import { type FrozenInputs, thawInputs } from '../rules/frozen-inputs.ts'
import type { Level } from '../rules/indicator-achievement.ts'
import { type JudgedValue, judgeResults } from '../rules/judgement.ts'
import type { ResultKind } from '../rules/result-rating.ts'
import type { AppraisalSettings } from '../rules/settings.ts'

/**
 * The explanation of a stored appraisal, read in two statements; null when there is none. Whoever calls has made sure that the actor may see
 * the appraisal and its rating.
 */
export async function explanationOf(
  db: Pick<Transaction, 'appraisal' | 'realisation'>,
  appraisalId: string,
): Promise<ExplanationNode | null> {
  const stored = await db.appraisal.findUnique({ where: { id: appraisalId }, include: explained, relationLoadStrategy: 'join' })
  if (!stored) return null
  const rhks = stored.rhkResults.map(({ ikiResults, ...rhk }) => ({
    ...rhk,
    items: ikiResults.map((item) => ({ ...item, inputs: thawInputs(item.inputs as FrozenInputs) })),
  }))
  const ids = rhks.flatMap(({ items }) => items.flatMap(({ inputs }) => inputs.measurements.map(({ id }) => id)))
  const sources = await sourcesOf(db, ids)
  const settings = stored.settings as unknown as AppraisalSettings
  const isRated = stored.ratedAt !== null
  const appraisal: ExplainedAppraisal = {
    ...pick(stored),
    // The axes show what was computed; what was decided on top stands beside them.
    ...(isRated ? { resultRating: computedResult(rhks, settings), behaviourRating: stored.suggestedBehaviour } : {}),
    judgement: isRated || stored.parts.length > 0 ? judgementOf(stored) : null,
    values: (stored.behaviourInputs as unknown as { values: JudgedValue[] } | null)?.values ?? null,
    settings,
    rhks: rhks.map(({ number, title, kind, weight, share, achievementPct, level, items }) => ({
      number,
      title,
      kind,
      weight: weight.toFixed(),
      share: share?.toFixed() ?? null,
      pct: achievementPct?.toFixed() ?? null,
      level,
      items: items.map((item) => ({
        number: item.number,
        code: item.indicatorVersion.indicator.code,
        name: item.indicatorVersion.name,
        unit: item.indicatorVersion.unit,
        weight: item.weight.toFixed(),
        status: item.status,
        missing: item.missing,
        pct: item.achievementPct?.toFixed() ?? null,
        level: item.level,
        inputs: item.inputs,
        sources,
      })),
    })),
  }
  return explainAppraisal(appraisal)
}

type Stored = Prisma.AppraisalGetPayload<{ include: typeof explained }>

/** F2 over the stored items. */
function computedResult(
  rhks: readonly {
    readonly kind: ResultKind
    readonly weight: Prisma.Decimal
    readonly items: readonly Pick<Stored['rhkResults'][number]['ikiResults'][number], 'weight' | 'achievementPct' | 'missing'>[]
  }[],
  settings: AppraisalSettings,
): Level | null {
  const results = rhks.map(({ kind, weight, items }) => ({
    kind,
    weight: weight.toFixed(),
    items: items.map((item) => ({
      weight: item.weight.toFixed(),
      pct: item.achievementPct?.toFixed() ?? null,
      missing: item.missing,
    })),
  }))
  return judgeResults(results, settings).rating.rating
}

function judgementOf(stored: Stored): ExplainedJudgement {
  const day = (date: Date) => date.toISOString().slice(0, 10)
  return {
    ...stored,
    parts: stored.parts.map((part) => ({
      ...part,
      startsOn: day(part.startsOn),
      endsOn: day(part.endsOn),
      months: part.months.toFixed(),
    })),
  }
}

const explained = {
  parts: { orderBy: { startsOn: 'asc' } },
  rhkResults: {
    orderBy: { number: 'asc' },
    include: {
      ikiResults: {
        orderBy: { number: 'asc' },
        include: { indicatorVersion: { select: { name: true, unit: true, indicator: { select: { code: true } } } } },
      },
    },
  },
} as const

type Axes = Omit<ExplainedAppraisal, 'values' | 'settings' | 'rhks' | 'judgement'>

type StoredAxes = { readonly [Key in keyof Axes]: Axes[Key] | { toFixed(): string } }

/** The axes of a stored row, its decimals as text. */
function pick(row: StoredAxes): Axes {
  const text = (value: StoredAxes['shareAbove']) => (typeof value === 'object' && value !== null ? value.toFixed() : value)
  const { shareAbove, shareBelow, weightedScore, excludedWeightPct } = row
  return {
    ...(row as Axes),
    shareAbove: text(shareAbove),
    shareBelow: text(shareBelow),
    weightedScore: text(weightedScore),
    excludedWeightPct: text(excludedWeightPct),
  }
}

async function sourcesOf(
  db: Pick<Transaction, 'realisation'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MeasurementSource>> {
  if (ids.length === 0) return new Map()
  const rows = await db.realisation.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      source: true,
      state: true,
      evidences: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], select: { kind: true, url: true, description: true } },
    },
    relationLoadStrategy: 'join',
  })
  return new Map(rows.map(({ id, source, state, evidences }) => [id, { source, state, evidence: evidences }]))
}
