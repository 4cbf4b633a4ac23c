import { Button, MenuItem, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { IMPORT_ROWS } from './data.ts'

type Props = { id: string; code: string | null; firstOutcome: Outcome; onClear: () => void }

const outcomes = ['REJECTED', 'ACCEPTED_WITH_WARNING', 'SKIPPED'] as const
export type Outcome = (typeof outcomes)[number]

/** The rows that were not simply accepted, with what each says and why. */
export function RowList({ id, code, firstOutcome, onClear }: Props) {
  const say = useSay()
  const label = useCodeLabel()
  const [outcome, setOutcome] = useState<Outcome>(firstOutcome)
  const { data, error, isPending, refetch } = useRead(
    IMPORT_ROWS,
    { id, first: 100, filter: code ? { code } : { outcome } },
    { keepPrevious: true },
  )
  return (
    <Section title="imports.rowList" actions={code && <Button onClick={onClear}>{say('imports.showAllRows')}</Button>}>
      {!code && (
        <TextField
          select
          label={say('imports.outcome')}
          value={outcome}
          onChange={(event) => setOutcome(outcomes.find((candidate) => candidate === event.target.value) ?? firstOutcome)}
          fullWidth={false}
          sx={{ minWidth: 240, mb: 1 }}
        >
          {outcomes.map((candidate) => (
            <MenuItem key={candidate} value={candidate}>
              {label('rowOutcome', candidate)}
            </MenuItem>
          ))}
        </TextField>
      )}
      {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <PageSkeleton rows={4} />}
      {data && (
        <RowsTable
          caption="imports.rowList"
          rows={data.importRun.rows.nodes}
          total={data.importRun.rows.totalCount}
          keyOf={({ line }) => String(line)}
          empty="imports.noRows"
          firstRows={15}
          columns={[
            { label: 'imports.line', isNumber: true, render: ({ line }) => line },
            { label: 'imports.outcome', render: ({ outcome }) => <StateChip group="rowOutcome" code={outcome} /> },
            { label: 'imports.column', render: ({ column }) => column ?? '–' },
            { label: 'imports.message', render: ({ messages }) => messages.join(' ') },
            {
              label: 'imports.cells',
              render: ({ cells }) => (
                <Typography variant="body2" component="span" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
                  {cells.slice(0, 6).join(' | ')}
                  {cells.length > 6 && ' …'}
                </Typography>
              ),
            },
          ]}
        />
      )}
    </Section>
  )
}
