import { Box } from '@mui/material'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { CLOSE_PERIOD, COMPUTE_APPRAISALS, OPEN_PERIOD } from './commands.ts'
import type { PeriodRow } from './data.ts'

/** What can be done with a period now. */
export function PeriodActions({ period }: { period: PeriodRow }) {
  const shared = { actions: period.actions, variant: 'text', size: 'small' } as const
  return (
    <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap' }}>
      <CommandButton
        {...shared}
        name="OPEN"
        label="periods.open"
        document={OPEN_PERIOD}
        variables={() => ({ input: { id: period.id } })}
        question="periods.openQuestion"
        done="periods.opened"
      />
      <CommandButton
        {...shared}
        name="COMPUTE"
        label="periods.compute"
        document={COMPUTE_APPRAISALS}
        variables={() => ({ input: { periodKey: period.key } })}
        question="periods.computeQuestion"
        done="periods.computed"
      />
      <CommandButton
        {...shared}
        name="CLOSE"
        label="periods.close"
        document={CLOSE_PERIOD}
        variables={() => ({ input: { id: period.id } })}
        question="periods.closeQuestion"
        done="periods.closed"
      />
    </Box>
  )
}
