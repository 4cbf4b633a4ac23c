import type { Sentence } from '../../language.ts'
import { exact, type Numeric } from '../../math.ts'
import { quarterStatus } from './aggregation.ts'
import {
  type ExplanationInput,
  type ExplanationNode,
  input,
  levelWords,
  node,
  plain,
  points,
  sentence,
  type Write,
  written,
} from './explanation-node.ts'
import { explainIndicatorAchievement, type Level } from './indicator-achievement.ts'
import { type DatedMeasurement, type ItemInputs, type ItemStatus, measureItem, thresholdsOf } from './item.ts'
import type { MissingPolicy } from './result-rating.ts'
import type { AppraisalSettings } from './settings.ts'
import { missingWords, unitInWords } from './words.ts'

/** An IKI result as it is stored. Numbers may be decimal text. */
export interface ExplainedItem {
  readonly number: number
  readonly code: string
  readonly name: string
  /** Unit of the indicator. */
  readonly unit: string
  readonly weight: Numeric
  readonly status: ItemStatus
  readonly missing: MissingPolicy | null
  readonly pct: Numeric | null
  readonly level: Level | null
  readonly inputs: ItemInputs
  /** Where each measurement came from, by its id. */
  readonly sources: ReadonlyMap<string, MeasurementSource>
}

export interface MeasurementSource {
  readonly source: string
  readonly state: string
  readonly evidence: readonly { readonly kind: string; readonly url: string | null; readonly description: string }[]
}

/** F1 of one IKI with the aggregation of its quarters. `share` is its part (0–1) of the whole score; null when it was left out. */
export function explainItem(
  item: ExplainedItem,
  parent: string,
  share: number | null,
  settings: AppraisalSettings,
): ExplanationNode {
  const { number, code, name, unit, inputs, status, missing, pct, level, sources } = item
  const key = `${parent}.iki-${number}`
  const result = measureItem(inputs, settings)
  const { realised, targetMin, targetMax } = result
  const thresholds = thresholdsOf(inputs, settings)
  const target =
    targetMin !== null && targetMax !== null && targetMin.eq(targetMax)
      ? [...input({ id: 'target', en: 'target' }, targetMin, unit)]
      : range(targetMin, targetMax, unit)
  return node({
    key,
    kind: 'IKI',
    label: `${code} · ${name}`,
    formula: pct === null || realised === null ? null : achievementFormula(inputs, result, settings),
    inputs: [
      ...input({ id: 'realisasi', en: 'realisation' }, realised, unit),
      ...target,
      ...input({ id: 'toleransi', en: 'tolerance' }, inputs.tolerancePct, '%'),
      ...input({ id: 'penyebut', en: 'denominator' }, result.denominator),
      ...input({ id: 'bobot dalam RHK', en: 'weight inside the result' }, item.weight),
    ],
    value: pct === null ? null : plain(pct),
    level,
    weight: share,
    ...points(share, pct ?? (missing === 'ZERO' ? 0 : null)),
    localNote: sentence(
      (n) =>
        `Bobot dan ambang ${n(thresholds.levelLow)}/${n(thresholds.levelHigh)} adalah kebijakan setempat; rumus dari PermenPANRB 8/2021, batas ${n(settings.cap)} dari PP 30/2019.`,
      (n) =>
        `Weights and the thresholds ${n(thresholds.levelLow)}/${n(thresholds.levelHigh)} are local policy; the formula is that of PermenPANRB 8/2021, the cap of ${n(settings.cap)} that of PP 30/2019.`,
    ),
    sentence: itemSentence(status, missing, pct, level, inputs),
    children: quartersOf(inputs).map((quarter) => explainQuarter(quarter, key, inputs, unit, sources)),
  })
}

function range(low: Numeric | null, high: Numeric | null, unit: string): ExplanationInput[] {
  return [
    ...input({ id: 'target terendah', en: 'lowest target' }, low, unit),
    ...input({ id: 'target tertinggi', en: 'highest target' }, high, unit),
  ]
}

/** First how the quarters came to one value, then F1 with its numbers: `(45 + 40) / (50 + 50) × 100 = 85; R/L × 100 = 85 / 80 × 100 = 106.25`. */
function achievementFormula(
  inputs: ItemInputs,
  { realised, targetMin, targetMax, tolerancePct, quartersUsed }: ReturnType<typeof measureItem>,
  settings: AppraisalSettings,
): Sentence {
  const used = inputs.measurements.filter(({ quarter }) => quartersUsed.includes(quarter))
  const steps = explainIndicatorAchievement(
    { polarity: inputs.polarity, targetMin, targetMax, tolerancePct, realisation: realised, naturalMaximum: inputs.maxValue },
    settings,
  )
  return written((write) => {
    const lines = steps.map(({ formula, inputs: numbers, value }, index) => {
      // The cap is only worth a line where it cut something off.
      if (index === 1 && numbers.a === value) return ''
      const filled = formula.replace(/\b(R|L|U|a|cap)\b/g, (name) =>
        typeof numbers[name] === 'number' ? write(numbers[name]) : name,
      )
      return `${formula} = ${filled.replace('/', ' / ')} = ${write(Number(value))}`
    })
    return [`R = ${aggregationFormula(inputs, used, write)} = ${write(realised ?? 0)}`, ...lines.filter(Boolean)].join('; ')
  })
}

