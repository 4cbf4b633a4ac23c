import type { Sentence } from '../../language.ts'

/** The nine elements of PermenPANRB 14/2017 with the question that is asked for each. Known by their code: some offices print U8 and U9 in the other order. */
export const unsur = {
  U1: {
    name: { id: 'Persyaratan', en: 'Requirements' },
    question: {
      id: 'Bagaimana kesesuaian persyaratan dengan jenis pelayanannya?',
      en: 'How well do the requirements fit the service?',
    },
  },
  U2: {
    name: { id: 'Sistem, mekanisme, dan prosedur', en: 'System, mechanism and procedure' },
    question: { id: 'Bagaimana kemudahan prosedur pelayanan di unit ini?', en: 'How easy is the procedure of this service?' },
  },
  U3: {
    name: { id: 'Waktu penyelesaian', en: 'Time of completion' },
    question: { id: 'Bagaimana kecepatan waktu dalam memberikan pelayanan?', en: 'How quick was the service?' },
  },
  U4: {
    name: { id: 'Biaya/tarif', en: 'Cost' },
    question: { id: 'Bagaimana kewajaran biaya atau tarif pelayanan?', en: 'How fair is the cost of the service?' },
  },
  U5: {
    name: { id: 'Produk spesifikasi jenis pelayanan', en: 'Product of the service' },
    question: {
      id: 'Bagaimana kesesuaian hasil pelayanan dengan yang tercantum dalam standar pelayanan?',
      en: 'How well does what you received match the published standard of the service?',
    },
  },
  U6: {
    name: { id: 'Kompetensi pelaksana', en: 'Competence of the staff' },
    question: { id: 'Bagaimana kemampuan petugas dalam pelayanan?', en: 'How able were the staff?' },
  },
  U7: {
    name: { id: 'Perilaku pelaksana', en: 'Conduct of the staff' },
    question: { id: 'Bagaimana kesopanan dan keramahan petugas?', en: 'How polite and friendly were the staff?' },
  },
  U8: {
    name: { id: 'Sarana dan prasarana', en: 'Facilities' },
    question: { id: 'Bagaimana kualitas sarana dan prasarana?', en: 'How good are the facilities?' },
  },
  U9: {
    name: { id: 'Penanganan pengaduan, saran, dan masukan', en: 'Handling of complaints and suggestions' },
    question: {
      id: 'Bagaimana penanganan pengaduan, saran, dan masukan?',
      en: 'How well are complaints and suggestions handled?',
    },
  },
} as const satisfies Record<string, { readonly name: Sentence; readonly question: Sentence }>

export type UnsurCode = keyof typeof unsur

export const unsurCodes = Object.keys(unsur) as UnsurCode[]

export function isUnsur(code: string): code is UnsurCode {
  return Object.hasOwn(unsur, code)
}

/** What the four answers are called, from the worst to the best. */
export const answerWords = {
  1: { id: 'Tidak baik', en: 'Not good' },
  2: { id: 'Kurang baik', en: 'Less than good' },
  3: { id: 'Baik', en: 'Good' },
  4: { id: 'Sangat baik', en: 'Very good' },
} as const satisfies Record<number, Sentence>

/** Classes of PermenPANRB 14/2017. */
export const mutuWords = {
  A: { id: 'Sangat Baik', en: 'Very good' },
  B: { id: 'Baik', en: 'Good' },
  C: { id: 'Kurang Baik', en: 'Less than good' },
  D: { id: 'Tidak Baik', en: 'Not good' },
} as const satisfies Record<string, Sentence>
