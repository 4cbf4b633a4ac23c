import { Box, Typography } from '@mui/material'
import { Link } from 'react-router-dom'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { Facts } from '../frame/detail/Facts.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { CheckpointSteps } from './CheckpointSteps.tsx'
import type { Checkpoint } from './data.ts'

/** One checkpoint: whom it is about, what was seen, and what may be done now. */
export default function CheckpointFile({ checkpoint }: { checkpoint: Checkpoint }) {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const { team, day, dueOn, state, finding, applied, support, checklist, filedAt, filedByName } = checkpoint
  const level = (group: 'applied' | 'support', value: number | null) => (value === null ? null : label(group, String(value)))
  const isFiled = filedAt !== null
  return (
    <>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {checkpoint.programmeName} · {checkpoint.unitName}
      </Typography>
      <Box sx={{ display: 'flex', gap: 0.75, flexWrap: 'wrap', my: 1 }}>
        <StateChip group="checkpointState" code={state} />
        <StateChip group="finding" code={finding} />
      </Box>
      <CheckpointSteps checkpoint={checkpoint} />
      <Box sx={{ my: 1.5 }}>
        <Facts
          facts={[
            { label: 'checkpoints.dueOn', value: `${format.date(dueOn)} (${say('checkpoints.dayIs', { day })})` },
            { label: 'checkpoints.assignee', value: checkpoint.assigneeName ?? say('checkpoints.nobody') },
            { label: 'checkpoints.team', value: team ? <Link to={`/monitoring-teams/${team.id}/show`}>{team.name}</Link> : null },
            ...(checkpoint.escalatedAt
              ? [{ label: 'checkpoints.escalated' as const, value: format.instant(checkpoint.escalatedAt) }]
              : []),
            ...(isFiled
              ? [
                  {
                    label: 'checkpoints.filed' as const,
                    value: say('checkpoints.filedBy', { name: filedByName ?? '–', at: format.instant(filedAt) }),
                  },
                  { label: 'checkpoints.applied' as const, value: level('applied', applied) },
                  { label: 'checkpoints.support' as const, value: level('support', support) },
                  {
                    label: 'checkpoints.checklist' as const,
                    value: checklist.map((item) => label('checklistItem', item)).join(', '),
                  },
                  { label: 'checkpoints.obstacles' as const, value: checkpoint.obstacles },
                  { label: 'checkpoints.evidence' as const, value: checkpoint.evidence },
                  { label: 'checkpoints.recommendation' as const, value: checkpoint.recommendation },
                  { label: 'checkpoints.owner' as const, value: checkpoint.ownerName },
                  { label: 'checkpoints.actionDueOn' as const, value: format.date(checkpoint.actionDueOn) },
                ]
              : []),
            ...(checkpoint.reviewNote ? [{ label: 'checkpoints.reviewNote' as const, value: checkpoint.reviewNote }] : []),
            ...(checkpoint.closedReason ? [{ label: 'checkpoints.closedReason' as const, value: checkpoint.closedReason }] : []),
          ]}
        />
      </Box>
    </>
  )
}
