import type { Sentence } from '../../language.ts'

/** Why somebody may not look at somebody else (domain D6): they are the same, or one stands above the other in the line of reporting. */
export type Conflict = 'SELF' | 'SUPERIOR' | 'SUBORDINATE'

export const conflictWords = {
  SELF: {
    id: 'Seseorang tidak memantau dirinya sendiri.',
    en: 'Nobody monitors themself.',
  },
  SUPERIOR: {
    id: 'Pemantau adalah atasan pegawai ini, langsung atau bertingkat; pemantauan harus independen.',
    en: 'The monitor is a superior of this employee, directly or further up; monitoring must be independent.',
  },
  SUBORDINATE: {
    id: 'Pemantau adalah bawahan pegawai ini, langsung atau bertingkat; pemantauan harus independen.',
    en: 'The monitor is a subordinate of this employee, directly or further down; monitoring must be independent.',
  },
} as const satisfies Record<Conflict, Sentence>

/** A person with everybody above them, the next one first. */
export interface InLine {
  readonly id: string
  readonly superiorIds: readonly string[]
}

/** The conflict of interest between a monitor and the person looked at; null when there is none. */
export function conflictOf(monitor: InLine, subject: InLine): Conflict | null {
  if (monitor.id === subject.id) return 'SELF'
  if (subject.superiorIds.includes(monitor.id)) return 'SUPERIOR'
  return monitor.superiorIds.includes(subject.id) ? 'SUBORDINATE' : null
}
