import type { RowCode } from '../../server/exchange/rules/row-codes.ts'
import { fullCode } from '../../server/seed/city.ts'

const headers = ['NIP Baru', 'Nama Pegawai', 'L/P', 'STATUS', 'JABATAN', 'TMT JABATAN', 'KODE UNIT', 'Catatan']

/** A staff list of so many good rows and two bad ones, under headers as another clerk writes them. */
export function staffFile(goodRows: number) {
  const unit = fullCode('04.01')
  const good = Array.from({ length: goodRows }, (_, index) => {
    const nip = `198503122010031${String(index + 100)}`
    return [nip, `Pegawai Baru ${index + 1}`, 'L', 'PNS', 'Analis Kebijakan', '01-03-2024', unit, '']
  })
  const rejected: readonly (readonly [nip: string, code: RowCode])[] = [
    ['198513322010031001', 'BIRTH_DATE'],
    ['198503122010031999', 'UNKNOWN_UNIT'],
  ]
  const [impossibleDay, elsewhere] = rejected.map(([nip]) => nip)
  const bad = [
    [impossibleDay, 'Tanggal Mustahil', 'L', 'PNS', 'Arsiparis', '01-03-2024', unit, 'lahir 32-13'],
    [elsewhere, 'Unit Hilang', 'L', 'PNS', 'Arsiparis', '01-03-2024', `${unit}.99`, 'unit lama'],
  ]
  const text = [headers, ...bad, ...good].map((cells) => cells.join(';')).join('\r\n')
  return { text, rejected, accepted: goodRows, nips: good.map(([nip = '']) => nip) }
}
