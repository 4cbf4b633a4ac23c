/**
 * The performance year that a file is about on a day, when nobody says otherwise: until 10 January the year before, because measurements of
 * its last quarter are still recorded (LOCAL), then the running one.
 * @param today ISO date
 */
export function performanceYear(today: string): number {
  const year = Number(today.slice(0, 4))
  return today.slice(5) <= '01-10' ? year - 1 : year
}
