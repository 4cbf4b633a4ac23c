import { Box, Button, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material'
import { type ReactNode, useState } from 'react'
import type { MessageKey } from '../language/messages.ts'
import { useSay } from '../language/use-say.ts'
import { useIsPhone } from '../use-is-phone.ts'

export type Column<Row> = { label: MessageKey; render: (row: Row) => ReactNode; isNumber?: boolean }

type Props<Row> = {
  /** Read out by screen readers. */
  caption: MessageKey
  columns: Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  empty: MessageKey
  /** Number of rows that there are, when not all were read. */
  total?: number
  /** Shows only so many rows until somebody asks for all. */
  firstRows?: number
}

/** A small table inside a page; on a phone each row is a list of names and values. */
export function RowsTable<Row>({ caption, columns, rows: all, keyOf, empty, total, firstRows }: Props<Row>) {
  const say = useSay()
  const isPhone = useIsPhone()
  const [isWhole, setWhole] = useState(false)
  const rows = firstRows === undefined || isWhole ? all : all.slice(0, firstRows)
  if (rows.length === 0) return <Typography sx={{ color: 'text.secondary', py: 2 }}>{say(empty)}</Typography>
  const more =
    rows.length < all.length ? (
      <Button size="small" onClick={() => setWhole(true)} sx={{ mt: 1 }}>
        {say('list.showAll', { count: all.length })}
      </Button>
    ) : (
      total !== undefined &&
      total > all.length && (
        <Typography variant="body2" sx={{ color: 'text.secondary', pt: 1 }}>
          {say('list.shownOf', { shown: all.length, total })}
        </Typography>
      )
    )
  if (isPhone) {
    return (
      <>
        <Box component="ul" aria-label={say(caption)} sx={{ listStyle: 'none', p: 0, m: 0 }}>
          {rows.map((row) => (
            <Box component="li" key={keyOf(row)} sx={{ py: 1, borderBottom: 1, borderColor: 'divider' }}>
              {columns.map((column) => (
                <Box key={column.label} sx={{ display: 'flex', gap: 1, justifyContent: 'space-between' }}>
                  <Typography variant="body2" component="span" sx={{ color: 'text.secondary' }}>
                    {say(column.label)}
                  </Typography>
                  <Box sx={{ textAlign: 'right', minWidth: 0, overflowWrap: 'anywhere' }}>{column.render(row)}</Box>
                </Box>
              ))}
            </Box>
          ))}
        </Box>
        {more}
      </>
    )
  }
  return (
    <>
      <TableContainer>
        <Table size="small" aria-label={say(caption)}>
          <TableHead>
            <TableRow>
              {columns.map((column) => (
                <TableCell key={column.label} align={column.isNumber ? 'right' : 'left'}>
                  {say(column.label)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <TableRow key={keyOf(row)} hover>
                {columns.map((column) => (
                  <TableCell key={column.label} align={column.isNumber ? 'right' : 'left'}>
                    {column.render(row)}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {more}
    </>
  )
}
