import { decimalSent, decimalShown, decimalText } from '../frame/form/decimal.ts'
import type { Values } from '../frame/form/FormFrame.tsx'
import { codesOf } from '../frame/language/use-say.ts'
import type { Language } from '../frame/preferences.ts'
import type { Plan, PlannedIki, TemplateResult } from './data.ts'

type Row = Record<string, unknown>

const rowsOf = (value: unknown): Row[] => (Array.isArray(value) ? value : [])
const textOrNull = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null)

/** A plan as it stands in the form, with an empty line for each lampiran and each value. */
export function planShown(plan: Plan, language: Language): Values {
  const shown = (value: string | null) => (value === null ? '' : decimalShown(value, language))
  const iki = (item: PlannedIki) => ({
    id: item.id,
    indicatorId: item.indicatorVersion.indicator.id,
    weight: shown(item.weight),
    target: shown(item.target),
    targetMin: shown(item.targetMin),
    targetMax: shown(item.targetMax),
    tolerancePct: shown(item.tolerancePct),
    baseline: shown(item.baseline),
    targetReason: item.targetReason ?? '',
  })
  return {
    approach: plan.approach,
    leadsUnit: plan.leadsUnit,
    rhk: plan.rhk.nodes.map(
      ({ id, title, kind, weight, serves, cascade, assignmentLetter, isSelfExecuted, expectation, ...rest }) => ({
        ...{ id, title, kind, cascade, isSelfExecuted },
        weight: shown(weight),
        servesRhkId: serves?.id ?? null,
        assignmentLetter: assignmentLetter ?? '',
        expectation: expectation ?? '',
        iki: rest.iki.nodes.map(iki),
      }),
    ),
    appendices: Object.fromEntries(plan.appendices.map(({ kind, text }) => [kind, text])),
    expectations: Object.fromEntries(plan.expectations.map(({ value, text }) => [value, text])),
  }
}

/** What the form holds, for `updateSkp`: the whole content, as it shall be. */
export function planInput({ approach, leadsUnit, rhk, appendices, expectations }: Values): Record<string, unknown> {
  const texts = (group: 'appendixKind' | 'behaviourValue', name: string, values: unknown) =>
    codesOf(group).map(({ id }) => ({ [name]: id, text: textOrNull((values as Row | undefined)?.[id]) ?? '' }))
  return {
    approach,
    leadsUnit: leadsUnit === true,
    rhk: rowsOf(rhk).map((row) => ({
      id: row.id ?? null,
      title: row.title ?? '',
      kind: row.kind ?? 'UTAMA',
      weight: decimalSent(row.weight),
      servesRhkId: row.servesRhkId || null,
      cascade: row.servesRhkId ? (row.cascade ?? null) : null,
      assignmentLetter: textOrNull(row.assignmentLetter),
      isSelfExecuted: row.isSelfExecuted === true,
      expectation: textOrNull(row.expectation),
      iki: rowsOf(row.iki).map((item) => ({
        id: item.id ?? null,
        ...ikiInput(item),
        tolerancePct: decimalSent(item.tolerancePct),
        baseline: decimalSent(item.baseline),
        targetReason: textOrNull(item.targetReason),
      })),
    })),
    appendices: texts('appendixKind', 'kind', appendices),
    expectations: texts('behaviourValue', 'value', expectations),
  }
}

function ikiInput(item: Row) {
  return {
    indicatorId: item.indicatorId ?? '',
    weight: decimalSent(item.weight),
    target: decimalSent(item.target),
    targetMin: decimalSent(item.targetMin),
    targetMax: decimalSent(item.targetMax),
  }
}

/** A template as it stands in the form. */
export function templateShown(
  { name, family, approach, rhk }: { name: string; family: string; approach: string; rhk: readonly TemplateResult[] },
  language: Language,
): Values {
  const shown = (value: string | null) => (value === null ? '' : decimalShown(value, language))
  return {
    ...{ name, family, approach },
    rhk: rhk.map(({ title, kind, weight, iki }) => ({
      ...{ title, kind },
      weight: shown(weight),
      iki: iki.map(({ indicatorId, ...item }) => ({
        indicatorId,
        weight: shown(item.weight),
        target: shown(item.target),
        targetMin: shown(item.targetMin),
        targetMax: shown(item.targetMax),
      })),
    })),
  }
}

/** What the form of a template holds, for its commands. */
export function templateInput({ name, family, approach, rhk }: Values): Record<string, unknown> {
  return {
    name: name ?? '',
    family: String(family ?? '').toUpperCase(),
    approach,
    rhk: rowsOf(rhk).map((row) => ({
      title: row.title ?? '',
      kind: row.kind ?? 'UTAMA',
      weight: decimalSent(row.weight),
      iki: rowsOf(row.iki).map(ikiInput),
    })),
  }
}

export type WeightTotal = { total: number; open: number; isWhole: boolean }

/** Digits behind the point that a weight may have. */
const scale = 10_000
/** How far the sum may lie from 100 (LOCAL), in units of the scale. */
const tolerance = 100

/**
 * What the weights that stand in the form add up to, exactly, in per cent; `open` counts those left out, which the server shares equally. Whole is
 * 100 ± 0.01, or anything up to 100 with some left open.
 */
export function weightTotal(rows: unknown): WeightTotal {
  const texts = rowsOf(rows).map(({ weight }) => decimalText(weight))
  const units = texts.reduce((sum, text) => sum + Math.round(Number(text ?? 0) * scale), 0)
  const open = texts.filter((text) => text === null).length
  const missing = 100 * scale - units
  return { total: units / scale, open, isWhole: open > 0 ? missing >= 0 : Math.abs(missing) <= tolerance }
}
