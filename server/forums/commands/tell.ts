import type { FkpAgreement } from '../../generated/prisma/client.ts'
import { nextMidnight } from '../../identity/rules/civil-date.ts'
import type { NewNotice } from '../../notices.ts'
import type { Transaction } from '../../transact.ts'

const longest = 120

/** Tells the owner of each agreement; the day ends at midnight of the city. */
export function agreementNotices(
  { id: fkpId, title }: { readonly id: string; readonly title: string },
  agreements: readonly Pick<FkpAgreement, 'id' | 'ownerId' | 'text' | 'dueOn'>[],
  kind: 'fkp.toFollowUp' | 'fkp.agreementOverdue',
  more: readonly NewNotice['to'][] = [],
): NewNotice[] {
  return agreements.flatMap(({ id, ownerId, text, dueOn }) =>
    [{ employeeId: ownerId }, ...more].map((to) => ({
      to,
      kind,
      params: { title, agreement: text.length > longest ? `${text.slice(0, longest)}…` : text },
      entity: { type: 'Fkp', id: fkpId },
      dueAt: new Date(nextMidnight(new Date(dueOn.getTime() + 43_200_000)).getTime() - 1),
      cause: id,
    })),
  )
}

/** What was asked about one agreement is done: it leaves the lists of those who were told, and what was asked about the others of its forum stays. */
export async function settleAgreement(tx: Transaction, id: string, now: Date): Promise<void> {
  const causes = ['fkp.toFollowUp', 'fkp.agreementOverdue'].map((kind) => ({ dedupeKey: { startsWith: `${kind}:${id}:` } }))
  await tx.notice.updateMany({ where: { OR: causes, doneAt: null }, data: { doneAt: now } })
}
