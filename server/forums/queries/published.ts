import type { Prisma } from '../../generated/prisma/client.ts'

/** Most published forums on one public page. */
const mostForums = 50

const shown = {
  id: true,
  title: true,
  purpose: true,
  place: true,
  heldOn: true,
  minutes: true,
  unit: { select: { name: true } },
  invitations: { where: { attended: true }, select: { role: true } },
  issues: {
    orderBy: { number: 'asc' },
    select: {
      number: true,
      category: true,
      raisedBy: true,
      text: true,
      unit: { select: { name: true } },
      agreements: {
        orderBy: { number: 'asc' },
        select: { number: true, text: true, dueOn: true, state: true, result: true, proofUrl: true },
      },
    },
  },
} as const satisfies Prisma.FkpSelect

/** A forum as the public sees it: roles without names, and offices without officers (domain E3). */
export type PublishedFkp = Prisma.FkpGetPayload<{ select: typeof shown }>

export function publishedFkps(tx: Pick<Prisma.TransactionClient, 'fkp'>) {
  return tx.fkp.findMany({
    where: { state: 'DIPUBLIKASI' },
    orderBy: [{ heldOn: 'desc' }, { id: 'asc' }],
    take: mostForums,
    select: { id: true, title: true, heldOn: true, unit: { select: { name: true } }, _count: { select: { agreements: true } } },
  })
}

/** A published forum, or null: one that is not published is as if it were not. */
export function publishedFkp(tx: Pick<Prisma.TransactionClient, 'fkp'>, id: string): Promise<PublishedFkp | null> {
  return tx.fkp.findFirst({ where: { id, state: 'DIPUBLIKASI' }, select: shown })
}
