/** The civil days of a quarter such as `2025-TW4`, as ISO dates. */
export function quarterDays(key: string): { from: string; to: string } {
  const [year = '', number = '1'] = key.split('-TW')
  const first = Number(number) * 3 - 2
  const last = new Date(Date.UTC(Number(year), first + 2, 0))
  return { from: `${year}-${String(first).padStart(2, '0')}-01`, to: last.toISOString().slice(0, 10) }
}
