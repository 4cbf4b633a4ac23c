import { nipKey, readOptionalText, readText } from '../cells.ts'
import { readDate, readRequiredDate } from '../dates.ts'
import { column } from '../headers.ts'
import { cellAt } from '../table.ts'
import { warnOfSpans } from './history.ts'
import { type Existing, type ImportKind, judgeRows, type Known, refuse, rowHasher, type Sourced } from './kind.ts'
import { type PositionKind, readPositionKind, readPositionLevel } from './positions.ts'

const columns = {
  nip: column('NIP', 'NIP', 'NIP', { required: true, synonyms: ['NIP Baru'] }),
  title: column('JABATAN', 'Jabatan', 'Position', { required: true, synonyms: ['Nama Jabatan'] }),
  kind: column('JENIS JABATAN', 'Jenis jabatan', 'Kind of position', { synonyms: ['Jns. Jabatan'] }),
  level: column('JENJANG/ESELON', 'Jenjang/eselon', 'Level', { synonyms: ['Eselon / Jenjang', 'JENJANG', 'ESELON'] }),
  unitName: column('UNIT KERJA', 'Unit kerja', 'Unit', { synonyms: ['Unit Organisasi'] }),
  validFrom: column('TMT MULAI', 'TMT mulai', 'From', { required: true, synonyms: ['TMT JABATAN', 'TMT'] }),
  validTo: column('TMT SELESAI', 'TMT selesai', 'To', { required: true }),
  decreeNumber: column('NOMOR SK', 'Nomor SK', 'Decree number', { synonyms: ['NO SK'] }),
  decreeOn: column('TANGGAL SK', 'Tanggal SK', 'Decree date', { synonyms: ['TGL SK'] }),
} as const

type Key = keyof typeof columns

export interface HistoryFacts {
  /** Accepted employees, by NIP. */
  readonly employees: Known
  readonly existing: Existing
}

export interface PositionRow extends Sourced {
  readonly nip: string
  readonly title: string
  readonly positionKind: PositionKind | null
  readonly positionLevel: string | null
  /** The wording of the decree. */
  readonly unitName: string
  readonly validFrom: string
  readonly validTo: string | null
  readonly decreeNumber: string | null
  readonly decreeOn: string | null
}

/** Position history. Key: NIP and the whole row, so that only an identical row is skipped. */
export const riwayatJabatan: ImportKind<'riwayat-jabatan', Key, HistoryFacts, PositionRow> = {
  name: 'riwayat-jabatan',
  columns,
  judge(table, facts) {
    const { columns: at } = table
    const hashOf = rowHasher(columns, table)
    const judged = judgeRows<Key, PositionRow>(table, facts.existing, (row) => {
      const nip = nipKey(cellAt(row, at.nip))
      if (!facts.employees.has(nip)) return refuse('UNKNOWN_EMPLOYEE', columns.nip.header)
      const validFrom = readRequiredDate(cellAt(row, at.validFrom))
      if (!validFrom.ok) return refuse(validFrom.code, columns.validFrom.header)
      const validTo = readDate(cellAt(row, at.validTo))
      if (!validTo.ok) return refuse(validTo.code, columns.validTo.header)
      const decreeOn = readDate(cellAt(row, at.decreeOn))
      if (!decreeOn.ok) return refuse(decreeOn.code, columns.decreeOn.header)
      if (validTo.value !== null && validTo.value < validFrom.value) return refuse('DATE_ORDER', columns.validTo.header)
      const sourceHash = hashOf(row)
      const record = {
        line: row.line,
        key: `${nip}|${sourceHash}`,
        sourceHash,
        nip,
        title: readText(cellAt(row, at.title)),
        positionKind: readPositionKind(cellAt(row, at.kind)),
        positionLevel: readPositionLevel(cellAt(row, at.level)),
        unitName: readText(cellAt(row, at.unitName)),
        validFrom: validFrom.value,
        validTo: validTo.value,
        decreeNumber: readOptionalText(cellAt(row, at.decreeNumber)),
        decreeOn: decreeOn.value,
      }
      return { record, warnings: [] }
    })
    warnOfSpans(judged, { gaps: true })
    return { outcomes: judged.outcomes, records: judged.records }
  },
}
