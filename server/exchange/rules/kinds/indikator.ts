import type { Polarity } from '../../../appraisals/rules/indicator-achievement.ts'
import { choicesOf, readChoice, readCode, readOptionalText, readText } from '../cells.ts'
import { readDate } from '../dates.ts'
import { column } from '../headers.ts'
import { readInteger, readNumber } from '../numbers.ts'
import { warn } from '../outcome.ts'
import { type Cell, cellAt, type MappedTable, type TableRow } from '../table.ts'
import { type Existing, type ImportKind, judgeRows, type Known, type Refusal, refuse, rowHasher, type Sourced } from './kind.ts'

const aspects = [
  'KUANTITAS',
  'KUALITAS',
  'WAKTU',
  'BIAYA',
  'PENERIMA_LAYANAN',
  'PROSES_BISNIS',
  'PENGUATAN_INTERNAL',
  'ANGGARAN',
] as const
const measureUnits = ['COUNT', 'PERCENT', 'INDEX', 'DAYS', 'RUPIAH', 'RATE', 'SCORE'] as const
const polarities = ['MAXIMIZE', 'MINIMIZE', 'STABILIZE', 'RANGE'] as const satisfies readonly Polarity[]
const aggregations = ['JUMLAH', 'RASIO', 'RATA', 'TERAKHIR'] as const
const frequencies = ['TRIWULAN', 'SEMESTER', 'TAHUNAN'] as const
const attributions = ['INDIVIDUAL', 'TEAM', 'UNIT'] as const
const targetRules = ['FIXED', 'BASELINE_PLUS_PCT', 'PEER_PERCENTILE', 'STANDARD', 'TRAJECTORY'] as const

export type Aggregation = (typeof aggregations)[number]
export type Attribution = (typeof attributions)[number]

const columns = {
  code: column('KODE IKI', 'Kode indikator', 'Indicator code', { required: true, synonyms: ['KODE', 'KODE INDIKATOR'] }),
  name: column('NAMA INDIKATOR', 'Nama indikator', 'Indicator name', { required: true, synonyms: ['NAMA', 'INDIKATOR'] }),
  families: column('KELUARGA JABATAN (BOBOT)', 'Keluarga jabatan (bobot)', 'Position families (weight)', {
    synonyms: ['KELUARGA JABATAN'],
  }),
  aspect: column('ASPEK', 'Aspek', 'Aspect', { required: true }),
  unit: column('SATUAN', 'Satuan', 'Unit of measure', { required: true }),
  polarity: column('POLARITAS', 'Polaritas', 'Polarity', { required: true }),
  aggregation: column('AGREGASI', 'Agregasi', 'Aggregation', { required: true }),
  factor: column('FAKTOR', 'Faktor', 'Factor'),
  frequency: column('FREKUENSI', 'Frekuensi', 'Frequency', { required: true }),
  targetRule: column('ATURAN TARGET', 'Aturan target', 'Target rule'),
  target: column('TARGET', 'Target', 'Target'),
  targetMin: column('TARGET MIN', 'Target minimum', 'Target minimum'),
  targetMax: column('TARGET MAKS', 'Target maksimum', 'Target maximum'),
  tolerancePct: column('TOLERANSI %', 'Toleransi (%)', 'Tolerance (%)'),
  maxValue: column('NILAI MAKS', 'Nilai terbesar yang mungkin', 'Largest possible value'),
  minDenominator: column('MIN PENYEBUT', 'Penyebut minimum', 'Minimum denominator'),
  attribution: column('ATRIBUSI', 'Atribusi', 'Attribution', { required: true }),
  counterIndicator: column('INDIKATOR PENYEIMBANG', 'Indikator penyeimbang', 'Counter-indicator'),
  sourceSystem: column('SUMBER DATA', 'Sumber data', 'Source system'),
  sourceOwner: column('PEMILIK DATA', 'Pemilik data', 'Source owner'),
  version: column('VERSI', 'Versi', 'Version'),
  effectiveFrom: column('BERLAKU MULAI', 'Berlaku mulai', 'Effective from'),
} as const

type Key = keyof typeof columns

export interface IndicatorFacts {
  /** Indicators that are in the catalogue already, by code. */
  readonly indicators: Known
  readonly existing: Existing
}

export interface FamilyWeight {
  readonly family: string
  /** Per cent, exact decimal text. */
  readonly weight: string
}

/** Numbers are exact decimal text in the unit of the indicator. */
export interface IndicatorRow extends Sourced {
  readonly code: string
  readonly name: string
  readonly families: readonly FamilyWeight[]
  readonly aspect: (typeof aspects)[number]
  readonly unit: (typeof measureUnits)[number]
  readonly polarity: Polarity
  readonly aggregation: Aggregation
  readonly factor: string
  readonly frequency: (typeof frequencies)[number]
  readonly targetRule: (typeof targetRules)[number]
  readonly target: string | null
  readonly targetMin: string | null
  readonly targetMax: string | null
  readonly tolerancePct: string | null
  readonly maxValue: string | null
  readonly minDenominator: string | null
  readonly attribution: Attribution
  readonly counterIndicatorCode: string | null
  readonly sourceSystem: string
  readonly sourceOwner: string
  readonly version: number
  readonly effectiveFrom: string
}

