import { type Exact, exact, type Numeric, roundHalfUp, type Step, sum } from '../../math.ts'
import { defaultJpSettings, type JpSettings } from './settings.ts'

/** CPNS count as PNS, part-time PPPK as PPPK. */
export type JpEmploymentType = 'PNS' | 'CPNS' | 'PPPK' | 'PPPK_PARUH_WAKTU'
export type JpStatus = 'COMPLIANT' | 'SHORT' | 'WITHIN_CEILING' | 'OVER_CEILING'
export type JpRejection = 'UNVERIFIED' | 'ATTENDANCE' | 'DUPLICATE'

/** One activity that was completed in the year. */
export interface JpActivity<Id = string> {
  readonly id: Id
  /** Hours as declared on the certificate; decides when given. */
  readonly jp?: Numeric | null
  readonly minutes?: Numeric | null
  /** Per cent; 100 when not given. */
  readonly attendance?: Numeric | null
  /** True when not given. */
  readonly verified?: boolean | null
  /** Certificate number; the first counted activity in list order owns it. */
  readonly cert?: string | null
}

export interface JpCompliance<Id = string> {
  /** 2 decimals */
  readonly totalJp: number
  readonly status: JpStatus
  /** Hours missing (SHORT) or in excess (OVER_CEILING), 2 decimals; else 0. */
  readonly gapJp: number
  readonly rejected: readonly { readonly id: Id; readonly reason: JpRejection }[]
  readonly steps: readonly Step[]
}

/**
 * F10: hours of competency development in a year against PP 11/2017 art. 203 (PNS, a minimum) and PP 49/2018 art. 40(1) (PPPK, a ceiling:
 * hours above it are told, never erased). Which activities count is LOCAL. A rejected activity does not register its certificate.
 */
export function jpCompliance<Id = string>(
  input: { readonly employmentType: JpEmploymentType; readonly activities: readonly JpActivity<Id>[] },
  settings: JpSettings = defaultJpSettings,
): JpCompliance<Id> {
  const certificates = new Set<string>()
  const rejected: { id: Id; reason: JpRejection }[] = []
  const hours: Exact[] = []
  for (const activity of input.activities) {
    const reason = rejectionOf(activity, certificates, settings)
    if (reason !== null) {
      rejected.push({ id: activity.id, reason })
      continue
    }
    if (activity.cert) certificates.add(activity.cert)
    hours.push(hoursOf(activity, settings))
  }
  const total = sum(hours)
  const { status, gap, formula } = judge(total, input.employmentType, settings)
  const totalJp = roundHalfUp(total, 2)
  return {
    totalJp,
    status,
    gapJp: roundHalfUp(gap, 2),
    rejected,
    steps: [
      { formula: 'Σ JP of the counted activities', inputs: { jp: hours.map((value) => value.toNumber()) }, value: totalJp },
      { formula, inputs: { totalJp }, value: status },
    ],
  }
}

/** The tests in this order; the first that fails is the reason. */
function rejectionOf<Id>(activity: JpActivity<Id>, certificates: ReadonlySet<string>, settings: JpSettings): JpRejection | null {
  if (activity.verified === false) return 'UNVERIFIED'
  if (exact(activity.attendance ?? 100).lt(settings.minAttendancePct)) return 'ATTENDANCE'
  return activity.cert && certificates.has(activity.cert) ? 'DUPLICATE' : null
}

/** Each activity is rounded before it is added. */
function hoursOf<Id>({ jp, minutes }: JpActivity<Id>, settings: JpSettings): Exact {
  if (jp !== null && jp !== undefined) return exact(jp)
  return exact(roundHalfUp(exact(minutes ?? 0).div(settings.jpMinutes), 2))
}

function judge(
  total: Exact,
  employmentType: JpEmploymentType,
  settings: JpSettings,
): { status: JpStatus; gap: Exact; formula: string } {
  const isPppk = employmentType === 'PPPK' || employmentType === 'PPPK_PARUH_WAKTU'
  const minimum = isPppk ? settings.jpMinPppk : settings.jpMinPns
  if (minimum !== null && total.lt(minimum))
    return { status: 'SHORT', gap: exact(minimum).minus(total), formula: `total < ${minimum}` }
  if (!isPppk) return { status: 'COMPLIANT', gap: exact(0), formula: `total ≥ ${minimum}` }
  const excess = total.minus(settings.jpMaxPppk)
  if (excess.gt(0)) return { status: 'OVER_CEILING', gap: excess, formula: `total > ${settings.jpMaxPppk}` }
  return { status: 'WITHIN_CEILING', gap: exact(0), formula: `total ≤ ${settings.jpMaxPppk}` }
}
