import type { MeasureUnit } from '../../generated/prisma/client.ts'
import type { Sentence } from '../../language.ts'
import { exact } from '../../math.ts'
import type { MissingReason } from './aggregation.ts'
import { grouped } from './explanation-node.ts'
import type { ItemInputs } from './item.ts'
import type { EvidenceKind } from './realisation.ts'

/** A count has no unit of its own: `Terukur 24.` */
const unitWords: Readonly<Record<Exclude<MeasureUnit, 'RATE'>, Sentence>> = {
  COUNT: { id: '', en: '' },
  PERCENT: { id: 'persen', en: 'per cent' },
  INDEX: { id: 'poin indeks', en: 'index points' },
  DAYS: { id: 'hari', en: 'days' },
  RUPIAH: { id: 'rupiah', en: 'rupiah' },
  SCORE: { id: 'poin', en: 'points' },
}

/** The unit of an indicator as people say it. A rate is named by its factor: `per 10.000` for a ratio times 10,000. */
export function unitInWords(unit: string, { aggregation, factor }: Pick<ItemInputs, 'aggregation' | 'factor'>): Sentence {
  if (unit !== 'RATE') return Object.hasOwn(unitWords, unit) ? unitWords[unit as keyof typeof unitWords] : { id: unit, en: unit }
  if (aggregation === 'RASIO' && exact(factor).gt(1)) {
    const number = grouped(factor)
    return { id: `per ${number.id}`, en: `per ${number.en}` }
  }
  return { id: 'per satuan', en: 'per unit' }
}

/** Why there is no value, in the middle of a sentence (F2 treats the last one as zero, the others as left out). */
export const missingWords: Readonly<Record<MissingReason, Sentence>> = {
  SOURCE_UNAVAILABLE: { id: 'sumber data tidak tersedia', en: 'the source was not available' },
  FORCE_MAJEURE: { id: 'keadaan kahar', en: 'force majeure' },
  NOT_YET_DUE: { id: 'belum waktunya', en: 'it is not due yet' },
  NOT_SUBMITTED: { id: 'tidak disampaikan', en: 'it was not submitted' },
}

export const evidenceWords: Readonly<Record<EvidenceKind, Sentence>> = {
  SYSTEM_FEED: { id: 'data langsung dari sistem', en: 'a system feed' },
  OFFICIAL_DOCUMENT: { id: 'dokumen resmi', en: 'an official document' },
  THIRD_PARTY_CONFIRMATION: { id: 'konfirmasi pihak ketiga', en: 'a confirmation by a third party' },
  PHOTO: { id: 'foto atau lokasi', en: 'a photo or location' },
  SELF_STATEMENT: { id: 'pernyataan sendiri', en: "the person's own statement" },
}
