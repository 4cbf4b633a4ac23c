import { Box, Card } from '@mui/material'
import type { ReactElement, ReactNode } from 'react'
import { DataTable, List, Pagination, type RaRecord, useListContext } from 'react-admin'
import type { Filter, ResourceSpec } from '../data/specs.ts'
import type { MessageKey } from '../language/messages.ts'
import { FaultNotice } from '../state/FaultNotice.tsx'
import { PageSkeleton } from '../state/PageSkeleton.tsx'
import { useIsPhone } from '../use-is-phone.ts'
import { CardList, type CardOf } from './CardList.tsx'
import { ListActions } from './ListActions.tsx'
import { ListHelp } from './ListHelp.tsx'
import { NoMatch } from './NoMatch.tsx'

type Props<Row extends RaRecord> = {
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
  /** What a click on a row does; `false` for lists without a page per record. */
  rowClick?: 'show' | false
  expand?: ReactElement
}

/** The one way to make a list: filters and pages in the address, a table that becomes cards on a phone, export of what is filtered. */
export function ListFrame<Row extends RaRecord>(props: Props<Row>) {
  const { spec, title, help, filters, filterDefaultValues, sort, exportName, empty, actions, aside } = props
  return (
    <Box sx={{ pt: 2 }}>
      <ListHelp text={help} />
      <List
        title={title}
        filters={filters}
        filterDefaultValues={filterDefaultValues}
        sort={sort}
        perPage={25}
        exporter={false}
        empty={empty}
        error={<ListFault />}
        aside={aside}
        actions={<ListActions spec={spec} hasFilters={filters !== undefined} exportName={exportName} more={actions} />}
        pagination={<Pagination rowsPerPageOptions={[25, 50, 100]} />}
        component={Box}
        sx={{ flexDirection: { xs: 'column', lg: 'row' }, '& .RaList-main': { minWidth: 0 } }}
      >
        <Rows {...props} />
      </List>
    </Box>
  )
}

function Rows<Row extends RaRecord>({ columns, card, rowClick = 'show', expand }: Props<Row>) {
  const isPhone = useIsPhone()
  const { isPending } = useListContext()
  if (isPending) return <PageSkeleton />
  if (isPhone) return <CardList card={card} rowClick={rowClick} />
  return (
    <Card sx={{ overflowX: 'auto' }}>
      <DataTable bulkActionButtons={false} rowClick={rowClick} empty={<NoMatch />} expand={expand} hover={rowClick !== false}>
        {columns}
      </DataTable>
    </Card>
  )
}

function ListFault() {
  const { error, refetch } = useListContext()
  return <FaultNotice error={error} onRetry={() => void refetch()} />
}
