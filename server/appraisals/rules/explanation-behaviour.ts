import type { Sentence } from '../../language.ts'
import { mean, roundHalfUp } from '../../math.ts'
import { behaviourValues } from './behaviour.ts'
import { type ExplanationNode, input, levelWords, node, plain, sentence, written } from './explanation-node.ts'
import type { Level } from './indicator-achievement.ts'
import type { JudgedValue } from './judgement.ts'
import type { AppraisalSettings } from './settings.ts'

/** The perilaku side of an appraisal as it is stored. */
export interface ExplainedBehaviour {
  readonly behaviourRating: Level | null
  readonly behaviourAmbiguous: boolean
  readonly behaviourAbove: number | null
  readonly behaviourBelow: number | null
  readonly isMisconduct: boolean
  /** Null for those who are not appraised. */
  readonly values: readonly JudgedValue[] | null
}

const valueNames = {
  BP: { id: 'Berorientasi Pelayanan', en: 'Service-oriented' },
  AK: { id: 'Akuntabel', en: 'Accountable' },
  KO: { id: 'Kompeten', en: 'Competent' },
  HA: { id: 'Harmonis', en: 'Harmonious' },
  LO: { id: 'Loyal', en: 'Loyal' },
  AD: { id: 'Adaptif', en: 'Adaptive' },
  KL: { id: 'Kolaboratif', en: 'Collaborative' },
} as const satisfies Record<JudgedValue['value'], Sentence>

const groupNames = {
  ATASAN: { id: 'Atasan', en: 'Superior' },
  REKAN: { id: 'Rekan', en: 'Peers' },
  BAWAHAN: { id: 'Bawahan', en: 'Subordinates' },
  DIRI: { id: 'Diri sendiri', en: 'Self' },
} as const

const groups = ['ATASAN', 'REKAN', 'BAWAHAN', 'DIRI'] as const

/** F3b over the seven values, each by F3a. */
export function explainBehaviour(behaviour: ExplainedBehaviour, settings: AppraisalSettings): ExplanationNode {
  const { behaviourRating, behaviourAbove, behaviourBelow, isMisconduct, values } = behaviour
  const count = behaviourValues.length
  return node({
    key: 'behaviour',
    kind: 'AXIS',
    label: { id: 'Perilaku kerja', en: 'Work behaviour' },
    formula:
      behaviourRating === null
        ? null
        : isMisconduct
          ? {
              id: 'putusan disiplin sedang atau berat → DI_BAWAH',
              en: 'final disciplinary decision (sedang or berat) → DI_BAWAH',
            }
          : written(() => `${behaviourAbove}/${count} ↑, ${behaviourBelow}/${count} ↓ → ${behaviourRating}`),
    inputs: [
      ...input({ id: 'nilai di atas ekspektasi', en: 'values above expectation' }, behaviourAbove),
      ...input({ id: 'nilai di bawah ekspektasi', en: 'values below expectation' }, behaviourBelow),
    ],
    value: behaviourRating,
    level: behaviourRating,
    localNote: isMisconduct
      ? {
          id: 'Bahwa putusan disiplin menentukan perilaku adalah kebijakan setempat.',
          en: 'That a disciplinary decision decides the behaviour is local policy.',
        }
      : {
          id: 'Kata "sebagian besar" dari PermenPANRB 6/2022 dihitung sebagai lebih dari separuh (kebijakan setempat).',
          en: 'The "most" of PermenPANRB 6/2022 is counted as more than half (local policy).',
        },
    sentence: behaviourSentence(behaviour),
    children: (values ?? []).map((value) => explainValue(value, settings)),
  })
}

function behaviourSentence({
  behaviourRating,
  behaviourAmbiguous,
  behaviourAbove,
  behaviourBelow,
  isMisconduct,
  values,
}: ExplainedBehaviour): Sentence {
  if (values === null) return { id: 'Tidak dinilai.', en: 'Not appraised.' }
  if (behaviourRating === null)
    return {
      id: 'Belum ada penilaian yang dapat dihitung untuk ketujuh nilai.',
      en: 'There are no usable ratings for all seven values yet.',
    }
  const word = levelWords[behaviourRating]
  if (isMisconduct)
    return {
      id: `Perilaku ${word.id} karena putusan disiplin pada periode ini.`,
      en: `Behaviour ${word.en} because of a disciplinary decision in the period.`,
    }
  const doubt = behaviourAmbiguous
    ? { id: ' Penilai harus memberi alasan.', en: ' The penilai must justify it.' }
    : { id: '', en: '' }
  return {
    id: `Perilaku ${word.id}: ${behaviourAbove} nilai di atas dan ${behaviourBelow} nilai di bawah ekspektasi.${doubt.id}`,
    en: `Behaviour ${word.en}: ${behaviourAbove} values above and ${behaviourBelow} below expectation.${doubt.en}`,
  }
}

