import type { ReactNode } from 'react'
import { ColumnsButton, FilterButton, TopToolbar, useListContext } from 'react-admin'
import { serverFilter } from '../data/build-query.ts'
import type { ResourceSpec } from '../data/specs.ts'
import { useIsPhone } from '../use-is-phone.ts'
import { DensitySwitch } from './DensitySwitch.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { PhoneFilterButton } from './PhoneFilterButton.tsx'

type Props = {
  spec: ResourceSpec
  hasFilters: boolean
  exportName: string | undefined
  more: ReactNode
  phoneFilters: { isOpen: boolean; onToggle: () => void }
}

/** Buttons over a list: more filters, choice of columns, density, export, and what the page adds. */
export function ListActions({ spec, hasFilters, exportName, more, phoneFilters }: Props) {
  const isPhone = useIsPhone()
  const { filterValues, filter } = useListContext()
  return (
    <TopToolbar className="tera-screen-only" sx={{ flexWrap: 'wrap' }}>
      {hasFilters && (isPhone ? <PhoneFilterButton {...phoneFilters} /> : <FilterButton disableSaveQuery />)}
      {!isPhone && <ColumnsButton />}
      {!isPhone && <DensitySwitch />}
      {exportName && <ExportMenu name={exportName} filter={serverFilter(spec, { ...filterValues, ...filter })} />}
      {more}
    </TopToolbar>
  )
}
