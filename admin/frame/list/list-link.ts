import type { Filter } from '../data/specs.ts'

/** The address of a list with filters set: what a number opens. */
export function listLink(resource: string, filter: Filter): string {
  return `/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}&displayedFilters=${encodeURIComponent(
    JSON.stringify(Object.fromEntries(Object.keys(filter).map((key) => [key, true]))),
  )}`
}
