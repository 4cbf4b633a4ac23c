import type { Sentence } from '../../language.ts'
import { exact, type Numeric, roundHalfUp } from '../../math.ts'
import type { Level } from './indicator-achievement.ts'

export type ExplanationKind =
  | 'PREDIKAT'
  | 'AXIS'
  | 'RHK'
  | 'IKI'
  | 'MEASUREMENT'
  | 'EVIDENCE'
  | 'BEHAVIOUR_VALUE'
  | 'RATER_GROUP'
  | 'OVERRIDE'
  | 'BASIS'
  | 'PART'

export interface ExplanationInput {
  readonly name: Sentence | string
  /** A number with a decimal point, an ISO date, or an enum value. */
  readonly value: string
  /** `%`, or the unit of the indicator. */
  readonly unit: string | null
}

/** One step from the predikat down to its evidence. */
export interface ExplanationNode {
  /** Path from the root, such as `result.rhk-1.iki-1.q4`. */
  readonly key: string
  readonly parentKey: string | null
  readonly kind: ExplanationKind
  readonly label: Sentence | string
  /** The rule with its numbers filled in; null where nothing is calculated. */
  readonly formula: Sentence | null
  readonly inputs: readonly ExplanationInput[]
  /** What came out, as it is stored. */
  readonly value: string | null
  readonly level: Level | null
  /** Share (0–1, 6 decimals) in the whole axis; null where it has none. */
  readonly weight: number | null
  /** Percentage points that this part lifts the score of its axis above 100, or pulls it below; 2 decimals. Null outside hasil kerja. */
  readonly pointsWon: number | null
  readonly pointsLost: number | null
  /** The step rests on a local setting that no national rule contains. */
  readonly isLocal: boolean
  readonly localNote: Sentence | null
  readonly sentence: Sentence
  /** Address of the evidence. */
  readonly url: string | null
  readonly children: readonly ExplanationNode[]
}

type Given = Pick<ExplanationNode, 'key' | 'kind' | 'label' | 'sentence'> & Partial<ExplanationNode>

/** A node; what is not given is empty. Its parent is told by its key. */
export function node(given: Given): ExplanationNode {
  const cut = given.key.lastIndexOf('.')
  return {
    parentKey: given.kind === 'PREDIKAT' ? null : cut < 0 ? 'predikat' : given.key.slice(0, cut),
    formula: null,
    inputs: [],
    value: null,
    level: null,
    weight: null,
    pointsWon: null,
    pointsLost: null,
    isLocal: (given.localNote ?? null) !== null,
    localNote: null,
    url: null,
    children: [],
    ...given,
  }
}

/** The tree as a list, each node before its children: the table beside the picture. */
export function flatten(root: ExplanationNode): ExplanationNode[] {
  return [root, ...root.children.flatMap(flatten)]
}

export type Write = (value: Numeric) => string

const indonesian = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 6, useGrouping: false })
const english = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 6, useGrouping: false })

/** The same text with the decimal sign of each language. */
export function written(text: (write: Write) => string): Sentence {
  const number = (value: Numeric) => roundHalfUp(value, 6)
  return { id: text((value) => indonesian.format(number(value))), en: text((value) => english.format(number(value))) }
}

/** A large round number as it stands in running text: `10.000` and `10,000`. */
export function grouped(value: Numeric): Sentence {
  const number = roundHalfUp(value, 6)
  return { id: number.toLocaleString('id-ID'), en: number.toLocaleString('en-GB') }
}

/** A sentence in each language whose numbers are written as the language does. */
export function sentence(id: (write: Write) => string, en: (write: Write) => string): Sentence {
  return { id: written(id).id, en: written(en).en }
}

/** Text of a number for an input or a value: a decimal point, no superfluous zeros. */
export function plain(value: Numeric): string {
  return exact(roundHalfUp(value, 6)).toFixed()
}

export function input(name: Sentence | string, value: Numeric | null, unit: string | null = null): ExplanationInput[] {
  return value === null ? [] : [{ name, value: plain(value), unit }]
}

/** Share × (achievement − 100), split into what is won and what is lost; nulls where there is no achievement. */
export function points(
  weight: number | null,
  pct: Numeric | null,
): { readonly pointsWon: number | null; readonly pointsLost: number | null } {
  if (weight === null || pct === null) return { pointsWon: null, pointsLost: null }
  const shift = roundHalfUp(exact(pct).minus(100).times(weight), 2)
  return { pointsWon: Math.max(shift, 0), pointsLost: Math.max(-shift, 0) }
}

export const levelWords = {
  DI_ATAS: { id: 'di atas ekspektasi', en: 'above expectation' },
  SESUAI: { id: 'sesuai ekspektasi', en: 'as expected' },
  DI_BAWAH: { id: 'di bawah ekspektasi', en: 'below expectation' },
} as const satisfies Record<Level, Sentence>
