import { Box } from '@mui/material'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { useMay } from '../frame/viewer-context.ts'
import { CLOSE_PERIOD, COMPUTE_APPRAISALS, OPEN_PERIOD } from './commands.ts'
import type { PeriodRow } from './data.ts'

const compute = [{ name: 'COMPUTE', enabled: true, reason: null }]

/** The steps that a period can take from where it stands. */
export function PeriodActions({ period }: { period: PeriodRow }) {
  const mayCompute = useMay('appraisals.compute')
  const shared = { actions: period.actions, variant: 'text', size: 'small' } as const
  return (
    <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap' }}>
      {period.state === 'PREPARED' && (
        <CommandButton
          {...shared}
          name="OPEN"
          label="periods.open"
          document={OPEN_PERIOD}
          variables={() => ({ input: { id: period.id } })}
          question="periods.openQuestion"
          done="periods.opened"
        />
      )}
      {mayCompute && period.kind !== 'MONTH' && period.state !== 'PREPARED' && (
        <CommandButton
          {...shared}
          actions={compute}
          name="COMPUTE"
          label="periods.compute"
          document={COMPUTE_APPRAISALS}
          variables={() => ({ input: { periodKey: period.key } })}
          question="periods.computeQuestion"
          done="periods.computed"
        />
      )}
      {period.state === 'OPEN' && (
        <CommandButton
          {...shared}
          name="CLOSE"
          label="periods.close"
          document={CLOSE_PERIOD}
          variables={() => ({ input: { id: period.id } })}
          question="periods.closeQuestion"
          done="periods.closed"
        />
      )}
    </Box>
  )
}
