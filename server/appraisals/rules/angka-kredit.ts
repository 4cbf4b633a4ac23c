import { exact, roundHalfUp, type Step } from '../../math.ts'
import type { Predikat } from './predikat.ts'

export type Jenjang = 'PEMULA' | 'TERAMPIL' | 'MAHIR' | 'PENYELIA' | 'AHLI_PERTAMA' | 'AHLI_MUDA' | 'AHLI_MADYA' | 'AHLI_UTAMA'

/** Share of the yearly coefficient by predikat, in per cent (PermenPANRB 1/2023, PerBKN 3/2023). */
const predikatPct = { SANGAT_BAIK: 150, BAIK: 100, BUTUH_PERBAIKAN: 75, KURANG: 50, SANGAT_KURANG: 25 } as const satisfies Record<
  Predikat,
  number
>

/** Coefficient a year by jenjang, with the code of SIASN (PermenPANRB 1/2023, PerBKN 3/2023). */
export const jenjangTable = {
  PEMULA: { siasn: 'PM', coefficient: '3.75' },
  TERAMPIL: { siasn: 'TR', coefficient: '5' },
  MAHIR: { siasn: 'MH', coefficient: '12.5' },
  PENYELIA: { siasn: 'PY', coefficient: '25' },
  AHLI_PERTAMA: { siasn: 'PT', coefficient: '12.5' },
  AHLI_MUDA: { siasn: 'MU', coefficient: '25' },
  AHLI_MADYA: { siasn: 'MA', coefficient: '37.5' },
  AHLI_UTAMA: { siasn: 'UT', coefficient: '50' },
} as const satisfies Record<Jenjang, { siasn: string; coefficient: string }>

/** The jenjang that a text names: `AHLI_MUDA`, `Ahli Muda`, or the code `MU` of SIASN; null for one that is none. */
export function jenjangOf(text: string): Jenjang | null {
  const word = text.trim().toUpperCase().replace(/\s+/gu, '_')
  const names = Object.keys(jenjangTable) as Jenjang[]
  return names.find((name) => name === word || jenjangTable[name].siasn === word) ?? null
}

/** F7: angka kredit of one row (one jenjang, one predikat, 1–12 months), 2 decimals half-up. Sums add the rounded rows. */
export function angkaKredit(input: { jenjang: Jenjang; predikat: Predikat; months?: number | null }): {
  value: number
  steps: Step[]
} {
  const months = input.months ?? 12
  const { coefficient } = jenjangTable[input.jenjang]
  const pct = predikatPct[input.predikat]
  const value = roundHalfUp(exact(coefficient).times(pct).times(months).div(1200), 2)
  return {
    value,
    steps: [{ formula: 'months/12 × pct × coefficient', inputs: { months, pct, coefficient: Number(coefficient) }, value }],
  }
}
