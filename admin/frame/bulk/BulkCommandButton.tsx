import type { TypedDocumentNode } from '@apollo/client'
import { Button } from '@mui/material'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { type RaRecord, useListContext } from 'react-admin'
import type { Action } from '../command/action.ts'
import type { MessageKey } from '../language/messages.ts'
import { useSay } from '../language/use-say.ts'
import { BulkDialog } from './BulkDialog.tsx'

export type BulkRow = RaRecord & { actions: readonly Action[] }

export type BulkCommandProps<Row extends BulkRow, Variables extends Record<string, unknown>> = {
  label: MessageKey
  icon?: ReactNode
  /** The command's name among the server's verdicts on each row; rows that do not allow it are left out and counted. */
  name: string
  document: TypedDocumentNode<unknown, Variables>
  variables: (row: Row, reason: string) => Variables
  question: MessageKey
  reason?: 'NONE' | 'REQUIRED'
  /** What names a row in the list of those that failed. */
  titleOf: (row: Row) => string
}

/**
 * One command for each chosen row, with progress, counts, and a list of those that failed. Never for scores or decisions about people: those
 * are taken one by one.
 */
export function BulkCommandButton<Row extends BulkRow, Variables extends Record<string, unknown>>(
  props: BulkCommandProps<Row, Variables>,
) {
  const say = useSay()
  const [rows, setRows] = useState<Row[] | null>(null)
  const { selectedIds, data = [] } = useListContext<Row>()
  const chosen = data.filter((row) => selectedIds.includes(row.id))
  return (
    <>
      <Button size="small" startIcon={props.icon} onClick={() => setRows(chosen)}>
        {say(props.label)}
      </Button>
      {rows && <BulkDialog {...props} rows={rows} onClose={() => setRows(null)} />}
    </>
  )
}
