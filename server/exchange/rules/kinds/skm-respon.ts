import { choicesOf, readChoice, readCode, readOptionalText, readText } from '../cells.ts'
import { readTime } from '../dates.ts'
import { column } from '../headers.ts'
import { readNumber } from '../numbers.ts'
import { accepted, reject } from '../outcome.ts'
import { cellAt, type MappedTable, type TableRow } from '../table.ts'
import { type Existing, type ImportKind, type Refusal, refuse, type Sourced } from './kind.ts'

const unsurColumn = (code: string, id: string, en: string) => column(code, id, en, { required: true })

const columns = {
  ticket: column('NOMOR TIKET', 'Nomor tiket', 'Ticket number', { required: true, synonyms: ['TIKET', 'NO TIKET'] }),
  unit: column('KODE UNIT', 'Kode unit', 'Unit code', { required: true }),
  answeredAt: column('TANGGAL', 'Waktu pengisian', 'Time of the answer', { required: true, synonyms: ['WAKTU'] }),
  u1: unsurColumn('U1', 'Persyaratan', 'Requirements'),
  u2: unsurColumn('U2', 'Sistem, mekanisme, prosedur', 'System, mechanism, procedure'),
  u3: unsurColumn('U3', 'Waktu penyelesaian', 'Time of completion'),
  u4: unsurColumn('U4', 'Biaya/tarif', 'Cost'),
  u5: unsurColumn('U5', 'Produk spesifikasi', 'Product'),
  u6: unsurColumn('U6', 'Kompetensi pelaksana', 'Competence of the staff'),
  u7: unsurColumn('U7', 'Perilaku pelaksana', 'Conduct of the staff'),
  u8: unsurColumn('U8', 'Sarana dan prasarana', 'Facilities'),
  u9: unsurColumn('U9', 'Penanganan pengaduan', 'Handling of complaints'),
  comment: column('SARAN', 'Saran', 'Suggestion'),
  mode: column('MODE', 'Cara mengisi', 'How it was filled in'),
  device: column('PERANGKAT', 'Perangkat', 'Device'),
} as const

type Key = keyof typeof columns

const unsurKeys = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7', 'u8', 'u9'] as const

export interface SurveyFileFacts {
  /** Units by code: whether they serve the public, and whether their survey of the year takes answers still. */
  readonly units: ReadonlyMap<string, { readonly isServiceUnit: boolean; readonly isClosed: boolean }>
  /** Tickets of the file that were used before. */
  readonly existing: Existing
}

/** One answer on paper, as long as it is not counted: what names ticket, minute and device is never stored with it. */
export interface SurveyFileRow extends Sourced {
  readonly ticket: string
  readonly unitCode: string
  /** Minutes since 1970 by the local clock. */
  readonly minute: number
  /** 1–4 for U1 to U9, 0 where it was not answered. */
  readonly scores: readonly number[]
  readonly comment: string | null
  readonly mode: 'MANDIRI' | 'DIBANTU'
  readonly device: string | null
}

/** What of a refused row is kept: an answer that was not counted stays as unnamed as one that was. */
export const keptOfSurveyRows = ['ticket', 'unit'] as const satisfies readonly Key[]

/**
 * Answers to surveys on paper or from a desk. Key: the ticket, which is used once: any later use is DUPLICATE_TICKET, be its answers the same or not. A
 * refused row does not use its ticket up.
 */
export const skmRespon: ImportKind<'skm-respon', Key, SurveyFileFacts, SurveyFileRow> = {
  name: 'skm-respon',
  columns,
  judge(table, facts, clock) {
    const used = new Set<string>()
    const records: SurveyFileRow[] = []
    const outcomes = table.rows.map((row) => {
      const outcome = accepted(row.line)
      const record = row.cells.length === table.width ? examine(row, table, facts, clock.year) : refuse('COLUMN_COUNT')
      if ('codes' in record) reject(outcome, record.codes, record.column)
      else if (used.has(record.key) || facts.existing.has(record.key))
        reject(outcome, ['DUPLICATE_TICKET'], columns.ticket.header)
      else {
        used.add(record.key)
        records.push(record)
      }
      return outcome
    })
    return { outcomes, records }
  },
}

const modeChoices = choicesOf(['MANDIRI', 'DIBANTU'] as const)

function examine(row: TableRow, table: MappedTable<Key>, facts: SurveyFileFacts, year: number): Refusal | SurveyFileRow {
  const { columns: at } = table
  const ticket = readCode(cellAt(row, at.ticket))
  if (ticket === '') return refuse('REQUIRED', columns.ticket.header)
  const unitCode = readCode(cellAt(row, at.unit))
  const unit = facts.units.get(unitCode)
  if (!unit) return refuse('UNKNOWN_UNIT', columns.unit.header)
  if (!unit.isServiceUnit) return refuse('NOT_SERVICE_UNIT', columns.unit.header)
  const answeredAt = readTime(cellAt(row, at.answeredAt))
  if (!answeredAt.ok) return refuse(answeredAt.code, columns.answeredAt.header)
  if (answeredAt.value === null) return refuse('BAD_DATE', columns.answeredAt.header)
  if (!answeredAt.value.startsWith(`${year}-`)) return refuse('OUT_OF_PERIOD', columns.answeredAt.header)
  if (unit.isClosed) return refuse('SURVEY_CLOSED', columns.unit.header)
  const scores = readScores(row, table)
  if ('codes' in scores) return scores
  if (scores.every((score) => score === 0)) return refuse('EMPTY_RESPONSE', columns.u1.header)
  const mode =
    readText(cellAt(row, at.mode)) === ''
      ? ({ ok: true, value: 'MANDIRI' } as const)
      : readChoice(cellAt(row, at.mode), modeChoices)
  if (!mode.ok) return refuse(mode.code, columns.mode.header)
  return {
    line: row.line,
    key: ticket,
    // Nothing that could lead from a stored row back to a line of the file.
    sourceHash: '',
    ticket,
    unitCode,
    minute: Math.floor(Date.parse(`${answeredAt.value}Z`) / 60_000),
    scores,
    comment: readOptionalText(cellAt(row, at.comment)),
    mode: mode.value,
    device: readOptionalText(cellAt(row, at.device)),
  }
}

/** The first bad answer decides: whole numbers other than 1 to 4 are OUT_OF_RANGE, anything else is BAD_NUMBER; blank or `-` is no answer. */
function readScores(row: TableRow, { columns: at }: MappedTable<Key>): Refusal | number[] {
  const scores: number[] = []
  for (const key of unsurKeys) {
    const number = readNumber(cellAt(row, at[key]))
    if (!number.ok || (number.value !== null && !/^-?\d+$/.test(number.value))) return refuse('BAD_NUMBER', columns[key].header)
    if (number.value !== null && !/^[1-4]$/.test(number.value)) return refuse('OUT_OF_RANGE', columns[key].header)
    scores.push(Number(number.value ?? 0))
  }
  return scores
}
