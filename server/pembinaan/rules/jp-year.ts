import type { JpOutcome } from '../../generated/prisma/client.ts'
import { exact, roundHalfUp } from '../../math.ts'
import { type JpActivity, type JpCompliance, type JpEmploymentType, jpCompliance } from './jp-compliance.ts'
import { defaultJpSettings, type JpSettings } from './settings.ts'

/** An activity with the civil year in which it was completed; null while it runs. */
export type DatedActivity = JpActivity & { readonly year: number | null }

export type JpYear = Pick<JpCompliance, 'totalJp' | 'status' | 'gapJp' | 'steps'> & {
  /** What became of each activity, in the order given. */
  readonly activities: readonly { readonly id: string; readonly outcome: JpOutcome | null; readonly countedJp: number | null }[]
}

/**
 * F10 over the activities of one person: those completed in the year are judged in their order, the others are OUT_OF_YEAR. One that still runs has no
 * outcome. Hours have 2 decimals, half-up, each activity by itself.
 */
export function jpOfYear(
  year: number,
  employmentType: JpEmploymentType,
  activities: readonly DatedActivity[],
  settings: JpSettings = defaultJpSettings,
): JpYear {
  const judged = activities.filter((activity) => activity.year === year)
  const { rejected, ...compliance } = jpCompliance({ employmentType, activities: judged }, settings)
  const reasons = new Map(rejected.map(({ id, reason }) => [id, reason]))
  return {
    ...compliance,
    activities: activities.map((activity) => {
      const outcome: JpOutcome | null =
        activity.year === null ? null : activity.year === year ? (reasons.get(activity.id) ?? 'COUNTED') : 'OUT_OF_YEAR'
      return { id: activity.id, outcome, countedJp: outcome === 'COUNTED' ? declaredJp(activity, settings) : null }
    }),
  }
}

/** Hours as the certificate declares them, else minutes / 45 (LOCAL) with 2 decimals half-up. */
function declaredJp({ jp, minutes }: JpActivity, { jpMinutes }: JpSettings): number {
  if (jp !== null && jp !== undefined) return exact(jp).toNumber()
  return roundHalfUp(exact(minutes ?? 0).div(jpMinutes), 2)
}
