import { visibleRatings } from '../../appraisals/queries/standing.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { type Actor, can, reachOf } from '../../identity/policy.ts'
import { nothing, privateEmployees, underUnits } from '../../organization/queries.ts'

/** The records on which notes can stand. */
export const notedTypes = ['Employee', 'Unit', 'Indicator', 'Appraisal'] as const

export type NotedType = (typeof notedTypes)[number]

const columns = {
  Employee: 'employeeId',
  Unit: 'unitId',
  Indicator: 'indicatorId',
  Appraisal: 'appraisalId',
} as const satisfies Record<NotedType, keyof Prisma.NoteUncheckedCreateInput>

/** The record that a note stands on. */
export type NotedRecord = { readonly type: NotedType; readonly id: string }

export function columnOf({ type, id }: NotedRecord): Partial<Record<(typeof columns)[NotedType], string>> {
  return { [columns[type]]: id }
}

type NoteOwner = Partial<Record<(typeof columns)[NotedType], string | null>>

/** The record of a stored note; a constraint of the table makes sure that there is exactly one. */
export function recordOf(note: NoteOwner): NotedRecord {
  for (const type of notedTypes) {
    const id = note[columns[type]]
    if (id) return { type, id }
  }
  throw new Error('A note stands on no record.')
}

/**
 * Records whose notes exist for this actor, by type: employees whose personal side they may see, units within their remit, indicators for
 * readers of the whole catalogue, appraisals whose rating they may read. People only: never the public, never a token.
 */
function notedRecords(actor: Actor, now: Date) {
  const reach = reachOf(actor, 'organization.read')
  const { unit = nothing } = reach === 'ALL' || reach.length === 0 ? {} : underUnits(reach)
  return {
    Employee: privateEmployees(actor),
    Unit: reach === 'ALL' ? {} : unit,
    Indicator: can(actor, 'indicators.read') ? {} : nothing,
    Appraisal: visibleRatings(actor, now),
  } as const
}

/** Which notes exist for this actor. */
export function visibleNotes(actor: Actor, now: Date): Prisma.NoteWhereInput {
  if (actor.kind !== 'USER') return nothing
  const { Employee, Unit, Indicator, Appraisal } = notedRecords(actor, now)
  return {
    OR: [
      { employeeId: { not: null }, employee: Employee },
      { unitId: { not: null }, unit: Unit },
      { indicatorId: { not: null }, indicator: Indicator },
      { appraisalId: { not: null }, appraisal: Appraisal },
    ],
  }
}

/** Does this record exist for the actor, as one whose notes they may read and write? */
export async function isNotable(
  db: Pick<Prisma.TransactionClient, 'employee' | 'unit' | 'indicator' | 'appraisal'>,
  actor: Actor,
  { type, id }: NotedRecord,
  now: Date,
): Promise<boolean> {
  if (actor.kind !== 'USER') return false
  const where = notedRecords(actor, now)[type]
  return (await countOf(db, type, { AND: [{ id }, where] })) > 0
}

function countOf(
  db: Pick<Prisma.TransactionClient, 'employee' | 'unit' | 'indicator' | 'appraisal'>,
  type: NotedType,
  where: object,
): Promise<number> {
  switch (type) {
    case 'Employee':
      return db.employee.count({ where })
    case 'Unit':
      return db.unit.count({ where })
    case 'Indicator':
      return db.indicator.count({ where })
    case 'Appraisal':
      return db.appraisal.count({ where })
  }
}
