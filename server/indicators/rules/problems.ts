import { exact } from '../../math.ts'
import type { Definition } from './definition.ts'
import { faultsOf } from './faults.ts'
import { type Problem, type Surroundings, warning } from './problem.ts'

/** Everything wrong or doubtful about a definition, what blocks first. */
export function problemsOf(definition: Definition, surroundings: Surroundings): Problem[] {
  return [...faultsOf(definition, surroundings), ...warningsOf(definition, surroundings)]
}

/** Largest weight in per cent that a UNIT indicator should carry in a plan, unless the person leads the unit (domain B1). */
const unitShareMax = 30

/** What an approver should weigh. */
function warningsOf(definition: Definition, { isCounterKnown }: Surroundings): Problem[] {
  const {
    aspect,
    counterIndicatorCode,
    attribution,
    familyWeights,
    targetRule,
    baselinePeriod,
    aggregation,
    formulaText,
    denominatorText,
  } = definition
  const heavy =
    attribution === 'UNIT' ? familyWeights.filter(({ weight }) => exact(weight).gt(unitShareMax)).map(({ family }) => family) : []
  const found: (Problem | false)[] = [
    aspect === 'KUANTITAS' &&
      counterIndicatorCode === null &&
      warning(
        'counterIndicatorCode',
        'VOLUME_WITHOUT_COUNTER',
        'Indikator volume perlu indikator penyeimbang mutu.',
        'An indicator of volume should be paired with one of quality.',
      ),
    counterIndicatorCode !== null &&
      !isCounterKnown &&
      warning(
        'counterIndicatorCode',
        'UNKNOWN_COUNTER',
        `Indikator penyeimbang ${counterIndicatorCode} tidak ada di katalog.`,
        `The counter-indicator ${counterIndicatorCode} is not in the catalogue.`,
      ),
    heavy.length > 0 &&
      warning(
        'familyWeights',
        'UNIT_SHARE_OVER_30',
        `Indikator milik unit sebaiknya paling banyak ${unitShareMax} persen, kecuali bagi pimpinan unit: ${heavy.join(', ')}.`,
        `An indicator of the unit should carry at most ${unitShareMax} per cent, except for its head: ${heavy.join(', ')}.`,
      ),
    targetRule === 'BASELINE_PLUS_PCT' &&
      baselinePeriod === null &&
      warning('baselinePeriod', 'NO_BASELINE', 'Periode baseline belum disebutkan.', 'The period of the baseline is not named.'),
    formulaText === '' &&
      warning(
        'formulaText',
        'NO_FORMULA',
        'Rumus belum ditulis; pegawai berhak membacanya.',
        'The formula is not written down; employees are entitled to read it.',
      ),
    aggregation === 'RASIO' &&
      denominatorText === '' &&
      warning(
        'denominatorText',
        'NO_DENOMINATOR',
        'Penyebut rasio belum dijelaskan.',
        'The denominator of the ratio is not described.',
      ),
  ]
  return found.filter((problem) => problem !== false)
}
