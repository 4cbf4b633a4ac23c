import type { Filter } from '../data/specs.ts'

/** How a list is set up: what a view keeps of its address. The number of the page is no part of it. */
export type ListSetup = { filter: Filter; displayedFilters?: Filter; sort: string; order: string; perPage: number }

/** The address of a list that is set up so, without its question mark. */
export function searchOf({ filter, displayedFilters = {}, sort, order, perPage }: ListSetup): string {
  return new URLSearchParams({
    filter: JSON.stringify(filter),
    displayedFilters: JSON.stringify(displayedFilters),
    sort,
    order,
    perPage: String(perPage),
  }).toString()
}

/** Whether two addresses show the same rows in the same order; which empty inputs stand open makes no difference. */
export function isSameSetup(one: string, other: string): boolean {
  return essence(one) === essence(other)
}

function essence(search: string): string {
  const parts = new URLSearchParams(search)
  return JSON.stringify([sorted(parts.get('filter')), parts.get('sort'), parts.get('order')])
}

function sorted(json: string | null): unknown {
  try {
    const filter: unknown = JSON.parse(json ?? '{}')
    if (typeof filter !== 'object' || filter === null) return {}
    return Object.entries(filter).sort(([a], [b]) => a.localeCompare(b))
  } catch {
    // An address that somebody mended by hand: it is no view.
    return null
  }
}
