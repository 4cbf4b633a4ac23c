import { describe, expect, test } from 'vitest'
import { predikatOf } from '../../../server/appraisals/rules/predikat.ts'
import { type FinalResult, fromSiasn, toSiasn } from '../../../server/appraisals/rules/siasn.ts'

const levels = ['DI_ATAS', 'SESUAI', 'DI_BAWAH'] as const
const base: FinalResult = {
  id: 'a',
  nip: '198001012005012901',
  kind: 'ANNUAL',
  year: 2025,
  startsOn: '2025-01-01',
  endsOn: '2025-12-31',
  result: 'SESUAI',
  behaviour: 'SESUAI',
  predikat: 'BAIK',
  positionLevel: null,
  penilai: { nip: '197001011995011001', name: 'Penilai', position: 'Kepala', golongan: 'IV/a', unit: 'Dinas' },
}

describe('the exchange with SIASN', () => {
  test.each(levels.flatMap((result) => levels.map((behaviour) => [result, behaviour] as const)))(
    'brings %s × %s back as it was sent',
    (result, behaviour) => {
      const judgement = { result, behaviour, predikat: predikatOf(result, behaviour) }
      for (const kind of ['ANNUAL', 'QUARTER'] as const) {
        expect(fromSiasn(JSON.parse(JSON.stringify(toSiasn({ ...base, kind, ...judgement }))))).toEqual(judgement)
      }
    },
  )

  test('uses the codes 1–3 and 1–5 and the names of its services', () => {
    expect(toSiasn({ ...base, result: 'DI_ATAS', behaviour: 'DI_BAWAH', predikat: 'KURANG' })).toMatchObject({
      service: 'skp22',
      pnsDinilaiOrang: base.nip,
      hasilKinerjaNilai: 1,
      perilakuKerjaNilai: 3,
      kuadranKinerjaNilai: 4,
      penilaiNama: 'Penilai',
      penilaiGolongan: '41',
      statusPenilai: 'ASN',
    })
    expect(toSiasn({ ...base, kind: 'QUARTER', startsOn: '2025-07-01', endsOn: '2025-09-30' })).toMatchObject({
      service: 'kinerjaperiodik',
      pnsDinilaiId: base.nip,
      periodikId: 2,
      bulanMulaiPenilaian: 7,
      bulanSelesaiPenilaian: 9,
      tahunSelesaiPenilaian: 2025,
      koefisienId: null,
    })
    const functional = { ...base, kind: 'QUARTER', positionLevel: 'Ahli Muda' } as const
    expect(toSiasn(functional)).toMatchObject({ koefisienId: 22 })
    expect(toSiasn({ ...base, penilai: null })).toMatchObject({ statusPenilai: 'NON ASN', penilaiNipNrp: '' })
  })

  test('refuses codes that do not exist', () => {
    expect(() => fromSiasn({ hasilKinerjaNilai: 4, perilakuKerjaNilai: 1, kuadranKinerjaNilai: 1 })).toThrow(RangeError)
    expect(() => fromSiasn({ hasilKinerjaNilai: 1, perilakuKerjaNilai: 1, kuadranKinerjaNilai: 0 })).toThrow(RangeError)
  })
})
