import type { Sentence } from '../../language.ts'

export type DevelopmentForm = { readonly id: number; readonly name: Sentence; readonly isClassroom: boolean }

const form = (id: number, isClassroom: boolean, name: string, en: string): DevelopmentForm => ({
  id,
  isClassroom,
  name: { id: name, en },
})

/** Highest number of a form. */
export const lastForm = 25

/** Forms of development with the numbers of SIASN (jenisDiklat); classroom or not after the annex of PerLAN 10/2018. */
export const developmentForms: readonly DevelopmentForm[] = [
  form(1, true, 'Pelatihan struktural (kepemimpinan)', 'Leadership training'),
  form(2, true, 'Pelatihan fungsional', 'Functional training'),
  form(3, true, 'Pelatihan teknis', 'Technical training'),
  form(4, true, 'Workshop/lokakarya', 'Workshop'),
  form(5, true, 'Pelatihan manajerial', 'Managerial training'),
  form(6, true, 'Pelatihan sosial kultural', 'Socio-cultural training'),
  form(7, true, 'Sosialisasi', 'Briefing'),
  form(8, true, 'Bimbingan teknis', 'Technical guidance'),
  form(9, true, 'Seminar/konferensi/sarasehan', 'Seminar or conference'),
  form(10, false, 'Magang/praktik kerja', 'Internship'),
  form(11, true, 'Kursus', 'Course'),
  form(12, true, 'Penataran', 'Refresher course'),
  form(13, true, 'Pelatihan klasikal lainnya', 'Other classroom training'),
  form(14, false, 'Coaching', 'Coaching'),
  form(15, false, 'Mentoring', 'Mentoring'),
  form(16, false, 'E-learning', 'E-learning'),
  form(17, false, 'Pelatihan jarak jauh', 'Distance training'),
  form(18, false, 'Detasering (secondment)', 'Secondment'),
  form(19, false, 'Pembelajaran alam terbuka (outbound)', 'Outdoor learning'),
  form(20, false, 'Patok banding (benchmarking)', 'Benchmarking visit'),
  form(21, false, 'Pertukaran PNS dengan swasta/BUMN/BUMD', 'Exchange with companies'),
  form(22, false, 'Belajar mandiri', 'Self-study'),
  form(23, false, 'Komunitas belajar', 'Learning community'),
  form(24, false, 'Bimbingan di tempat kerja', 'Guidance at work'),
  form(25, false, 'Pelatihan nonklasikal lainnya', 'Other development outside the classroom'),
]
