import { deliveredToMe, measurementsToVerify, ratingsToGive } from './appraisals/queries/waiting.ts'
import { complaintsWaiting } from './complaints/queries/counts.ts'
import type { Context } from './context.ts'
import { importsToMend } from './exchange/queries/waiting.ts'
import { agreementsToFollowUp } from './forums/queries/waiting.ts'
import { draftsToApprove } from './indicators/queries/waiting.ts'
import { checkpointsWaiting } from './monitoring/queries/counts.ts'
import { deadJobs } from './notices/queries/waiting.ts'
import { objectionsWaiting } from './objections/queries/counts.ts'
import { issuesToMend } from './organization/queries/waiting.ts'
import { plansToDecide } from './planning/queries/waiting.ts'
import type { Waits } from './waiting-entry.ts'

/** What may wait for somebody, in the order in which it is shown: the kind, its description, and who counts it. A later area adds a line. */
export const waitingSources = {
  RATINGS_TO_GIVE: { description: "Appraisals of the caller's people that wait for a rating.", count: ratingsToGive },
  PLANS_TO_DECIDE: { description: "Plans (SKP) whose next step is the caller's.", count: plansToDecide },
  CHECKPOINTS: { description: 'Checkpoints that the caller files or reviews next.', count: checkpointsWaiting },
  OBJECTIONS: { description: "Objections whose next step is the caller's.", count: objectionsWaiting },
  MEASUREMENTS_TO_VERIFY: { description: 'Measurements that the caller may verify.', count: measurementsToVerify },
  DRAFTS_TO_APPROVE: {
    description: 'Drafts of indicators that somebody else wrote and the caller may publish.',
    count: draftsToApprove,
  },
  COMPLAINTS: { description: "Complaints of citizens whose next step is the caller's.", count: complaintsWaiting },
  FORUM_AGREEMENTS: {
    description: 'Agreements of public consultation forums that the caller answers for.',
    count: agreementsToFollowUp,
  },
  DATA_ISSUES: { description: 'Open issues in the data that the caller may mend.', count: issuesToMend },
  IMPORTS_TO_MEND: {
    description: 'Imports of the caller with refused rows, or that stopped, not read again since.',
    count: importsToMend,
  },
  DEAD_JOBS: { description: 'Jobs of the server that failed too often.', count: deadJobs },
  RESULTS_TO_READ: { description: 'Results of the caller that were delivered and not answered yet.', count: deliveredToMe },
} as const satisfies Record<string, { readonly description: string; readonly count: (context: Context) => Promise<Waits | null> }>

export type WaitingKind = keyof typeof waitingSources
export type WaitingItem = Waits & { readonly kind: WaitingKind }

/** What waits for the caller; kinds of which nothing waits are left out. At most one statement for each kind. */
export async function waitingFor(context: Context): Promise<WaitingItem[]> {
  const kinds = Object.keys(waitingSources) as WaitingKind[]
  const counted = await Promise.all(
    kinds.map(async (kind) => {
      const waits = await waitingSources[kind].count(context)
      return waits && waits.count > 0 ? [{ kind, ...waits }] : []
    }),
  )
  return counted.flat()
}
