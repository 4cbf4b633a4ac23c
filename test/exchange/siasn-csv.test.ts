import { expect, test } from 'vitest'
import { toSiasn } from '../../server/appraisals/rules/siasn.ts'
import { toExchangeCsv } from '../../server/exchange/rules/guard.ts'
import { siasnHead, siasnRow } from '../../server/exchange/rules/siasn-csv.ts'

const quarter = toSiasn({
  id: 'a1',
  nip: '198001012005012901',
  kind: 'QUARTER',
  year: 2025,
  startsOn: '2025-07-01',
  endsOn: '2025-09-30',
  result: 'DI_ATAS',
  behaviour: 'SESUAI',
  predikat: 'BAIK',
  positionLevel: 'Ahli Pertama',
  penilai: { nip: '197001011995011001', name: '=cmd|"calc"', position: 'Kepala; Plt.', golongan: 'III/d', unit: 'Dinas' },
})

test('a result is one line of codes: NIP in quotes, dates as numbers, no cell that a spreadsheet would run', () => {
  const lines = toExchangeCsv([...siasnHead('kinerjaperiodik'), siasnRow(quarter)]).split('\r\n')
  expect(lines).toHaveLength(4)
  expect(lines[1]).toBe(
    '"id";"pnsDinilaiId";"tahun";"periodikId";"bulanMulaiPenilaian";"bulanSelesaiPenilaian";"tahunMulaiPenilaian";"tahunSelesaiPenilaian";"hasilKinerjaNilai";"perilakuKerjaNilai";"kuadranKinerjaNilai";"koefisienId";"penilaiNipNrp";"penilaiNama";"penilaiJabatan";"penilaiGolongan";"penilaiUnorNama"',
  )
  expect(lines[2]).toBe(
    `"a1";"198001012005012901";2025;2;7;9;2025;2025;1;2;2;12;"197001011995011001";"'=cmd|""calc""";"Kepala; Plt.";"34";"Dinas"`,
  )
  expect(lines[0]?.split(';')).toHaveLength(lines[1]?.split(';').length ?? 0)
})
