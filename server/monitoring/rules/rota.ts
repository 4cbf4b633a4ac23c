/** A member of a team with what they have been given already. */
export interface RotaMember {
  readonly id: string
  readonly load: number
}

/** What is to be given to somebody; `subjectId` is whom it is about. */
export interface RotaTask {
  readonly id: string
  readonly subjectId: string
}

/**
 * The rota of a team: each task goes to the member with the least to do who has no conflict of interest, in turn where several have as little.
 * All looks at one person stay with one member. Null where everybody is in conflict: a person must be found for it.
 */
export function assignRota(
  tasks: readonly RotaTask[],
  members: readonly RotaMember[],
  isFree: (memberId: string, subjectId: string) => boolean,
): ReadonlyMap<string, string | null> {
  const load = new Map(members.map(({ id, load: given }) => [id, given]))
  const bySubject = new Map<string, string | null>()
  const assigned = new Map<string, string | null>()
  for (const { id, subjectId } of tasks) {
    let member = bySubject.get(subjectId)
    if (member === undefined) {
      const free = members.filter((one) => isFree(one.id, subjectId))
      member = free.reduce<string | null>(
        (least, one) => (least === null || (load.get(one.id) ?? 0) < (load.get(least) ?? 0) ? one.id : least),
        null,
      )
      bySubject.set(subjectId, member)
    }
    if (member !== null) load.set(member, (load.get(member) ?? 0) + 1)
    assigned.set(id, member)
  }
  return assigned
}
