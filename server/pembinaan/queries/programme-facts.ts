import type { Context } from '../../context.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'
import type { ProgrammeFacts } from '../policy/programmes.ts'

const select = {
  ...{
    id: true,
    code: true,
    name: true,
    state: true,
    revision: true,
    startsOn: true,
    endsOn: true,
    design: true,
    capacity: true,
    jp: true,
  },
  ...{ planId: true, eligibleKinds: true, eligibleTypes: true, eligibleUnitIds: true },
  unit: { select: { ancestors: { select: { ancestorId: true } } } },
  _count: {
    select: { participants: { where: { state: 'CANDIDATE' } } },
  },
} as const satisfies Prisma.PembinaanProgrammeSelect

type Row = Prisma.PembinaanProgrammeGetPayload<{ select: typeof select }>

export type LoadedProgramme = ProgrammeFacts & Omit<Row, 'unit' | '_count'>

function toFacts({ unit, _count, ...row }: Row, unjudged: number): LoadedProgramme {
  return {
    ...row,
    underUnitIds: unit.ancestors.map(({ ancestorId }) => ancestorId),
    undecided: _count.participants,
    unjudged,
  }
}

const isUnjudged = { state: { in: ['CONFIRMED', 'ATTENDED'] } } satisfies Prisma.ParticipantWhereInput

/** The programme with its row locked to the end of the transaction. */
export async function lockedProgramme(tx: Transaction, id: string): Promise<LoadedProgramme | null> {
  await tx.$queryRaw`SELECT id FROM pembinaan_programme WHERE id = ${id}::uuid FOR UPDATE`
  const row = await tx.pembinaanProgramme.findUnique({ where: { id }, select })
  return row && toFacts(row, await tx.participant.count({ where: { programmeId: id, ...isUnjudged } }))
}

/** What the policy must know of programmes; two statements for all that an answer asks for. */
export function programmeFacts({ db, loaders }: Pick<Context, 'db' | 'loaders'>, id: string): Promise<LoadedProgramme | null> {
  return loaders.load('programme.facts', id, async (ids) => {
    const [rows, unjudged] = await Promise.all([
      db.pembinaanProgramme.findMany({ where: { id: { in: [...ids] } }, select }),
      db.participant.groupBy({ by: ['programmeId'], where: { programmeId: { in: [...ids] }, ...isUnjudged }, _count: true }),
    ])
    const waiting = new Map(unjudged.map(({ programmeId, _count }) => [programmeId, _count]))
    const facts = new Map(rows.map((row) => [row.id, toFacts(row, waiting.get(row.id) ?? 0)]))
    return ids.map((one) => facts.get(one) ?? null)
  })
}
