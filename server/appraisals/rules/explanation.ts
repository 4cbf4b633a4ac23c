import type { Sentence } from '../../language.ts'
import { exact, type Numeric, roundHalfUp, sum } from '../../math.ts'
import { type ExplainedBehaviour, explainBehaviour } from './explanation-behaviour.ts'
import { type ExplainedItem, explainItem } from './explanation-item.ts'
import { type ExplainedJudgement, explainJudgement, judgedSentence } from './explanation-judgement.ts'
import { type ExplanationNode, input, levelWords, node, plain, points, sentence, written } from './explanation-node.ts'
import type { Level } from './indicator-achievement.ts'
import type { NoPredikatReason } from './judgement.ts'
import type { Predikat } from './predikat.ts'
import type { ResultKind } from './result-rating.ts'
import type { AppraisalSettings } from './settings.ts'

export interface ExplainedRhk {
  readonly number: number
  readonly title: string
  readonly kind: ResultKind
  readonly weight: Numeric
  readonly share: Numeric | null
  readonly pct: Numeric | null
  readonly level: Level | null
  readonly items: readonly ExplainedItem[]
}

/** An appraisal with its results as they are stored. Numbers may be decimal text. */
export interface ExplainedAppraisal extends ExplainedBehaviour {
  readonly resultStatus: string | null
  readonly resultRating: Level | null
  readonly resultAmbiguous: boolean
  readonly shareAbove: Numeric | null
  readonly shareBelow: Numeric | null
  readonly weightedScore: Numeric | null
  readonly excludedWeightPct: Numeric | null
  readonly predikat: Predikat | null
  readonly noPredikatReason: NoPredikatReason | null
  readonly settings: AppraisalSettings
  readonly rhks: readonly ExplainedRhk[]
  /** What people decided; null while the computed suggestion stands alone. */
  readonly judgement: ExplainedJudgement | null
}

/**
 * Opens a stored appraisal from its predikat down to the evidence (F4, F2, F1; F3b, F3a). Shows the stored numbers; formulas are filled in from
 * the frozen inputs, under the settings that the appraisal was computed with. Local settings are marked, never shown as law.
 */
export function explainAppraisal(appraisal: ExplainedAppraisal): ExplanationNode {
  const { noPredikatReason, settings, judgement } = appraisal
  const { resultRating, behaviourRating, predikat } = judgement ?? appraisal
  const isDivided = judgement !== null && judgement.parts.length > 0
  return node({
    key: 'predikat',
    kind: 'PREDIKAT',
    label: { id: 'Predikat kinerja', en: 'Predikat kinerja' },
    formula:
      predikat === null || isDivided
        ? null
        : {
            id: `hasil kerja ${resultRating} × perilaku ${behaviourRating} → ${predikat} (tabel 3 × 3, PermenPANRB 6/2022)`,
            en: `hasil kerja ${resultRating} × perilaku ${behaviourRating} → ${predikat} (table 3 × 3, PermenPANRB 6/2022)`,
          },
    inputs: [
      ...(resultRating ? [{ name: { id: 'hasil kerja', en: 'work result' }, value: resultRating, unit: null }] : []),
      ...(behaviourRating ? [{ name: { id: 'perilaku', en: 'behaviour' }, value: behaviourRating, unit: null }] : []),
    ],
    value: predikat ?? noPredikatReason,
    sentence:
      predikat === null
        ? reasons[noPredikatReason ?? 'NO_SKP']
        : judgement !== null
          ? judgedSentence(judgement)
          : {
              id: `Saran predikat ${predikat.replaceAll('_', ' ')}; yang menetapkan adalah pejabat penilai.`,
              en: `Suggested predikat ${predikat.replaceAll('_', ' ')}; a named penilai sets it.`,
            },
    children: [
      explainResult(appraisal),
      explainBehaviour(appraisal, settings),
      ...(judgement === null ? [] : explainJudgement(judgement)),
    ],
  })
}

const reasons = {
  NOT_APPRAISED: { id: 'Tidak dinilai menurut kedudukan hukumnya.', en: 'Not appraised, by legal standing.' },
  NO_SKP: { id: 'Belum ada predikat: tidak ada SKP yang disepakati.', en: 'No predikat: there is no agreed plan.' },
  INSUFFICIENT_DATA: {
    id: 'Belum ada predikat: terlalu sedikit bobot yang terukur.',
    en: 'No predikat: too little of the weight was measured.',
  },
  NO_BEHAVIOUR: {
    id: 'Belum ada predikat: penilaian perilaku belum lengkap.',
    en: 'No predikat: the behaviour is not rated completely.',
  },
} as const satisfies Record<NoPredikatReason, Sentence>

