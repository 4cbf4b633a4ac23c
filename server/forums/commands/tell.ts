import type { FkpAgreement } from '../../generated/prisma/client.ts'
import { nextMidnight } from '../../identity/rules/civil-date.ts'
import type { NewNotice } from '../../notices.ts'

const longest = 120

/** Tells the owner of each agreement; the day ends at midnight of the city. */
export function agreementNotices(
  { title }: { readonly title: string },
  agreements: readonly Pick<FkpAgreement, 'id' | 'ownerId' | 'text' | 'dueOn'>[],
  kind: 'fkp.toFollowUp' | 'fkp.agreementOverdue',
  more: readonly NewNotice['to'][] = [],
): NewNotice[] {
  return agreements.flatMap(({ id, ownerId, text, dueOn }) =>
    [{ employeeId: ownerId }, ...more].map((to) => ({
      to,
      kind,
      params: { title, agreement: text.length > longest ? `${text.slice(0, longest)}…` : text },
      entity: { type: 'FkpAgreement', id },
      dueAt: new Date(nextMidnight(new Date(dueOn.getTime() + 43_200_000)).getTime() - 1),
      cause: id,
    })),
  )
}
