/** What the check of integrity must know of one answer. It is known only until the answer is counted. */
export type Handed = {
  /** Mark of the device or browser; null where nothing tells one from another. */
  readonly device: string | null
  /** Minutes since any fixed instant. */
  readonly minute: number
  readonly isStraightFour: boolean
}

export type Burst = { readonly device: string; readonly responses: number }

/** A burst (domain B8, LOCAL): one device, at least ten answers of nothing but 4 within an hour. */
export const burst = { least: 10, withinMinutes: 60 } as const

/** From this many answers on a device is named as repeated, whatever it answered (LOCAL). */
export const repeatedDeviceFrom = 10

/**
 * Bursts among the answers of one survey, and the places of the answers that belong to one. Nothing is removed: the result is shown with and
 * without them.
 */
export function findBursts(answers: readonly Handed[]): { readonly bursts: Burst[]; readonly places: ReadonlySet<number> } {
  const places = new Set<number>()
  const bursts: Burst[] = []
  const suspects = answers.flatMap(({ device, minute, isStraightFour }, place) =>
    device !== null && isStraightFour ? [{ device, minute, place }] : [],
  )
  for (const [device, own] of Map.groupBy(suspects, (one) => one.device)) {
    const sorted = own.toSorted((a, b) => a.minute - b.minute)
    const inside = new Set<number>()
    let first = 0
    for (const [last, { minute }] of sorted.entries()) {
      while (minute - (sorted[first]?.minute ?? minute) > burst.withinMinutes) first += 1
      if (last - first + 1 >= burst.least) for (const { place } of sorted.slice(first, last + 1)) inside.add(place)
    }
    if (inside.size > 0) bursts.push({ device, responses: inside.size })
    for (const place of inside) places.add(place)
  }
  return { bursts, places }
}

/** How many answers each often used device gave, without those that belong to bursts. */
export function repeatedDevices(answers: readonly Handed[], inBursts: ReadonlySet<number>): number[] {
  const rest = answers.flatMap(({ device }, place) => (device !== null && !inBursts.has(place) ? [device] : []))
  const counts = [...Map.groupBy(rest, (device) => device).values()].map((own) => own.length)
  return counts.filter((count) => count >= repeatedDeviceFrom).sort((a, b) => b - a)
}
