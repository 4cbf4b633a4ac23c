import { jenjangOf } from './angka-kredit.ts'
import type { Level } from './indicator-achievement.ts'
import { type Predikat, siasnLevelCodes, siasnPredikatCodes } from './predikat.ts'
import { siasnCoefficient, siasnGolongan } from './siasn-codes.ts'

/** A final result as the exchange with SIASN needs it. Dates are ISO. */
export interface FinalResult {
  readonly id: string
  readonly nip: string
  readonly kind: 'ANNUAL' | 'QUARTER' | 'MONTH'
  readonly year: number
  readonly startsOn: string
  readonly endsOn: string
  readonly result: Level
  readonly behaviour: Level
  readonly predikat: Predikat
  /** Level of the position as planned; it names a coefficient for functional positions of civil servants alone. */
  readonly positionLevel: string | null
  /** Null where nobody is named as penilai. */
  readonly penilai: {
    readonly nip: string
    readonly name: string
    readonly position: string
    readonly golongan: string | null
    readonly unit: string
  } | null
}

/** Fields that both services share; names and codes are those of the SIASN web service (domain C7). */
interface Judged {
  readonly id: string
  readonly tahun: number
  readonly hasilKinerjaNilai: number
  readonly perilakuKerjaNilai: number
  readonly penilaiNipNrp: string
  readonly penilaiNama: string
  readonly penilaiJabatan: string
  readonly penilaiGolongan: string
  readonly penilaiUnorNama: string
}

export type AnnualRecord = Judged & {
  readonly service: 'skp22'
  readonly pnsDinilaiOrang: string
  readonly kuadranKinerjaNilai: number
  readonly statusPenilai: 'ASN' | 'NON ASN'
}

export type PeriodicRecord = Judged & {
  readonly service: 'kinerjaperiodik'
  readonly pnsDinilaiId: string
  /** 1 monthly, 2 quarterly. */
  readonly periodikId: 1 | 2
  readonly bulanMulaiPenilaian: number
  readonly bulanSelesaiPenilaian: number
  readonly tahunMulaiPenilaian: number
  readonly tahunSelesaiPenilaian: number
  readonly kuadranKinerjaNilai: number
  /** Of a functional position; null for others. */
  readonly koefisienId: number | null
}

export type SiasnRecord = AnnualRecord | PeriodicRecord

/** The result as the national system takes it: of a year for `skp22/save`, of a quarter or month for `kinerjaperiodik/save`. Codes 1–3 and 1–5. */
export function toSiasn({
  kind,
  nip,
  id,
  year,
  startsOn,
  endsOn,
  result,
  behaviour,
  predikat,
  positionLevel,
  penilai,
}: FinalResult): SiasnRecord {
  const judged: Judged & { readonly kuadranKinerjaNilai: number } = {
    id,
    tahun: year,
    hasilKinerjaNilai: siasnLevelCodes[result],
    perilakuKerjaNilai: siasnLevelCodes[behaviour],
    kuadranKinerjaNilai: siasnPredikatCodes[predikat],
    penilaiNipNrp: penilai?.nip ?? '',
    penilaiNama: penilai?.name ?? '',
    penilaiJabatan: penilai?.position ?? '',
    penilaiGolongan: siasnGolongan(penilai?.golongan ?? null),
    penilaiUnorNama: penilai?.unit ?? '',
  }
  if (kind === 'ANNUAL') {
    return { service: 'skp22', ...judged, pnsDinilaiOrang: nip, statusPenilai: penilai === null ? 'NON ASN' : 'ASN' }
  }
  return {
    service: 'kinerjaperiodik',
    ...judged,
    pnsDinilaiId: nip,
    periodikId: kind === 'MONTH' ? 1 : 2,
    bulanMulaiPenilaian: Number(startsOn.slice(5, 7)),
    bulanSelesaiPenilaian: Number(endsOn.slice(5, 7)),
    tahunMulaiPenilaian: Number(startsOn.slice(0, 4)),
    tahunSelesaiPenilaian: Number(endsOn.slice(0, 4)),
    koefisienId: siasnCoefficient(positionLevel === null ? null : jenjangOf(positionLevel)),
  }
}

const read = <Key extends string>(codes: Readonly<Record<Key, number>>, code: number): Key => {
  const [key] = (Object.entries(codes) as [Key, number][]).find(([, value]) => value === code) ?? []
  if (key === undefined) throw new RangeError(`SIASN has no code ${code} here.`)
  return key
}

/** The judgement that a record of SIASN carries. @throws RangeError for a code outside 1–3 or 1–5 */
export function fromSiasn(
  record: Pick<SiasnRecord, 'hasilKinerjaNilai' | 'perilakuKerjaNilai' | 'kuadranKinerjaNilai'>,
): Pick<FinalResult, 'result' | 'behaviour' | 'predikat'> {
  return {
    result: read(siasnLevelCodes, record.hasilKinerjaNilai),
    behaviour: read(siasnLevelCodes, record.perilakuKerjaNilai),
    predikat: read(siasnPredikatCodes, record.kuadranKinerjaNilai),
  }
}
