import type { ErrorCode } from '../../errors.ts'
import type { Sentence } from '../../language.ts'

type Level = 'DI_ATAS' | 'SESUAI' | 'DI_BAWAH'

/** Both axes as they were delivered; null where the delivered result had none. */
export interface DeliveredLevels {
  readonly result: Level | null
  readonly behaviour: Level | null
  /** A final disciplinary decision sets the behaviour; no objection to an appraisal changes that. */
  readonly isMisconduct: boolean
}

export interface ObjectionRuling {
  readonly decision: 'DITOLAK' | 'DIKABULKAN_SEBAGIAN' | 'DIKABULKAN'
  readonly result: Level | null
  readonly behaviour: Level | null
}

export interface RulingFault {
  readonly code: ErrorCode
  readonly sentence: Sentence
  readonly fields: Readonly<Record<string, Sentence>>
}

const rank = { DI_BAWAH: 1, SESUAI: 2, DI_ATAS: 3 } as const satisfies Record<Level, number>

/**
 * What keeps a ruling on an objection from being taken down, or null. The superior of the penilai may change the result (PP 30/2019 art. 59). Rejected,
 * it stands as it was delivered; granted, wholly or in part, both levels are given, one at least is higher and none is lower: nobody fares worse for
 * having objected (LOCAL).
 */
export function rulingFault(delivered: DeliveredLevels, { decision, result, behaviour }: ObjectionRuling): RulingFault | null {
  const invalid = (sentence: Sentence, ...fields: string[]): RulingFault => ({
    code: 'INVALID_INPUT',
    sentence,
    fields: Object.fromEntries(fields.map((field) => [field, sentence])),
  })
  if (decision === 'DITOLAK') {
    const given = [...(result === null ? [] : ['result']), ...(behaviour === null ? [] : ['behaviour'])]
    return given.length === 0 ? null : invalid(stands, ...given)
  }
  if (result === null || behaviour === null) {
    return invalid(bothLevels, ...(result === null ? ['result'] : []), ...(behaviour === null ? ['behaviour'] : []))
  }
  if (delivered.isMisconduct && behaviour !== 'DI_BAWAH') return invalid(misconduct, 'behaviour')
  const steps = [change(delivered.result, result), change(delivered.behaviour, behaviour)]
  if (steps.some((step) => step < 0)) return invalid(neverWorse, 'result', 'behaviour')
  return steps.some((step) => step > 0) ? null : invalid(nothingChanges, 'result', 'behaviour')
}

function change(from: Level | null, to: Level): number {
  return from === null ? 1 : rank[to] - rank[from]
}

const stands = {
  id: 'Keberatan yang ditolak tidak mengubah hasil; kosongkan nilai baru.',
  en: 'A rejected objection changes nothing; leave the new levels empty.',
}
const bothLevels = {
  id: 'Keberatan yang dikabulkan memuat kedua nilai yang berlaku sekarang.',
  en: 'A granted objection names both levels that hold from now on.',
}
const neverWorse = {
  id: 'Keberatan tidak dapat membuat hasil menjadi lebih rendah.',
  en: 'Nobody fares worse for having objected: no level may be lower.',
}
const nothingChanges = {
  id: 'Keberatan yang dikabulkan mengubah sedikitnya satu nilai menjadi lebih tinggi.',
  en: 'A granted objection raises one level at least.',
}
const misconduct = {
  id: 'Putusan disiplin yang final menetapkan perilaku di bawah ekspektasi.',
  en: 'A final disciplinary decision sets the behaviour below expectation.',
}
