import { choicesOf, nipKey, readChoice, readOptionalText } from '../cells.ts'
import { readDate } from '../dates.ts'
import { column } from '../headers.ts'
import { readInteger, readNumber } from '../numbers.ts'
import { cellAt, type MappedTable, type TableRow } from '../table.ts'
import {
  type Existing,
  type ImportClock,
  type ImportKind,
  judgeRows,
  type Refusal,
  refuse,
  rowHasher,
  type Sourced,
  type Verdict,
} from './kind.ts'

const rating = (code: string, value: string) => column(code, value, value, { required: true })

const columns = {
  year: column('TAHUN', 'Tahun', 'Year', { required: true }),
  ratee: column('NIP DINILAI', 'NIP yang dinilai', 'NIP of the ratee', { required: true }),
  rater: column('NIP PENILAI', 'NIP pemberi nilai', 'NIP of the rater', { required: true }),
  group: column('KELOMPOK', 'Kelompok penilai', 'Rater group', { required: true }),
  bp: rating('BP', 'Berorientasi pelayanan'),
  ak: rating('AK', 'Akuntabel'),
  ko: rating('KO', 'Kompeten'),
  ha: rating('HA', 'Harmonis'),
  lo: rating('LO', 'Loyal'),
  ad: rating('AD', 'Adaptif'),
  kl: rating('KL', 'Kolaboratif'),
  result: column('HASIL KERJA', 'Hasil kerja menurut atasan', 'Work result by the superior'),
  ratedOn: column('TANGGAL', 'Tanggal', 'Date'),
  note: column('CATATAN', 'Catatan', 'Note'),
} as const

type Key = keyof typeof columns

const raterGroups = ['ATASAN', 'REKAN', 'BAWAHAN', 'DIRI'] as const
export type RaterGroup = (typeof raterGroups)[number]

/** The seven BerAKHLAK values and the superior's judgement of the work result, in the order of the file. */
const scaleKeys = ['bp', 'ak', 'ko', 'ha', 'lo', 'ad', 'kl', 'result'] as const
type Scale = Record<(typeof scaleKeys)[number], number | null>

export interface RatingFacts {
  /** Accepted employees by NIP, with the superior that is applied. */
  readonly employees: ReadonlyMap<string, { readonly superiorNip: string | null }>
  readonly existing: Existing
}

/** Values are 1 (below), 2 (as) or 3 (above expectation); null where the rater left them blank. */
export interface RatingRow extends Sourced, Readonly<Scale> {
  readonly year: number
  readonly rateeNip: string
  readonly raterNip: string
  readonly group: RaterGroup
  readonly ratedOn: string | null
  readonly note: string | null
}

/** Behaviour ratings. Key: year, ratee, rater and group. */
export const perilaku360: ImportKind<'perilaku-360', Key, RatingFacts, RatingRow> = {
  name: 'perilaku-360',
  columns,
  judge(table, facts, clock) {
    const hashOf = rowHasher(columns, table)
    const { outcomes, records } = judgeRows(table, facts.existing, (row) => examine(row, table, facts, clock, hashOf))
    return { outcomes, records }
  },
}

const groupChoices = choicesOf(raterGroups)

function examine(
  row: TableRow,
  table: MappedTable<Key>,
  facts: RatingFacts,
  clock: ImportClock,
  hashOf: (row: TableRow) => string,
): Verdict<RatingRow> {
  const { columns: at } = table
  const year = readInteger(cellAt(row, at.year))
  if (!year.ok || year.value !== clock.year) return refuse('BAD_PERIOD', columns.year.header)
  const rateeNip = nipKey(cellAt(row, at.ratee))
  const ratee = facts.employees.get(rateeNip)
  if (!ratee) return refuse('UNKNOWN_EMPLOYEE', columns.ratee.header)
  const raterNip = nipKey(cellAt(row, at.rater))
  if (!facts.employees.has(raterNip)) return refuse('UNKNOWN_RATER', columns.rater.header)
  const group = readChoice(cellAt(row, at.group), groupChoices)
  if (!group.ok) return refuse(group.code, columns.group.header)
  if (rateeNip === raterNip && group.value !== 'DIRI') return refuse('SELF_APPRAISAL', columns.group.header)
  // DIRI means oneself: somebody else's rating under it names the wrong group.
  if (rateeNip !== raterNip && group.value === 'DIRI') return refuse('BAD_ENUM', columns.group.header)
  const isBySuperior = group.value === 'ATASAN'
  if (isBySuperior && ratee.superiorNip !== null && ratee.superiorNip !== raterNip)
    return refuse('NOT_PENILAI', columns.rater.header)
  const scale = readScale(row, table)
  if ('codes' in scale) return scale
  const ratedOn = readDate(cellAt(row, at.ratedOn))
  if (!ratedOn.ok) return refuse(ratedOn.code, columns.ratedOn.header)
  const record = {
    line: row.line,
    key: `${clock.year}|${rateeNip}|${raterNip}|${group.value}`,
    sourceHash: hashOf(row),
    year: clock.year,
    rateeNip,
    raterNip,
    group: group.value,
    ...scale,
    ratedOn: ratedOn.value,
    note: readOptionalText(cellAt(row, at.note)),
  }
  return { record, warnings: isBySuperior && ratee.superiorNip === null ? ['PENILAI_UNVERIFIED'] : [] }
}

/** The first bad cell decides: words are BAD_NUMBER, any number but 1, 2 and 3 is OUT_OF_RANGE, blank is no answer. */
function readScale(row: TableRow, { columns: at }: MappedTable<Key>): Refusal | Scale {
  const scale: Scale = { bp: null, ak: null, ko: null, ha: null, lo: null, ad: null, kl: null, result: null }
  for (const key of scaleKeys) {
    const number = readNumber(cellAt(row, at[key]))
    if (!number.ok) return refuse(number.code, columns[key].header)
    if (number.value === null) continue
    if (!/^[123]$/.test(number.value)) return refuse('OUT_OF_RANGE', columns[key].header)
    scale[key] = Number(number.value)
  }
  return scale
}
