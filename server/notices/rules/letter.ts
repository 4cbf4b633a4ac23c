import type { Language, Sentence } from '../../language.ts'
import { cityTimeZone } from '../../organization/rules/deadlines.ts'

export type LetterFacts = {
  readonly language: Language
  /** Type of the record that the notice is about. */
  readonly entityType: string
  readonly isTask: boolean
  readonly dueAt: Date | null
  /** Address of the notice in the console. */
  readonly link: string
}

const topics: Readonly<Record<string, Sentence>> = {
  Skp: { id: 'sasaran kinerja pegawai (SKP)', en: 'performance plans' },
  Appraisal: { id: 'penilaian kinerja', en: 'performance appraisal' },
  Objection: { id: 'keberatan', en: 'objections' },
  Period: { id: 'periode penilaian', en: 'an appraisal period' },
  CalibrationSession: { id: 'sidang kalibrasi', en: 'calibration' },
  Dialogue: { id: 'dialog kinerja', en: 'performance dialogue' },
}

const anything: Sentence = { id: 'kinerja dan pembinaan', en: 'performance and development' }

/**
 * What goes out by mail because of a notice: that there is something, about what kind of thing, until when, and where it is read. Mail is read on the way
 * and by others, so it holds no name, no result and no reason.
 */
export function letterOf({ language, entityType, isTask, dueAt, link }: LetterFacts): {
  readonly subject: string
  readonly body: string
} {
  const topic = (topics[entityType] ?? anything)[language]
  const day = dueAt?.toLocaleDateString(language === 'id' ? 'id-ID' : 'en-GB', { dateStyle: 'long', timeZone: cityTimeZone })
  return language === 'id' ? indonesian(topic, isTask, day, link) : english(topic, isTask, day, link)
}

function indonesian(topic: string, isTask: boolean, day: string | undefined, link: string) {
  const what = isTask ? 'tugas' : 'pemberitahuan'
  const until = day ? `, paling lambat ${day}` : ''
  const body = `Yth. Bapak/Ibu,

Ada ${what} untuk Anda di Tera tentang ${topic}${until}.

Buka: ${link}

Surel ini dikirim otomatis dan tidak memuat isi penilaian. Mohon tidak dibalas.
`
  return { subject: `Tera: ada ${what} untuk Anda`, body }
}

function english(topic: string, isTask: boolean, day: string | undefined, link: string) {
  const what = isTask ? 'a task' : 'news'
  const until = day ? `, due by ${day}` : ''
  const body = `Good day,

There is ${what} for you in Tera about ${topic}${until}.

Open: ${link}

This message was sent by the system and holds nothing of an appraisal. Please do not answer it.
`
  return { subject: `Tera: there is ${what} for you`, body }
}
