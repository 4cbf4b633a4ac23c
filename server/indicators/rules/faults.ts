import type { Sentence } from '../../language.ts'
import { exact, type Numeric } from '../../math.ts'
import type { Definition } from './definition.ts'
import { fault, type Problem, type Surroundings } from './problem.ts'
import { type TargetFault, targetFault } from './target.ts'

/** What blocks the submission of a definition. One without faults can be appraised by F1 (LOCAL, domain B1 and B4). */
export function faultsOf(definition: Definition, surroundings: Surroundings): Problem[] {
  return [
    ...missingTexts(definition),
    ...targetProblems(definition),
    ...numberProblems(definition),
    ...levelProblems(definition),
    ...weightProblems(definition),
    ...surroundingProblems(definition, surroundings),
  ]
}

function missingTexts(definition: Definition): Problem[] {
  const labels = {
    name: ['Nama', 'The name'],
    sourceSystem: ['Sumber data', 'The source system'],
    sourceOwner: ['Pemilik data', 'The source owner'],
  } as const
  return (['name', 'sourceSystem', 'sourceOwner'] as const)
    .filter((field) => definition[field].trim() === '')
    .map((field) => fault(field, 'REQUIRED', `${labels[field][0]} harus diisi.`, `${labels[field][1]} is missing.`))
}

/** Rules that draw each target from data (baseline, peers); their own target is only the fallback, so it may be missing. */
const drawnRules: readonly string[] = ['BASELINE_PLUS_PCT', 'PEER_PERCENTILE']

const targetSentences: Record<TargetFault, Sentence> = {
  MISSING: {
    id: 'Isi target tunggal, atau target minimum dan maksimum bersama-sama.',
    en: 'Give one target, or both the minimum and the maximum.',
  },
  REVERSED: { id: 'Target minimum melebihi target maksimum.', en: 'The minimum of the target exceeds its maximum.' },
  NOT_SINGLE: {
    id: 'Polaritas STABILIZE memakai satu target dengan toleransi.',
    en: 'STABILIZE takes one target with a tolerance.',
  },
  NOT_POSITIVE: {
    id: 'Target harus lebih besar dari 0 untuk polaritas ini.',
    en: 'With this polarity the target must be above 0.',
  },
  NEGATIVE: { id: 'Target tidak boleh negatif.', en: 'The target may not be negative.' },
}

function targetProblems(definition: Definition): Problem[] {
  const { polarity, target, targetMin, targetMax, tolerancePct, targetRule } = definition
  const isStated = target !== null || targetMin !== null || targetMax !== null
  if (target !== null && (targetMin !== null || targetMax !== null)) {
    return [
      fault(
        'target',
        'AMBIGUOUS_TARGET',
        'Pilih target tunggal atau rentang, jangan keduanya.',
        'Give one target or a range, not both.',
      ),
    ]
  }
  if (!isStated && drawnRules.includes(targetRule)) return []
  const found = targetFault(definition)
  if (found !== null) {
    const field = target === null && isStated ? (targetMin === null ? 'targetMin' : 'targetMax') : 'target'
    return [{ field, isBlocking: true, code: `TARGET_${found}`, sentence: targetSentences[found] }]
  }
  if (tolerancePct !== null && polarity !== 'STABILIZE') {
    return [
      fault(
        'tolerancePct',
        'STRAY_TOLERANCE',
        'Toleransi hanya berlaku untuk polaritas STABILIZE.',
        'Only STABILIZE has a tolerance.',
      ),
    ]
  }
  return []
}

