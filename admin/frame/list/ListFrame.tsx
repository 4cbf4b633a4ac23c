import { Box, Card, type SxProps } from '@mui/material'
import { type ReactElement, type ReactNode, useState } from 'react'
import { DataTable, List, type RaRecord, useListContext } from 'react-admin'
import type { Filter, ResourceSpec } from '../data/specs.ts'
import type { MessageKey } from '../language/messages.ts'
import { FaultNotice } from '../state/FaultNotice.tsx'
import { PageSkeleton } from '../state/PageSkeleton.tsx'
import { useIsPhone } from '../use-is-phone.ts'
import { useDensity } from '../views/use-view-state.ts'
import { ViewBar } from '../views/ViewBar.tsx'
import { CardList, type CardOf, type RowClick } from './CardList.tsx'
import { ListActions } from './ListActions.tsx'
import { ListHelp } from './ListHelp.tsx'
import { ListPagination } from './ListPagination.tsx'
import { NoMatch } from './NoMatch.tsx'

export type ListFrameProps<Row extends RaRecord> = {
  spec: ResourceSpec
  title: MessageKey
  /** One or two sentences for somebody who sees the page for the first time. */
  help: MessageKey
  /** Inputs of the filters; they live in the address. */
  filters?: ReactElement[]
  /** Filters that hold until the person chooses others. */
  filterDefaultValues?: Filter
  sort: { field: string; order: 'ASC' | 'DESC' }
  /** Name of the list under /exports/; none when the list is not exported. */
  exportName?: string
  /** Columns of the table: `<DataTable.Col>` elements. */
  columns: ReactNode
  /** The same row as a card, for phones. */
  card: CardOf<Row>
  empty: ReactElement
  /** Buttons beside the export. */
  actions?: ReactNode
  aside?: ReactElement
  /** Between the filters and the rows: tabs by state. */
  above?: ReactNode
  /** What a click on a row opens; `false` for lists without a page per record. */
  rowClick?: RowClick
  /** Look of one row, such as that of the one that is open beside the list. */
  rowSx?: (row: Row) => SxProps
  /** `BulkCommandButton`s for chosen rows; without them no row can be chosen. */
  bulk?: ReactElement
  /** Views of the list under a name; off for lists that the server keeps no views of. */
  hasViews?: boolean
}

/** The one way to make a list: filters and pages in the address, a table that becomes cards on a phone, export of what is filtered. */
export function ListFrame<Row extends RaRecord>(props: ListFrameProps<Row>) {
  const {
    spec,
    title,
    help,
    filters,
    filterDefaultValues,
    sort,
    exportName,
    empty,
    actions,
    aside,
    above,
    hasViews = true,
  } = props
  const isPhone = useIsPhone()
  const [isOpen, setOpen] = useState(false)
  const phoneFilters = { isOpen, onToggle: () => setOpen(!isOpen) }
  return (
    <Box sx={{ pt: 2 }}>
      <ListHelp text={help} />
      <List
        title={title}
        filters={isPhone && !isOpen ? undefined : filters}
        filterDefaultValues={filterDefaultValues}
        sort={sort}
        perPage={25}
        exporter={false}
        empty={empty}
        error={<ListFault />}
        aside={aside}
        actions={
          <ListActions
            spec={spec}
            hasFilters={filters !== undefined}
            exportName={exportName}
            more={actions}
            phoneFilters={phoneFilters}
          />
        }
        pagination={<ListPagination />}
        component={Box}
        sx={{ flexDirection: { xs: 'column', lg: 'row' }, '& .RaList-main': { minWidth: 0 } }}
      >
        {hasViews && <ViewBar resource={spec.name} />}
        {above}
        <Rows {...props} />
      </List>
    </Box>
  )
}

/** Heights of the cells of a table, in pixels above and below the text. */
const cellPadding = { dense: 2, comfortable: 8 } as const

function Rows<Row extends RaRecord>({ columns, card, rowClick = 'show', bulk, rowSx }: ListFrameProps<Row>) {
  const isPhone = useIsPhone()
  const [isDense] = useDensity()
  const { isPending } = useListContext()
  if (isPending) return <PageSkeleton />
  if (isPhone) return <CardList card={card} rowClick={rowClick} />
  const py = `${isDense ? cellPadding.dense : cellPadding.comfortable}px`
  return (
    <Card sx={{ overflowX: 'auto' }}>
      <DataTable
        bulkActionButtons={bulk ?? false}
        rowClick={typeof rowClick === 'function' ? (id) => rowClick(id) : rowClick}
        {...(rowSx ? { rowSx } : {})}
        empty={<NoMatch />}
        hover={rowClick !== false}
        sx={{
          '& .MuiTableCell-root': { py, ...(isDense ? { fontSize: '0.8125rem' } : {}) },
          // The bar of chosen rows stands over the table: moved above it, the card would cut it off.
          '& .RaBulkActionsToolbar-toolbar.RaBulkActionsToolbar-toolbar': { transform: 'none' },
          // With nothing chosen it is folded away, for the keyboard too.
          '& .RaBulkActionsToolbar-collapsed': { visibility: 'hidden' },
        }}
      >
        {columns}
      </DataTable>
    </Card>
  )
}

function ListFault() {
  const { error, refetch } = useListContext()
  return <FaultNotice error={error} onRetry={() => void refetch()} />
}