function aggregationFormula({ aggregation, factor }: ItemInputs, used: readonly DatedMeasurement[], write: Write): string {
  const all = (part: 'value' | 'numerator' | 'denominator') =>
    used.map((measurement) => write(measurement[part] ?? 0)).join(' + ')
  switch (aggregation) {
    case 'JUMLAH':
      return all('value')
    case 'RATA':
      return `(${all('value')}) / ${used.length}`
    case 'TERAKHIR':
      return write(used.at(-1)?.value ?? 0)
    case 'RASIO':
      return `(${all('numerator')}) / (${all('denominator')}) × ${write(factor)}`
  }
}

function itemSentence(
  status: ItemStatus,
  missing: MissingPolicy | null,
  pct: Numeric | null,
  level: Level | null,
  { minDenominator }: ItemInputs,
): Sentence {
  if (status === 'OK' && pct !== null && level !== null) {
    return sentence(
      (n) => `Capaian ${n(pct)} %, ${levelWords[level].id}.`,
      (n) => `Achievement ${n(pct)} %, ${levelWords[level].en}.`,
    )
  }
  if (status === 'BELOW_MIN_DENOMINATOR') {
    return sentence(
      (n) => `Jumlah kasus di bawah ${n(minDenominator ?? 0)}: ditampilkan, tetapi tidak ikut dinilai.`,
      (n) => `Fewer than ${n(minDenominator ?? 0)} cases: shown, but not counted.`,
    )
  }
  if (missing === 'ZERO')
    return {
      id: 'Tidak disampaikan sampai akhir periode: dihitung 0.',
      en: 'Not submitted by the end of the period: counts as 0.',
    }
  if (status === 'MISSING')
    return {
      id: 'Tidak ada nilai karena alasan yang diterima: tidak ikut dinilai.',
      en: 'No value for an accepted reason: not counted.',
    }
  return {
    id: 'Target atau nilai tidak dapat dihitung: tidak ikut dinilai.',
    en: 'Target or value cannot be calculated: not counted.',
  }
}

/** Quarters that are due or measured, in order. */
function quartersOf({ frequency, quarters, measurements }: ItemInputs): number[] {
  const due = { TRIWULAN: [1, 2, 3, 4], SEMESTER: [2, 4], TAHUNAN: [4] }[frequency].filter((quarter) =>
    quarters.includes(quarter),
  )
  return [...new Set([...due, ...measurements.map(({ quarter }) => quarter)])].sort((a, b) => a - b)
}

function explainQuarter(
  quarter: number,
  parent: string,
  inputs: ItemInputs,
  unit: string,
  sources: ExplainedItem['sources'],
): ExplanationNode {
  const key = `${parent}.q${quarter}`
  const measurement = inputs.measurements.find((one) => one.quarter === quarter)
  const source = measurement && sources.get(measurement.id)
  const status = quarterStatus(measurement, inputs.notYetDue.includes(quarter))
  return node({
    key,
    kind: 'MEASUREMENT',
    label: { id: `Triwulan ${quarter}`, en: `Quarter ${quarter}` },
    inputs: [
      ...input({ id: 'pembilang', en: 'numerator' }, measurement?.numerator ?? null),
      ...input({ id: 'penyebut', en: 'denominator' }, measurement?.denominator ?? null),
      ...(measurement ? [{ name: { id: 'tanggal', en: 'day' }, value: measurement.measuredOn, unit: null }] : []),
      ...(source
        ? [
            { name: { id: 'sumber', en: 'source' }, value: source.source, unit: null },
            { name: { id: 'status', en: 'state' }, value: source.state, unit: null },
          ]
        : []),
    ],
    value: measurement?.value == null ? null : plain(measurement.value),
    sentence: quarterSentence(status, measurement, unitInWords(unit, inputs)),
    children: (source?.evidence ?? []).map(({ kind, url, description }, index) =>
      node({
        key: `${key}.bukti-${index + 1}`,
        kind: 'EVIDENCE',
        label: description,
        value: kind,
        url,
        sentence:
          url === null
            ? { id: 'Bukti tanpa tautan.', en: 'Evidence without a link.' }
            : { id: 'Buka bukti dukung ini.', en: 'Open this piece of evidence.' },
      }),
    ),
  })
}

function quarterSentence(
  status: ReturnType<typeof quarterStatus>,
  measurement: DatedMeasurement | undefined,
  unit: Sentence,
): Sentence {
  if (status === 'VALUE' && measurement) {
    const value = exact(measurement.value ?? 0)
    return sentence(
      (n) => `Terukur ${`${n(value)} ${unit.id}`.trim()}.`,
      (n) => `Measured ${`${n(value)} ${unit.en}`.trim()}.`,
    )
  }
  if (status === 'EXCLUDED') {
    const reason = missingWords[measurement?.missingReason ?? 'NOT_YET_DUE']
    return {
      id: `Tidak ada nilai: ${reason.id}; triwulan ini tidak dihitung.`,
      en: `No value: ${reason.en}; the quarter is left out.`,
    }
  }
  return { id: 'Tidak disampaikan.', en: 'Not submitted.' }
}
