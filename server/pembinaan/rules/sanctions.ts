/** Sanctions of PP 94/2021 art. 8, with their level. */
export const sanctions = {
  TEGURAN_LISAN: { level: 'RINGAN', description: 'Oral reprimand.' },
  TEGURAN_TERTULIS: { level: 'RINGAN', description: 'Written reprimand.' },
  PERNYATAAN_TIDAK_PUAS: { level: 'RINGAN', description: 'Written statement of discontent.' },
  POTONG_TUKIN_25_6: { level: 'SEDANG', description: 'Performance allowance cut by 25 % for 6 months.' },
  POTONG_TUKIN_25_9: { level: 'SEDANG', description: 'Performance allowance cut by 25 % for 9 months.' },
  POTONG_TUKIN_25_12: { level: 'SEDANG', description: 'Performance allowance cut by 25 % for 12 months.' },
  PENURUNAN_JABATAN_12: { level: 'BERAT', description: 'Demotion by one level for 12 months.' },
  PEMBEBASAN_JADI_PELAKSANA_12: { level: 'BERAT', description: 'Release to a pelaksana post for 12 months.' },
  PDHTAPS: { level: 'BERAT', description: 'Honourable discharge not at own request.' },
} as const

export type Sanction = keyof typeof sanctions
