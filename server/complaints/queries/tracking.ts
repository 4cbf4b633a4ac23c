import type { Complaint, ComplaintMessage, Prisma } from '../../generated/prisma/client.ts'
import { codeHash } from '../rules/tracking-code.ts'

/** What the holder of a tracking code sees: no names, no numbers of the office, no notes. */
export type TrackedComplaint = Pick<
  Complaint,
  | 'id'
  | 'state'
  | 'category'
  | 'description'
  | 'receivedAt'
  | 'dueAt'
  | 'decisionReason'
  | 'forwardedTo'
  | 'reopenUntil'
  | 'satisfaction'
  | 'revision'
> & {
  readonly unitName: string | null
  readonly messages: readonly Pick<ComplaintMessage, 'kind' | 'text' | 'at'>[]
}

/** The complaint behind a code, or null: a code that never was, and text that is no code, take the same one statement. */
export async function trackedComplaint(
  tx: Pick<Prisma.TransactionClient, 'complaint'>,
  code: string,
): Promise<TrackedComplaint | null> {
  const row = await tx.complaint.findUnique({
    where: { codeHash: codeHash(code) ?? '' },
    select: {
      id: true,
      state: true,
      category: true,
      description: true,
      receivedAt: true,
      dueAt: true,
      decisionReason: true,
      forwardedTo: true,
      reopenUntil: true,
      satisfaction: true,
      revision: true,
      unit: { select: { name: true } },
      messages: {
        where: { kind: { not: 'NOTE' } },
        orderBy: [{ at: 'asc' }, { id: 'asc' }],
        take: 200,
        select: { kind: true, text: true, at: true },
      },
    },
  })
  if (!row) return null
  const { unit, ...complaint } = row
  return { ...complaint, unitName: unit?.name ?? null }
}
