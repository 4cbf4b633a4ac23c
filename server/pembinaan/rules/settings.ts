export interface JpSettings {
  /** Least hours a year of a PNS. Law: PP 11/2017 art. 203. */
  readonly jpMinPns: number
  /** Most hours a contract year of a PPPK. Law: PP 49/2018 art. 40(1). */
  readonly jpMaxPppk: number
  /** Least hours of a PPPK; null while the region sets none. LOCAL. */
  readonly jpMinPppk: number | null
  /** Minutes of one JP. LOCAL here; common practice. */
  readonly jpMinutes: number
  /** Attendance (per cent) from which on an activity counts. LOCAL. */
  readonly minAttendancePct: number
}

export const defaultJpSettings: JpSettings = { jpMinPns: 20, jpMaxPppk: 24, jpMinPppk: null, jpMinutes: 45, minAttendancePct: 80 }
