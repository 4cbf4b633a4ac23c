import type { Transaction } from '../../transact.ts'
import type { DatedActivity } from '../rules/jp-year.ts'

/** An activity of F10 with what it is called. Ids of participants are their own; those of other activities carry their kind in front. */
export type NamedActivity = DatedActivity & {
  readonly employeeId: string
  readonly kind: 'PROGRAMME' | 'TRAINING' | 'COACHING'
  readonly name: string
  readonly formId: number
  readonly completedOn: Date | null
}

type Reader = Pick<Transaction, 'participant' | 'trainingRecord' | 'coachingSession'>

const formOfCoaching = { COACHING: 14, MENTORING: 15, BIMBINGAN: 24, KONSELING: 25 } as const

/** Everything of these people that may count in a year, in list order: programmes of the year or completed in it, diklat that ended in it, and coaching. */
export async function activitiesOf(db: Reader, employeeIds: readonly string[], year: number): Promise<NamedActivity[]> {
  const [from, to] = [new Date(Date.UTC(year, 0, 1)), new Date(Date.UTC(year, 11, 31))]
  const within = { gte: from, lte: to }
  const participants = await db.participant.findMany({
    where: {
      employeeId: { in: [...employeeIds] },
      state: { notIn: ['CANDIDATE', 'NOT_SELECTED'] },
      OR: [{ completedOn: within }, { programme: { endsOn: within } }],
    },
    orderBy: [{ ordinal: 'asc' }],
    select: {
      ...{ id: true, employeeId: true, jp: true, minutes: true, attendancePct: true, isVerified: true, certificateNumber: true },
      completedOn: true,
      programme: { select: { name: true, formId: true } },
    },
  })
  const trainings = await db.trainingRecord.findMany({
    where: { employeeId: { in: [...employeeIds] }, endsOn: within },
    orderBy: [{ endsOn: 'asc' }, { id: 'asc' }],
    select: { id: true, employeeId: true, name: true, formId: true, jp: true, endsOn: true, certificateNumber: true },
  })
  const sessions = await db.coachingSession.findMany({
    where: { isConfirmed: true, heldOn: within, relation: { employeeId: { in: [...employeeIds] }, kind: { not: 'KONSELING' } } },
    orderBy: [{ heldOn: 'asc' }, { id: 'asc' }],
    select: { minutes: true, heldOn: true, relation: { select: { id: true, employeeId: true, kind: true } } },
  })
  return [
    ...participants.map(
      ({ id, employeeId, jp, minutes, attendancePct, isVerified, certificateNumber, completedOn, programme }): NamedActivity => ({
        ...{
          id,
          employeeId,
          kind: 'PROGRAMME',
          name: programme.name,
          formId: programme.formId,
          jp: jp?.toFixed() ?? null,
          minutes,
        },
        ...{ attendance: attendancePct?.toFixed() ?? null, verified: isVerified, cert: certificateNumber },
        ...{ completedOn, year: completedOn?.getUTCFullYear() ?? null },
      }),
    ),
    ...trainings.map(
      ({ id, employeeId, name, formId, jp, endsOn, certificateNumber }): NamedActivity => ({
        ...{ id: `training_${id}`, employeeId, kind: 'TRAINING', name, formId, jp: jp?.toFixed() ?? null, minutes: null },
        ...{ cert: certificateNumber, completedOn: endsOn, year },
      }),
    ),
    ...coachings(sessions, year),
  ]
}

/** The confirmed sessions of one relation are one activity, so that short ones are not rounded one by one. */
function coachings(
  sessions: readonly {
    readonly minutes: number
    readonly heldOn: Date
    readonly relation: { readonly id: string; readonly employeeId: string; readonly kind: keyof typeof formOfCoaching }
  }[],
  year: number,
): NamedActivity[] {
  const activities = new Map<string, NamedActivity>()
  for (const { minutes, heldOn, relation } of sessions) {
    const id = `coaching_${relation.id}`
    const before = Number(activities.get(id)?.minutes ?? 0)
    activities.set(id, {
      ...{ id, employeeId: relation.employeeId, kind: 'COACHING', name: relation.kind, formId: formOfCoaching[relation.kind] },
      ...{ minutes: before + minutes, completedOn: heldOn, year },
    })
  }
  return [...activities.values()]
}