function numberProblems({ factor, maxValue, minDenominator, aggregation, target, targetMax }: Definition): Problem[] {
  const problems: Problem[] = []
  if (!isPositive(factor))
    problems.push(fault('factor', 'NOT_POSITIVE', 'Faktor harus lebih besar dari 0.', 'The factor must be above 0.'))
  const highest = target ?? targetMax
  if (maxValue !== null && !isPositive(maxValue)) {
    problems.push(
      fault('maxValue', 'NOT_POSITIVE', 'Nilai terbesar harus lebih besar dari 0.', 'The largest value must be above 0.'),
    )
  } else if (maxValue !== null && highest !== null && exact(maxValue).lt(highest)) {
    problems.push(
      fault(
        'maxValue',
        'BELOW_TARGET',
        'Nilai terbesar yang mungkin lebih kecil dari target.',
        'The largest possible value is below the target.',
      ),
    )
  }
  if (minDenominator !== null && !isPositive(minDenominator)) {
    problems.push(
      fault(
        'minDenominator',
        'NOT_POSITIVE',
        'Penyebut minimum harus lebih besar dari 0.',
        'The minimum denominator must be above 0.',
      ),
    )
  } else if (minDenominator !== null && aggregation === 'JUMLAH') {
    problems.push(
      fault(
        'minDenominator',
        'STRAY_DENOMINATOR',
        'Penjumlahan (JUMLAH) tidak mempunyai penyebut.',
        'A sum (JUMLAH) has no denominator.',
      ),
    )
  }
  return problems
}

/** The cap of an achievement, in per cent (PP 30/2019): a threshold above it would never be reached. */
const cap = 120

function levelProblems({ levelLow, levelHigh }: Definition): Problem[] {
  if (levelLow === null && levelHigh === null) return []
  if (levelLow === null || levelHigh === null) {
    const field = levelLow === null ? 'levelLow' : 'levelHigh'
    return [
      fault(
        field,
        'REQUIRED',
        'Isi kedua batas tingkat atau kosongkan keduanya.',
        'Give both thresholds of the levels, or neither.',
      ),
    ]
  }
  if (isPositive(levelLow) && exact(levelLow).lt(levelHigh) && exact(levelHigh).lte(cap)) return []
  return [
    fault(
      'levelHigh',
      'LEVELS',
      `Batas tingkat harus naik: di atas 0, bawah < atas, paling tinggi ${cap} persen.`,
      `The thresholds must rise: above 0, low < high, at most ${cap} per cent.`,
    ),
  ]
}

function weightProblems({ familyWeights }: Definition): Problem[] {
  const families = familyWeights.map(({ family }) => family)
  if (new Set(families).size < families.length) {
    return [
      fault('familyWeights', 'DUPLICATE', 'Ada keluarga jabatan yang tertulis dua kali.', 'A position family is listed twice.'),
    ]
  }
  const isSound = familyWeights.every(({ weight, weightMin, weightMax }) => {
    const [low, high] = [exact(weightMin ?? weight), exact(weightMax ?? weight)]
    return low.gt(0) && low.lte(weight) && high.gte(weight) && high.lte(100)
  })
  if (isSound) return []
  return [
    fault(
      'familyWeights',
      'WEIGHTS',
      'Bobot harus di atas 0 sampai 100 persen dan berada di antara batas minimum dan maksimumnya.',
      'Weights lie above 0 and up to 100 per cent, between their own minimum and maximum.',
    ),
  ]
}

function surroundingProblems(definition: Definition, { code, predecessorFrom }: Surroundings): Problem[] {
  const problems: Problem[] = []
  if (definition.counterIndicatorCode === code) {
    problems.push(
      fault(
        'counterIndicatorCode',
        'OWN_COUNTER',
        'Indikator tidak dapat menyeimbangkan dirinya sendiri.',
        'An indicator cannot balance itself.',
      ),
    )
  }
  if (predecessorFrom !== null && definition.effectiveFrom < predecessorFrom) {
    problems.push(
      fault(
        'effectiveFrom',
        'BEFORE_PREDECESSOR',
        'Tanggal berlaku mendahului versi yang sekarang berlaku.',
        'It would take effect before the version that is in force now.',
      ),
    )
  }
  return problems
}

function isPositive(value: Numeric): boolean {
  return exact(value).gt(0)
}
