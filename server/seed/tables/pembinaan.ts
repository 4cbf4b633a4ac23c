import type { CompetencyKind, PositionKind } from '../../generated/prisma/client.ts'

/** Competencies of PermenPANRB 38/2017, two technical ones, and the indicators whose results draw on them (LOCAL). */
export const competencies = [
  { code: 'MAN-01', name: 'Integritas', kind: 'MANAJERIAL', indicators: [] },
  { code: 'MAN-02', name: 'Kerja Sama', kind: 'MANAJERIAL', indicators: [] },
  { code: 'MAN-03', name: 'Komunikasi', kind: 'MANAJERIAL', indicators: ['SKM-01', 'HLT-02'] },
  { code: 'MAN-04', name: 'Orientasi pada Hasil', kind: 'MANAJERIAL', indicators: ['ADM-01', 'FIN-01'] },
  { code: 'MAN-05', name: 'Pelayanan Publik', kind: 'MANAJERIAL', indicators: ['CMP-01', 'HLT-03'] },
  { code: 'MAN-06', name: 'Pengembangan Diri dan Orang Lain', kind: 'MANAJERIAL', indicators: ['EDU-02', 'HRD-01'] },
  { code: 'MAN-07', name: 'Mengelola Perubahan', kind: 'MANAJERIAL', indicators: [] },
  { code: 'MAN-08', name: 'Pengambilan Keputusan', kind: 'MANAJERIAL', indicators: [] },
  { code: 'SOS-01', name: 'Perekat Bangsa', kind: 'SOSIAL_KULTURAL', indicators: [] },
  { code: 'TEK-01', name: 'Pelayanan digital', kind: 'TEKNIS', indicators: ['SEC-01'] },
  { code: 'TEK-02', name: 'Keselamatan lalu lintas', kind: 'TEKNIS', indicators: ['TRN-01', 'TRN-02'] },
] as const satisfies readonly {
  readonly code: string
  readonly name: string
  readonly kind: CompetencyKind
  readonly indicators: readonly string[]
}[]

/** Levels that posts usually ask for (LOCAL): rising with the place in the hierarchy. */
export const positionLevels = [
  { positionKind: 'PELAKSANA', level: 1 },
  { positionKind: 'FUNGSIONAL', level: 2 },
  { positionKind: 'STRUKTURAL', level: 3 },
] as const satisfies readonly { readonly positionKind: PositionKind; readonly level: number }[]

/** Programmes that ended: form, hours, competency, how many years ago, and which share of the staff took part. */
export const finishedProgrammes = [
  { code: 'PGB-01', name: 'E-learning antikorupsi', formId: 16, jp: '8', competency: 'MAN-01', yearsAgo: 1, share: 0.6 },
  { code: 'PGB-02', name: 'Pelatihan pelayanan prima', formId: 3, jp: '16', competency: 'MAN-05', yearsAgo: 1, share: 0.35 },
  {
    code: 'PGB-03',
    name: 'Bimbingan teknis pelayanan digital',
    formId: 8,
    jp: '12',
    competency: 'TEK-01',
    yearsAgo: 0,
    share: 0.3,
  },
  { code: 'PGB-04', name: 'Workshop kerja sama antarunit', formId: 4, jp: '10', competency: 'MAN-02', yearsAgo: 0, share: 0.4 },
] as const