function explainValue(
  { value, groups: ratings, score, level, dropped }: JudgedValue,
  settings: AppraisalSettings,
): ExplanationNode {
  const key = `behaviour.${value}`
  const counted = (['ATASAN', 'REKAN', 'BAWAHAN'] as const).filter(
    (group) => ratings[group].length > 0 && !dropped.includes(group),
  )
  const weights = settings.raterWeights
  const total = counted.reduce((sum, group) => sum + weights[group], 0)
  return node({
    key,
    kind: 'BEHAVIOUR_VALUE',
    label: valueNames[value],
    formula:
      score === null
        ? null
        : written(
            (n) =>
              `(${counted.map((group) => `${n(weights[group])} × ${n(roundHalfUp(mean(ratings[group]), 4))}`).join(' + ')}) / ${n(total)} = ${n(score)}`,
          ),
    value: score === null ? null : plain(score),
    level,
    weight: roundHalfUp(1 / behaviourValues.length, 6),
    localNote: sentence(
      (n) =>
        `Skala 1–3, bobot penilai ${n(weights.ATASAN)}/${n(weights.REKAN)}/${n(weights.BAWAHAN)} dan batas 1,5 dan 2,5 adalah kebijakan setempat.`,
      (n) =>
        `The scale 1–3, the rater weights ${n(weights.ATASAN)}/${n(weights.REKAN)}/${n(weights.BAWAHAN)} and the limits 1.5 and 2.5 are local policy.`,
    ),
    sentence:
      score === null || level === null
        ? { id: 'Belum ada kelompok penilai yang dapat dihitung.', en: 'There is no usable group of raters yet.' }
        : sentence(
            (n) => `Skor ${n(score)}, ${levelWords[level].id}.`,
            (n) => `Score ${n(score)}, ${levelWords[level].en}.`,
          ),
    children: groups.flatMap((group) =>
      explainGroup(key, group, ratings[group], group !== 'DIRI' && dropped.includes(group), settings),
    ),
  })
}

/** Number and mean of one group; the mean of a group too small to hide its members is not shown. */
function explainGroup(
  parent: string,
  group: (typeof groups)[number],
  ratings: readonly number[],
  isDropped: boolean,
  { raterWeights, anonymityMinRaters }: AppraisalSettings,
): ExplanationNode[] {
  if (ratings.length === 0) return []
  const count = ratings.length
  const average = isDropped ? null : roundHalfUp(mean(ratings), 4)
  const told = (): Sentence => {
    if (average === null)
      return {
        id: `Kurang dari ${anonymityMinRaters} penilai: tidak dihitung dan tidak ditampilkan, demi kerahasiaan.`,
        en: `Fewer than ${anonymityMinRaters} raters: not counted and not shown, for confidentiality.`,
      }
    const suffix =
      group === 'DIRI' ? { id: ', ditampilkan saja, tidak dihitung', en: ', shown only, not counted' } : { id: '', en: '' }
    return sentence(
      (n) => `Rata-rata ${n(average)} dari ${count} penilai${suffix.id}.`,
      (n) => `Mean ${n(average)} of ${count} ${count === 1 ? 'rater' : 'raters'}${suffix.en}.`,
    )
  }
  return [
    node({
      key: `${parent}.${group}`,
      kind: 'RATER_GROUP',
      label: groupNames[group],
      inputs: [
        ...input({ id: 'penilai', en: 'raters' }, count),
        ...(group === 'DIRI' ? [] : input({ id: 'bobot', en: 'weight' }, raterWeights[group])),
      ],
      value: average === null ? null : plain(average),
      localNote: {
        id: 'Bobot kelompok dan batas kerahasiaan adalah kebijakan setempat.',
        en: 'Group weights and the confidentiality limit are local policy.',
      },
      sentence: told(),
    }),
  ]
}
