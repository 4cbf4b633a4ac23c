import type { ErrorCode } from '../../errors.ts'
import type { Sentence } from '../../language.ts'
import { exact, type Numeric } from '../../math.ts'
import type { Aggregation, MissingReason } from './aggregation.ts'
import { evidenceWords } from './words.ts'

export type EvidenceKind = 'SYSTEM_FEED' | 'OFFICIAL_DOCUMENT' | 'THIRD_PARTY_CONFIRMATION' | 'PHOTO' | 'SELF_STATEMENT'

export interface RecordedValue {
  /** In the unit of the indicator; null with a reason. */
  readonly value: Numeric | null
  readonly numerator: Numeric | null
  readonly denominator: Numeric | null
  readonly missingReason: MissingReason | null
  /** ISO date. */
  readonly measuredOn: string
  readonly evidence: readonly { readonly kind: EvidenceKind; readonly url: string | null }[]
}

export interface RecordingRules {
  readonly aggregation: Aggregation
  readonly maxValue: Numeric | null
  /** Kinds of evidence of which one must be there; none are demanded when empty. */
  readonly evidenceTypes: readonly EvidenceKind[]
  /** First day of the quarter, last day of recording, and today; ISO dates. */
  readonly startsOn: string
  readonly closesOn: string
  readonly today: string
}

export interface RecordingFault {
  readonly code: ErrorCode
  readonly field: 'value' | 'numerator' | 'denominator' | 'missingReason' | 'measuredOn' | 'evidence'
  readonly sentence: Sentence
}

/** The first thing that is wrong with a measurement, or null. The order of checks is that of the import of measurements. */
export function recordingFault(recorded: RecordedValue, rules: RecordingRules): RecordingFault | null {
  const { value, numerator, denominator, missingReason, measuredOn, evidence } = recorded
  const { aggregation, maxValue, evidenceTypes, startsOn, closesOn, today } = rules
  if (value === null && missingReason === null)
    return fault(
      'REASON_REQUIRED',
      'missingReason',
      'Isi nilai, atau alasan mengapa tidak ada nilai.',
      'Give a value, or the reason for having none.',
    )
  if (value !== null && missingReason !== null)
    return fault(
      'INVALID_INPUT',
      'missingReason',
      'Nilai dan alasan kosong tidak dapat diisi bersamaan.',
      'A value and a reason for having none exclude each other.',
    )
  if (value !== null && exact(value).lt(0))
    return fault('INVALID_INPUT', 'value', 'Nilai tidak boleh negatif.', 'A value is never negative.')
  if (value !== null && maxValue !== null && exact(value).gt(maxValue)) {
    const most = exact(maxValue).toFixed()
    return fault(
      'INVALID_INPUT',
      'value',
      `Nilai melebihi nilai terbesar yang mungkin, ${most}.`,
      `The value exceeds the largest possible one, ${most}.`,
    )
  }
  if (value !== null && aggregation === 'RASIO') {
    if (numerator === null)
      return fault('INVALID_INPUT', 'numerator', 'Indikator rasio memerlukan pembilang.', 'A ratio needs its numerator.')
    if (exact(numerator).lt(0))
      return fault('INVALID_INPUT', 'numerator', 'Pembilang tidak boleh negatif.', 'A numerator is never negative.')
    if (denominator === null || exact(denominator).lte(0))
      return fault(
        'INVALID_INPUT',
        'denominator',
        'Indikator rasio memerlukan penyebut lebih dari 0.',
        'A ratio needs a denominator above 0.',
      )
  }
  if (measuredOn < startsOn || measuredOn > closesOn || measuredOn > today) {
    return fault(
      'INVALID_INPUT',
      'measuredOn',
      `Tanggal harus antara ${startsOn} dan ${closesOn}, dan tidak di masa depan.`,
      `The day must lie between ${startsOn} and ${closesOn}, and not in the future.`,
    )
  }
  if (value !== null && evidenceTypes.length > 0 && !evidence.some(({ kind }) => evidenceTypes.includes(kind))) {
    const kinds = (language: keyof Sentence) => evidenceTypes.map((kind) => evidenceWords[kind][language])
    return fault(
      'EVIDENCE_REQUIRED',
      'evidence',
      `Indikator ini memerlukan bukti dukung: ${kinds('id').join(' atau ')}.`,
      `This indicator needs evidence: ${kinds('en').join(' or ')}.`,
    )
  }
  return null
}

function fault(code: ErrorCode, field: RecordingFault['field'], id: string, en: string): RecordingFault {
  return { code, field, sentence: { id, en } }
}

export interface Quality {
  /** There is a value. */
  readonly isComplete: boolean
  /** Recorded by the last day of recording. */
  readonly isOnTime: boolean
  /** Evidence with an address is there. */
  readonly isTraceable: boolean
}

export function qualityOf(
  { value, evidence }: Pick<RecordedValue, 'value' | 'evidence'>,
  { closesOn, today }: Pick<RecordingRules, 'closesOn' | 'today'>,
): Quality {
  return { isComplete: value !== null, isOnTime: today <= closesOn, isTraceable: evidence.some(({ url }) => url !== null) }
}

/** Data quality 0–1 of one measurement: a quarter each for complete, on time, verified and traceable (domain B3, LOCAL). */
export function qualityScore({ isComplete, isOnTime, isTraceable }: Quality, isVerified: boolean): number {
  return [isComplete, isOnTime, isTraceable, isVerified].filter(Boolean).length / 4
}
