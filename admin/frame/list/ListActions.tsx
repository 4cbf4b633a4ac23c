import type { ReactNode } from 'react'
import { ColumnsButton, FilterButton, TopToolbar, useListContext } from 'react-admin'
import { serverFilter } from '../data/build-query.ts'
import type { ResourceSpec } from '../data/specs.ts'
import { useIsPhone } from '../use-is-phone.ts'
import { ExportMenu } from './ExportMenu.tsx'

type Props = { spec: ResourceSpec; hasFilters: boolean; exportName: string | undefined; more: ReactNode }

/** Buttons over a list: more filters, choice of columns, export, and what the page adds. */
export function ListActions({ spec, hasFilters, exportName, more }: Props) {
  const isPhone = useIsPhone()
  const { filterValues, filter } = useListContext()
  return (
    <TopToolbar>
      {hasFilters && <FilterButton disableSaveQuery />}
      {!isPhone && <ColumnsButton />}
      {exportName && <ExportMenu name={exportName} filter={serverFilter(spec, { ...filterValues, ...filter })} />}
      {more}
    </TopToolbar>
  )
}
