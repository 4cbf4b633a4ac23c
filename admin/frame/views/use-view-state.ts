import { useListContext, useStore } from 'react-admin'
import type { ViewContent } from './data.ts'
import { searchOf } from './view-search.ts'

/** Narrow rows on every list, kept for this person on this device. */
export function useDensity(): [isDense: boolean, setDense: (isDense: boolean) => void] {
  return useStore<boolean>('isDense', false)
}

/** Columns of a list that are hidden: react-admin's own choice of columns. */
export function useHiddenColumns(resource: string): [string[], (columns: string[]) => void] {
  return useStore<string[]>(`${resource}.datatable`, [])
}

/** How the list on the screen is set up now. */
export function useCurrentSetup(resource: string): Omit<ViewContent, 'name'> {
  const { filterValues, displayedFilters, sort, perPage } = useListContext()
  const [isDense] = useDensity()
  const [hiddenColumns] = useHiddenColumns(resource)
  const search = searchOf({
    filter: filterValues,
    displayedFilters: displayedFilters as Record<string, unknown>,
    sort: sort.field,
    order: sort.order,
    perPage,
  })
  return { search, hiddenColumns, isDense }
}