const choices = {
  aspect: choicesOf(aspects),
  unit: choicesOf(measureUnits),
  polarity: choicesOf(polarities),
  aggregation: choicesOf(aggregations),
  frequency: choicesOf(frequencies),
  attribution: choicesOf(attributions),
  targetRule: choicesOf(targetRules),
}

/** The indicator catalogue (domain B1, LOCAL). Key: KODE IKI. */
export const indikator: ImportKind<'indikator', Key, IndicatorFacts, IndicatorRow> = {
  name: 'indikator',
  columns,
  judge(table, facts, clock) {
    const hashOf = rowHasher(columns, table)
    const judged = judgeRows<Key, IndicatorRow>(table, facts.existing, (row) => {
      const values = readValues(row, table, clock.year)
      if ('codes' in values) return values
      return { record: { line: row.line, key: values.code, sourceHash: hashOf(row), ...values }, warnings: [] }
    })
    const known = new Set([...judged.records, ...judged.stored].map((record) => record.code))
    judged.records.forEach(({ counterIndicatorCode }, index) => {
      const owner = judged.owners[index]
      const isKnown =
        counterIndicatorCode === null || known.has(counterIndicatorCode) || facts.indicators.has(counterIndicatorCode)
      if (owner && !isKnown) warn(owner, 'UNKNOWN_COUNTER')
    })
    return { outcomes: judged.outcomes, records: judged.records }
  },
}

function readValues(row: TableRow, { columns: at }: MappedTable<Key>, year: number): Refusal | Omit<IndicatorRow, keyof Sourced> {
  const cell = (key: Key): Cell => cellAt(row, at[key])
  const header = (key: Key): string => columns[key].header
  const code = readCode(cell('code'))
  if (!code) return refuse('REQUIRED', header('code'))
  const name = readText(cell('name'))
  if (!name) return refuse('REQUIRED', header('name'))
  const aspect = readChoice(cell('aspect'), choices.aspect)
  if (!aspect.ok) return refuse(aspect.code, header('aspect'))
  const unit = readChoice(cell('unit'), choices.unit)
  if (!unit.ok) return refuse(unit.code, header('unit'))
  const polarity = readChoice(cell('polarity'), choices.polarity)
  if (!polarity.ok) return refuse(polarity.code, header('polarity'))
  const aggregation = readChoice(cell('aggregation'), choices.aggregation)
  if (!aggregation.ok) return refuse(aggregation.code, header('aggregation'))
  const frequency = readChoice(cell('frequency'), choices.frequency)
  if (!frequency.ok) return refuse(frequency.code, header('frequency'))
  const attribution = readChoice(cell('attribution'), choices.attribution)
  if (!attribution.ok) return refuse(attribution.code, header('attribution'))
  const targetRule =
    readText(cell('targetRule')) === ''
      ? ({ ok: true, value: 'FIXED' } as const)
      : readChoice(cell('targetRule'), choices.targetRule)
  if (!targetRule.ok) return refuse(targetRule.code, header('targetRule'))
  const families = readFamilies(cell('families'))
  if (families === null) return refuse('BAD_NUMBER', header('families'))
  const numbers: Partial<Record<(typeof numeric)[number], string | null>> = {}
  for (const key of numeric) {
    const number = readNumber(cell(key))
    if (!number.ok) return refuse(number.code, header(key))
    numbers[key] = number.value
  }
  const version = readInteger(cell('version'))
  if (!version.ok) return refuse(version.code, header('version'))
  const effectiveFrom = readDate(cell('effectiveFrom'))
  if (!effectiveFrom.ok) return refuse(effectiveFrom.code, header('effectiveFrom'))
  return {
    code,
    name,
    families,
    aspect: aspect.value,
    unit: unit.value,
    polarity: polarity.value,
    aggregation: aggregation.value,
    factor: numbers.factor ?? '1',
    frequency: frequency.value,
    targetRule: targetRule.value,
    target: numbers.target ?? null,
    targetMin: numbers.targetMin ?? null,
    targetMax: numbers.targetMax ?? null,
    tolerancePct: numbers.tolerancePct ?? null,
    maxValue: numbers.maxValue ?? null,
    minDenominator: numbers.minDenominator ?? null,
    attribution: attribution.value,
    counterIndicatorCode: readOptionalText(cell('counterIndicator')),
    sourceSystem: readText(cell('sourceSystem')),
    sourceOwner: readText(cell('sourceOwner')),
    version: version.value ?? 1,
    effectiveFrom: effectiveFrom.value ?? `${year}-01-01`,
  }
}

const numeric = ['factor', 'target', 'targetMin', 'targetMax', 'tolerancePct', 'maxValue', 'minDenominator'] as const

/** `GURU=26|KEPALA_SEKOLAH=20`, weights in per cent; null when a part cannot be read. */
function readFamilies(cell: Cell): FamilyWeight[] | null {
  const families: FamilyWeight[] = []
  for (const part of readText(cell).split('|').filter(Boolean)) {
    const [family = '', weight = ''] = part.split('=').map((side) => side.trim())
    const number = readNumber(weight)
    if (!family || !number.ok || number.value === null) return null
    families.push({ family, weight: number.value })
  }
  return families
}
