import type { Jenjang } from './angka-kredit.ts'

/** `golonganId` of SIASN for the ranks of civil servants: the first digit is the group, the second the letter. */
const rankCodes: Readonly<Record<string, number>> = Object.fromEntries(
  ['I', 'II', 'III', 'IV'].flatMap((group, index) =>
    [...(group === 'IV' ? 'abcde' : 'abcd')].map((letter, place) => [`${group}/${letter}`, (index + 1) * 10 + place + 1]),
  ),
)

/** The code of a rank, or the text itself where SIASN has no code for it: ranks of PPPK. */
export function siasnGolongan(golongan: string | null): string {
  return golongan === null ? '' : String(rankCodes[golongan] ?? golongan)
}

/** `koefisienId` of SIASN by jenjang: its rows of "Baik", 100 %. */
const coefficientCodes = {
  AHLI_PERTAMA: 12,
  AHLI_MUDA: 22,
  AHLI_MADYA: 32,
  AHLI_UTAMA: 42,
  PEMULA: 52,
  TERAMPIL: 62,
  MAHIR: 72,
  PENYELIA: 82,
} as const satisfies Record<Jenjang, number>

export function siasnCoefficient(jenjang: Jenjang | null): number | null {
  return jenjang === null ? null : coefficientCodes[jenjang]
}
