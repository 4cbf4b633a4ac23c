/**
 * Which groups must not be shown when a figure has to speak of at least `smallest` people (LOCAL): those below it, and while the hidden ones
 * together could be told from the total of all, the smallest of the others too. Empty groups hide nobody.
 */
export function hiddenGroups(groups: ReadonlyMap<string, number>, smallest: number): ReadonlySet<string> {
  const bySize = [...groups].filter(([, people]) => people > 0).sort(([, a], [, b]) => a - b)
  const hidden = new Set<string>()
  let together = 0
  for (const [key, people] of bySize) {
    const isTold = hidden.size > 0 && together < smallest
    if (people >= smallest && !isTold) break
    hidden.add(key)
    together += people
  }
  return hidden
}
