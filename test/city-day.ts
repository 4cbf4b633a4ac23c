/** The invented city of the tests is built around this day, so that it is the same in each run. */
export const cityDay = new Date('2026-08-14T03:00:00Z')
