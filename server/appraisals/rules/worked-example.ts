import type { MeasureUnit } from '../../generated/prisma/client.ts'
import { targetFault } from '../../indicators/rules/target.ts'
import type { Sentence } from '../../language.ts'
import { exact, type Numeric, roundHalfUp } from '../../math.ts'
import { levelWords, sentence, written } from './explanation-node.ts'
import {
  type AchievementInput,
  type AchievementStatus,
  explainIndicatorAchievement,
  indicatorAchievement,
  type Level,
  levelOf,
  targetBounds,
} from './indicator-achievement.ts'
import { thresholdsOf } from './item.ts'
import type { AppraisalSettings } from './settings.ts'

/** A definition as far as F1 and the levels look at it. Amounts are exact decimal text. */
export interface ExampleDefinition extends Omit<AchievementInput, 'realisation' | 'naturalMaximum'> {
  readonly unit: MeasureUnit
  readonly maxValue: Numeric | null
  readonly levelLow: Numeric | null
  readonly levelHigh: Numeric | null
}

/** Where an example stands against the target. */
export type ExamplePlace = 'NOTHING' | 'BELOW' | 'LOW_END' | 'INSIDE' | 'AT_TARGET' | 'HIGH_END' | 'ABOVE' | 'OWN'

export interface WorkedExample {
  readonly place: ExamplePlace
  /** In the unit of the indicator, at most 6 decimals. */
  readonly realisation: number
  readonly status: AchievementStatus
  /** Per cent, 2 decimals half-up; null unless the status is OK. */
  readonly pct: number | null
  readonly level: Level | null
  /** F1 with its numbers filled in; null unless the status is OK. */
  readonly formula: Sentence | null
  readonly sentence: Sentence
}

/** Parts of the target (of each end of a range) that are tried. 0.85 and 1.15 fall beyond the thresholds of 90 and 110, 0.95 and 1.05 inside them. */
const below = ['0.85', '0.95']
const above = ['1.05', '1.15']

/** Units that are counted in whole numbers. */
const wholeUnits: readonly MeasureUnit[] = ['COUNT', 'RUPIAH']

/**
 * What F1 and the levels make of realisations below, at and above the target of a definition that is being written, with those at the edges: nothing
 * at all, both ends of a range, and a few events against a target of none. Empty where F1 cannot measure against the target. `own` is a
 * realisation of the reader's. Thresholds are those of the definition, else of the settings (LOCAL).
 */
export function workedExamples(
  definition: ExampleDefinition,
  own: Numeric | null,
  settings: AppraisalSettings,
): readonly WorkedExample[] {
  if (targetFault(definition) !== null) return []
  const places = [...placesOf(definition), ...(own === null ? [] : [['OWN', exact(own).toNumber()] as const])]
  return places.map(([place, realisation]) => example(place, realisation, definition, settings))
}

function placesOf(definition: ExampleDefinition): (readonly [ExamplePlace, number])[] {
  const bounds = targetBounds(definition)
  if (bounds === null) return []
  const { low, high } = bounds
  const isWhole = wholeUnits.includes(definition.unit)
  // A whole number beyond the target is rounded away from it, so that a small target has neighbours too.
  const under = (part: string) => (isWhole ? low.times(part).floor().toNumber() : roundHalfUp(low.times(part), 6))
  const over = (part: string) => (isWhole ? high.times(part).ceil().toNumber() : roundHalfUp(high.times(part), 6))
  const [lowest, highest] = [roundHalfUp(low, 6), roundHalfUp(high, 6)]
  const inside = roundHalfUp(low.plus(high).div(2), isWhole ? 0 : 6)
  const found: (readonly [ExamplePlace, number])[] =
    highest === 0
      ? [
          ['NOTHING', 0],
          ['ABOVE', 1],
          ['ABOVE', 2],
          ['ABOVE', 4],
        ]
      : [
          ['NOTHING', 0],
          ...below.map((part) => ['BELOW', under(part)] as const),
          ...(lowest === highest
            ? [['AT_TARGET', highest] as const]
            : [['LOW_END', lowest] as const, ['INSIDE', inside] as const, ['HIGH_END', highest] as const]),
          ...above.map((part) => ['ABOVE', over(part)] as const),
        ]
  const seen = new Set<number>()
  return found.filter(([, value]) => {
    const isNew = !seen.has(value)
    seen.add(value)
    return isNew && (definition.maxValue === null || exact(definition.maxValue).gte(value))
  })
}

function example(
  place: ExamplePlace,
  realisation: number,
  definition: ExampleDefinition,
  settings: AppraisalSettings,
): WorkedExample {
  const input = { ...definition, naturalMaximum: definition.maxValue, realisation }
  const { status, pct } = indicatorAchievement(input, settings)
  const level = pct === null ? null : levelOf(pct, thresholdsOf(definition, settings))
  return { place, realisation, status, pct, level, formula: formulaOf(input, settings), sentence: inWords(status, pct, level) }
}

function formulaOf(input: AchievementInput, settings: AppraisalSettings): Sentence | null {
  const steps = explainIndicatorAchievement(input, settings)
  if (steps.length === 0) return null
  return written((write) =>
    steps
      // The cap is only worth a line where it cut something off.
      .filter(({ inputs, value }, index) => index === 0 || inputs.a !== value)
      .map(({ formula, inputs, value }) => {
        const filled = formula.replace(/\b(R|L|U|a|cap)\b/g, (name) =>
          typeof inputs[name] === 'number' ? write(inputs[name]) : name,
        )
        return `${filled.replace('/', ' / ')} = ${write(Number(value))}`
      })
      .join('; '),
  )
}

function inWords(status: AchievementStatus, pct: number | null, level: Level | null): Sentence {
  if (pct === null || level === null) {
    return status === 'INVALID_REALISATION'
      ? { id: 'Realisasi negatif ditolak.', en: 'A negative realisation is refused.' }
      : { id: 'Tidak dapat dihitung.', en: 'Cannot be calculated.' }
  }
  return sentence(
    (n) => `Capaian ${n(pct)} %, ${levelWords[level].id}.`,
    (n) => `Achievement ${n(pct)} %, ${levelWords[level].en}.`,
  )
}
