import { Box } from '@mui/material'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { CLOSE_DATA_ISSUE } from './commands.ts'
import type { DataIssueRow } from './data.ts'

/** Closes a data issue as mended, or leaves the data as they are with a reason. */
export function CloseIssueButtons({ issue }: { issue: DataIssueRow }) {
  if (issue.state !== 'OPEN') return issue.closedReason
  const shared = {
    actions: issue.actions,
    name: 'CLOSE_DATA_ISSUE',
    document: CLOSE_DATA_ISSUE,
    done: 'issues.closed',
    reason: 'REQUIRED',
    variant: 'text',
    size: 'small',
  } as const
  return (
    <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap' }}>
      <CommandButton
        {...shared}
        label="issues.resolve"
        question="issues.resolveQuestion"
        variables={(reason) => ({ input: { id: issue.id, resolution: 'RESOLVED', reason } })}
      />
      <CommandButton
        {...shared}
        label="issues.dismiss"
        question="issues.dismissQuestion"
        variables={(reason) => ({ input: { id: issue.id, resolution: 'DISMISSED', reason } })}
      />
    </Box>
  )
}
