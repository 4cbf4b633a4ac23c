export type NipError =
  | 'FORMAT'
  | 'BIRTH_DATE'
  | 'TMT_OR_CONTRACT_CODE'
  | 'SEX'
  | 'SERIAL'
  | 'PPPK_YEAR'
  | 'TMT_FUTURE'
  | 'AGE_AT_APPOINTMENT'

export type NipWarning = 'AGE_OVER_40'

/** What the digits say; a part is null where its digits are invalid or do not apply. */
export interface ParsedNip {
  readonly valid: boolean
  readonly type: 'PNS' | 'PPPK' | null
  /** yyyy-mm-dd */
  readonly birthDate: string | null
  readonly appointmentYear: number | null
  /** Month (1–12) of the appointment as CPNS; PNS only. */
  readonly tmtMonth: number | null
  /** Contract code (21 and up); PPPK only. */
  readonly contractCode: number | null
  readonly sex: 'M' | 'F' | null
  /** Three digits as text. */
  readonly serial: string | null
  /** Every fault that was found, in the order of the digits' checks; FORMAT stands alone. */
  readonly errors: readonly NipError[]
}

const nothing = {
  type: null,
  birthDate: null,
  appointmentYear: null,
  tmtMonth: null,
  contractCode: null,
  sex: null,
  serial: null,
} as const

/**
 * F16: reads an NIP or NI PPPK (18 digits: birth date, year of appointment, month or contract code, sex, serial). `today` (yyyy-mm-dd) bounds
 * the year of appointment. Reports all faults together and never throws. There is no check digit, and an NI PPPK may change with the contract.
 */
export function parseNip(nip: string, today: string): ParsedNip {
  const digits = normalizeNip(nip)
  if (!/^[0-9]{18}$/.test(digits)) return { valid: false, ...nothing, errors: ['FORMAT'] }
  const birthDate = readDate(digits.slice(0, 8))
  const appointmentYear = Number(digits.slice(8, 12))
  const code = Number(digits.slice(12, 14))
  const type = kindOf(code)
  const sex = sexOf(digits.charAt(14))
  const serial = digits.slice(15)
  const parsed = {
    type,
    birthDate,
    appointmentYear,
    tmtMonth: type === 'PNS' ? code : null,
    contractCode: type === 'PPPK' ? code : null,
    sex,
    serial: serial === '000' ? null : serial,
  }

  const errors: NipError[] = []
  if (birthDate === null) errors.push('BIRTH_DATE')
  if (type === null) errors.push('TMT_OR_CONTRACT_CODE')
  if (sex === null) errors.push('SEX')
  if (parsed.serial === null) errors.push('SERIAL')
  // PP 49/2018 created the PPPK; the first were appointed in 2019.
  if (type === 'PPPK' && appointmentYear < 2019) errors.push('PPPK_YEAR')
  if (appointmentYear > Number(today.slice(0, 4)) + 1) errors.push('TMT_FUTURE')
  const months = monthsAtAppointment(parsed)
  if (months !== null && months < 17 * 12) errors.push('AGE_AT_APPOINTMENT')
  return { valid: errors.length === 0, ...parsed, errors }
}

/** What is unusual but possible: an appointment after the 40th birthday. */
export function nipWarnings(nip: ParsedNip): NipWarning[] {
  const months = monthsAtAppointment(nip)
  return months !== null && months > 40 * 12 ? ['AGE_OVER_40'] : []
}

/** Drops what clerks and spreadsheets add: blanks of any kind, dots and a leading apostrophe. */
export function normalizeNip(nip: string): string {
  return nip.replace(/[\s.]/gu, '').replace(/^['’]/u, '')
}

function kindOf(code: number): ParsedNip['type'] {
  if (code >= 1 && code <= 12) return 'PNS'
  return code >= 21 ? 'PPPK' : null
}

function sexOf(digit: string): ParsedNip['sex'] {
  if (digit === '1') return 'M'
  return digit === '2' ? 'F' : null
}

/** Age in whole months by year and month alone; a PPPK counts in December of the year of appointment. */
function monthsAtAppointment({ type, birthDate, appointmentYear, tmtMonth }: Omit<ParsedNip, 'valid' | 'errors'>): number | null {
  if (type === null || birthDate === null || appointmentYear === null) return null
  return (appointmentYear - Number(birthDate.slice(0, 4))) * 12 + (tmtMonth ?? 12) - Number(birthDate.slice(5, 7))
}

function readDate(digits: string): string | null {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6))]
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const lastDay = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  if (lastDay === undefined || day < 1 || day > lastDay) return null
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
}