function explainResult(appraisal: ExplainedAppraisal): ExplanationNode {
  const { resultRating, shareAbove, shareBelow, weightedScore, excludedWeightPct, settings, rhks } = appraisal
  const children = rhks.map((rhk) => explainRhk(rhk, settings))
  const counted = rhks.filter(({ pct, share }) => pct !== null && share !== null)
  const total = (part: 'pointsWon' | 'pointsLost') =>
    weightedScore === null ? null : roundHalfUp(sum(children.map((child) => child[part] ?? 0)), 2)
  return node({
    key: 'result',
    kind: 'AXIS',
    label: { id: 'Hasil kerja', en: 'Work result' },
    formula:
      weightedScore === null
        ? null
        : written((n) => {
            const terms = counted.map(({ weight, pct }) => `${n(weight)} × ${n(pct ?? 0)}`).join(' + ')
            return `Σ w·a / Σ w = (${terms}) / ${n(sum(counted.map(({ weight }) => weight)))} = ${n(weightedScore)}; A = ${n(shareAbove ?? 0)}, B = ${n(shareBelow ?? 0)} → ${resultRating}`
          }),
    inputs: [
      ...input({ id: 'bagian di atas ekspektasi (A)', en: 'share above expectation (A)' }, shareAbove),
      ...input({ id: 'bagian di bawah ekspektasi (B)', en: 'share below expectation (B)' }, shareBelow),
      ...input({ id: 'bobot yang tidak dihitung', en: 'weight left out' }, excludedWeightPct, '%'),
      ...input({ id: 'batas "sebagian kecil"', en: 'limit of the "small part"' }, settings.smallPartMax),
    ],
    value: weightedScore === null ? null : plain(weightedScore),
    level: resultRating,
    pointsWon: total('pointsWon'),
    pointsLost: total('pointsLost'),
    localNote: sentence(
      (n) =>
        `Kaidah "sebagian besar" dari PermenPANRB 6/2022; bobot, ambang ${n(settings.levelLow)}/${n(settings.levelHigh)}, batas sebagian kecil ${n(settings.smallPartMax)} dan batas data ${n(settings.maxExcludedWeightPct)} % adalah kebijakan setempat.`,
      (n) =>
        `The majority rule is that of PermenPANRB 6/2022; weights, thresholds ${n(settings.levelLow)}/${n(settings.levelHigh)}, the small part of ${n(settings.smallPartMax)} and the data limit of ${n(settings.maxExcludedWeightPct)} % are local policy.`,
    ),
    sentence: resultSentence(appraisal),
    children,
  })
}

function resultSentence({
  resultStatus,
  resultRating,
  resultAmbiguous,
  shareAbove,
  shareBelow,
  excludedWeightPct,
}: ExplainedAppraisal): Sentence {
  if (resultStatus === null) return { id: 'Tidak ada hasil kerja yang dinilai.', en: 'There is no work result to rate.' }
  if (resultRating === null) {
    return sentence(
      (n) => `Tidak dapat dinilai: ${n(excludedWeightPct ?? 0)} % bobot tidak terukur.`,
      (n) => `Cannot be rated: ${n(excludedWeightPct ?? 0)} % of the weight is not measured.`,
    )
  }
  const share = (value: Numeric | null) => exact(value ?? 0).times(100)
  const doubt = resultAmbiguous
    ? { id: ' Penilai harus memberi alasan.', en: ' The penilai must justify it.' }
    : { id: '', en: '' }
  return sentence(
    (n) =>
      `Hasil kerja ${levelWords[resultRating].id}: ${n(share(shareAbove))} % bobot di atas dan ${n(share(shareBelow))} % di bawah ekspektasi.${doubt.id}`,
    (n) =>
      `Work result ${levelWords[resultRating].en}: ${n(share(shareAbove))} % of the weight above and ${n(share(shareBelow))} % below expectation.${doubt.en}`,
  )
}

function explainRhk(
  { number, title, kind, weight, share, pct, level, items }: ExplainedRhk,
  settings: AppraisalSettings,
): ExplanationNode {
  const key = `result.rhk-${number}`
  const part = share === null ? null : exact(share).toNumber()
  const counted = items.flatMap((item) => {
    const achieved = item.pct ?? (item.missing === 'ZERO' ? 0 : null)
    return achieved === null ? [] : [{ item, achieved }]
  })
  const weights = sum(counted.map(({ item }) => item.weight))
  const shareOf = (item: ExplainedItem) => {
    const isCounted = counted.some((one) => one.item === item)
    return part === null || !isCounted || weights.isZero() ? null : roundHalfUp(exact(part).times(item.weight).div(weights), 6)
  }
  return node({
    key,
    kind: 'RHK',
    label: title,
    formula:
      pct === null
        ? null
        : written(
            (n) =>
              `(${counted.map(({ item, achieved }) => `${n(item.weight)} × ${n(achieved)}`).join(' + ')}) / ${n(weights)} = ${n(pct)}`,
          ),
    inputs: [
      { name: { id: 'jenis', en: 'kind' }, value: kind, unit: null },
      ...input({ id: 'bobot', en: 'weight' }, weight, '%'),
    ],
    value: pct === null ? null : plain(pct),
    level,
    weight: part,
    ...points(part, pct),
    localNote: sentence(
      (n) => `Bobot dan ambang ${n(settings.levelLow)}/${n(settings.levelHigh)} adalah kebijakan setempat.`,
      (n) => `Weights and the thresholds ${n(settings.levelLow)}/${n(settings.levelHigh)} are local policy.`,
    ),
    sentence:
      pct === null || level === null
        ? {
            id: 'Tidak terukur: tidak ikut dinilai, bobotnya dibagi ke hasil lain.',
            en: 'Not measured: left out, its weight is shared among the others.',
          }
        : sentence(
            (n) => `Rata-rata capaian ${n(pct)} %, ${levelWords[level].id}.`,
            (n) => `Mean achievement ${n(pct)} %, ${levelWords[level].en}.`,
          ),
    children: items.map((item) => explainItem(item, key, shareOf(item), settings)),
  })
}
