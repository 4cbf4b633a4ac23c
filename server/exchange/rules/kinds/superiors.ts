import { type RowOutcome, warn } from '../outcome.ts'

interface Subordinate {
  readonly nip: string
  /** As the file names the superior; empty for a number that cannot be a NIP, null for none. */
  readonly statedSuperiorNip: string | null
  superiorNip: string | null
}

/** The superior of a person that an earlier import stored; undefined for nobody. */
export type StoredSuperior = (nip: string) => { readonly superiorNip: string | null } | undefined

/**
 * Applies the links to superiors, once all rows are known, because a superior may stand after the subordinates. SELF_SUPERIOR: one's own NIP;
 * UNKNOWN_SUPERIOR: no accepted row and no stored person has it; SUPERIOR_CYCLE: every member of a cycle. Such a row stays accepted without the link.
 */
export function applySuperiors(records: readonly Subordinate[], owners: readonly RowOutcome[], storedOf: StoredSuperior): void {
  const byNip = new Map(records.map((record) => [record.nip, record]))
  records.forEach((record, index) => {
    const owner = owners[index]
    const { nip, statedSuperiorNip: stated } = record
    if (stated === null || !owner) return
    if (stated === nip) warn(owner, 'SELF_SUPERIOR')
    else if (byNip.has(stated) || storedOf(stated)) record.superiorNip = stated
    else warn(owner, 'UNKNOWN_SUPERIOR')
  })
  const inCycle = cycleMembers(
    records.map(({ nip }) => nip),
    (nip) => (byNip.get(nip) ?? storedOf(nip))?.superiorNip ?? null,
  )
  records.forEach((record, index) => {
    const owner = owners[index]
    if (!owner || !inCycle.has(record.nip)) return
    record.superiorNip = null
    warn(owner, 'SUPERIOR_CYCLE')
  })
}

/** Everybody has one superior at most, so a walk upwards either ends or runs into its own track: the part of the track from there on is the cycle. */
function cycleMembers(people: readonly string[], superiorOf: (nip: string) => string | null): ReadonlySet<string> {
  const settled = new Set<string>()
  const members = new Set<string>()
  for (const start of people) {
    const track: string[] = []
    const onTrack = new Set<string>()
    let nip: string | null = start
    while (nip !== null && !settled.has(nip) && !onTrack.has(nip)) {
      track.push(nip)
      onTrack.add(nip)
      nip = superiorOf(nip)
    }
    if (nip !== null && onTrack.has(nip)) for (const member of track.slice(track.indexOf(nip))) members.add(member)
    for (const seen of track) settled.add(seen)
  }
  return members
}
