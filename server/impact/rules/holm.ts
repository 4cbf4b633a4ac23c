/**
 * D8: Holm's step-down correction for several outcomes of one programme. Adjusted p values in the order given, each at most 1; compared with 0.05 they
 * keep the risk of any false claim among them at 5 %.
 */
export function holmAdjust(p: readonly number[]): number[] {
  const order = p.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value)
  const adjusted = new Array<number>(p.length).fill(1)
  let highest = 0
  order.forEach(({ value, index }, rank) => {
    highest = Math.max(highest, Math.min(1, value * (p.length - rank)))
    adjusted[index] = highest
  })
  return adjusted
}
