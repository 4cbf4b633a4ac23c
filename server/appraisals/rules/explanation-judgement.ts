import type { OverrideCategory } from '../../generated/prisma/client.ts'
import type { Sentence } from '../../language.ts'
import type { OrgPredikat } from './distribution.ts'
import { type ExplanationNode, input, levelWords, node, sentence, written } from './explanation-node.ts'
import type { Level } from './indicator-achievement.ts'
import type { Predikat } from './predikat.ts'

/** What people decided on top of what was computed. */
export interface ExplainedJudgement {
  readonly suggestedResult: Level | null
  readonly suggestedBehaviour: Level | null
  readonly suggestedPredikat: Predikat | null
  readonly resultRating: Level | null
  readonly behaviourRating: Level | null
  readonly predikat: Predikat | null
  readonly orgPredikat: OrgPredikat | null
  readonly resultOverride: OverrideCategory | null
  readonly resultReason: string | null
  readonly behaviourOverride: OverrideCategory | null
  readonly behaviourReason: string | null
  readonly qualitativeBasis: string | null
  readonly parts: readonly {
    readonly startsOn: string
    readonly endsOn: string
    readonly months: string
    readonly resultRating: Level | null
    readonly behaviourRating: Level | null
    readonly predikat: Predikat | null
    readonly reason: string | null
  }[]
}

const categories = {
  BUKTI_TAMBAHAN: { id: 'bukti tambahan', en: 'additional evidence' },
  MUTU_HASIL: { id: 'mutu hasil', en: 'quality of the result' },
  KEADAAN_LUAR_BIASA: { id: 'keadaan luar biasa', en: 'extraordinary circumstances' },
  DATA_KELIRU: { id: 'data keliru', en: 'wrong data' },
  PERILAKU_TERAMATI: { id: 'perilaku yang teramati', en: 'observed behaviour' },
  LAINNYA: { id: 'lainnya', en: 'other' },
} as const satisfies Record<OverrideCategory, Sentence>

const localReason = {
  id: 'Kewajiban alasan sedikitnya 30 huruf adalah kebijakan setempat.',
  en: 'That a reason has at least 30 characters is local policy.',
}

/** The steps that people added: departures from the suggestion, a stated basis, the result of the organisation, and the parts of a divided year. */
export function explainJudgement(judgement: ExplainedJudgement): ExplanationNode[] {
  const { suggestedResult, suggestedBehaviour, resultRating, behaviourRating } = judgement
  return [
    ...organisation(judgement),
    ...override('result', suggestedResult, resultRating, judgement.resultOverride, judgement.resultReason),
    ...override('behaviour', suggestedBehaviour, behaviourRating, judgement.behaviourOverride, judgement.behaviourReason),
    ...basis(judgement),
    ...judgement.parts.map((part, index) => explainPart(part, index + 1)),
  ]
}

function organisation({ orgPredikat, suggestedResult }: ExplainedJudgement): ExplanationNode[] {
  if (orgPredikat === null || suggestedResult === null) return []
  const name = orgPredikat.replaceAll('_', ' ')
  return [
    node({
      key: 'organisation',
      kind: 'OVERRIDE',
      label: { id: 'Predikat kinerja organisasi', en: 'Organisation predikat' },
      value: orgPredikat,
      level: suggestedResult,
      localNote: {
        id: 'Predikat mana yang setara dengan nilai mana adalah kebijakan setempat; bahwa hasil unit menjadi hasil kerja pimpinannya berasal dari SE MenPANRB 3/2023.',
        en: 'Which level stands for which predikat is local policy; that the result of a unit is that of its leader comes from SE MenPANRB 3/2023.',
      },
      sentence: {
        id: `Sebagai pimpinan unit, hasil kerja mengikuti predikat organisasi ${name}: ${levelWords[suggestedResult].id}.`,
        en: `As leader of the unit the work result follows the organisation predikat ${name}: ${levelWords[suggestedResult].en}.`,
      },
    }),
  ]
}

