import type { LegalStanding } from '../../generated/prisma/client.ts'

/**
 * Kedudukan hukum of those who serve: they enter appraisal by default (AKTIF, study assignment, under a sanction), so they need a
 * superior, and only they can be one. CLTN, suspension, MPP and every form of leaving do neither.
 */
export const servingStandings = ['AKTIF', 'TUGAS_BELAJAR', 'HUKUMAN_DISIPLIN'] as const satisfies readonly LegalStanding[]

/** Does a person serve on `day`? `separatedOn` is the last day of service. */
export function isServing(
  { legalStanding, separatedOn }: { readonly legalStanding: LegalStanding; readonly separatedOn: Date | null },
  day: Date,
): boolean {
  return (servingStandings as readonly LegalStanding[]).includes(legalStanding) && (separatedOn === null || separatedOn >= day)
}
