/** Figures of a candidate as a citation tells them. */
export type CitedScore = {
  readonly basis: 'SCORE'
  readonly raw: number
  readonly theta: number
  readonly reliability: number
  readonly n: number
  readonly people: number
  readonly mu: number
}

export type CitedRate = {
  readonly basis: 'RATE'
  readonly indicatorCode: string
  readonly indicatorName: string
  readonly x0: number
  readonly e0: number
  readonly x1: number
  readonly e1: number
  readonly rr: number
  readonly ciLow: number
  readonly ciHigh: number
  readonly baselineYears: number
}

const write = (value: number, places: number) =>
  value.toLocaleString('id-ID', { minimumFractionDigits: places, maximumFractionDigits: places })

/** The sentence of a decree on what an award rests on, with the figures as they were at the proposal; in Indonesian, as decrees are. */
export function citationOf(figures: CitedScore | CitedRate, periodKey: string): string {
  if (figures.basis === 'SCORE') {
    const { theta, raw, n, reliability, people, mu } = figures
    return `Capaian terukur periode ${periodKey}: ${write(theta, 2)}% setelah penyusutan (F12), dari ${write(raw, 2)}% atas ${n} indikator dengan keandalan ${write(reliability, 2)}; rata-rata ${people} pegawai ${write(mu, 2)}%.`
  }
  const { indicatorCode, indicatorName, x0, e0, x1, e1, rr, ciLow, ciHigh, baselineYears } = figures
  return `${indicatorName} (${indicatorCode}), ${periodKey}: ${x1} kejadian atas eksposur ${write(e1, 1)}, dibanding ${x0} atas ${write(e0, 1)} dalam ${baselineYears} tahun sebelumnya; rasio laju ${write(rr, 2)} dengan selang kepercayaan 95% ${write(ciLow, 2)}–${write(ciHigh, 2)} (F22).`
}