function override(
  axis: 'result' | 'behaviour',
  suggested: Level | null,
  chosen: Level | null,
  category: OverrideCategory | null,
  reason: string | null,
): ExplanationNode[] {
  if (category === null || suggested === null || chosen === null) return []
  const axisName = axis === 'result' ? { id: 'hasil kerja', en: 'the work result' } : { id: 'perilaku', en: 'behaviour' }
  return [
    node({
      key: `override-${axis}`,
      kind: 'OVERRIDE',
      label: { id: `Penilai mengubah ${axisName.id}`, en: `The penilai changed ${axisName.en}` },
      formula: written(() => `${suggested} → ${chosen}`),
      inputs: [
        { name: { id: 'jenis alasan', en: 'kind of reason' }, value: category, unit: null },
        { name: { id: 'saran', en: 'suggestion' }, value: suggested, unit: null },
      ],
      value: chosen,
      level: chosen,
      localNote: localReason,
      sentence: {
        id: `Saran ${levelWords[suggested].id}, dinilai ${levelWords[chosen].id} karena ${categories[category].id}: ${reason ?? ''}`,
        en: `Suggested ${levelWords[suggested].en}, rated ${levelWords[chosen].en} for ${categories[category].en}: ${reason ?? ''}`,
      },
    }),
  ]
}

function basis({ qualitativeBasis }: ExplainedJudgement): ExplanationNode[] {
  if (qualitativeBasis === null) return []
  return [
    node({
      key: 'basis',
      kind: 'BASIS',
      label: { id: 'Dasar penilaian', en: 'Basis of the judgement' },
      localNote: localReason,
      sentence: {
        id: `Penilai menyatakan dasar penilaiannya: ${qualitativeBasis}`,
        en: `The penilai states what the judgement rests on: ${qualitativeBasis}`,
      },
    }),
  ]
}

function explainPart(part: ExplainedJudgement['parts'][number], number: number): ExplanationNode {
  const { startsOn, endsOn, months, resultRating, behaviourRating, predikat, reason } = part
  return node({
    key: `part-${number}`,
    kind: 'PART',
    label: { id: `Bagian ${startsOn} – ${endsOn}`, en: `Part ${startsOn} – ${endsOn}` },
    formula: predikat === null ? null : written(() => `hasil kerja ${resultRating} × perilaku ${behaviourRating} → ${predikat}`),
    inputs: input({ id: 'bulan', en: 'months' }, months),
    value: predikat,
    level: resultRating,
    localNote: {
      id: 'Penggabungan beberapa SKP dalam setahun menurut bulan adalah kebijakan setempat.',
      en: 'That several plans of a year are combined by months is local policy.',
    },
    sentence:
      predikat === null
        ? { id: 'Belum dinilai penilainya.', en: 'Not rated by its penilai yet.' }
        : sentence(
            (n) => `${n(months)} bulan: ${predikat.replaceAll('_', ' ')}.${reason ? ` ${reason}` : ''}`,
            (n) => `${n(months)} months: ${predikat.replaceAll('_', ' ')}.${reason ? ` ${reason}` : ''}`,
          ),
  })
}

/** The first sentence of a rated appraisal. */
export function judgedSentence({ predikat, suggestedPredikat }: ExplainedJudgement): Sentence {
  const name = (predikat ?? '').replaceAll('_', ' ')
  const suggested = suggestedPredikat?.replaceAll('_', ' ') ?? null
  if (suggested === null) {
    return {
      id: `Predikat ${name} menurut penilai; datanya terlalu sedikit untuk saran.`,
      en: `Predikat ${name} by the penilai; there were too few data for a suggestion.`,
    }
  }
  if (suggested === name)
    return { id: `Predikat ${name} menurut penilai, sama dengan saran.`, en: `Predikat ${name} by the penilai, as suggested.` }
  return {
    id: `Predikat ${name} menurut penilai; sarannya ${suggested}.`,
    en: `Predikat ${name} by the penilai; ${suggested} was suggested.`,
  }
}
