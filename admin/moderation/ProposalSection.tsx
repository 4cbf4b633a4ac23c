import { Box } from '@mui/material'
import { Link } from 'react-router-dom'
import { PredikatChip } from '../frame/chip/PredikatChip.tsx'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { staleNotice } from '../frame/command/StaleNotice.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { AGREE, REJECT } from './commands.ts'
import type { Calibration, Proposal } from './data.ts'

/** What was proposed in a session, with the decision on it. */
export function ProposalSection({ session: { proposals } }: { session: Calibration }) {
  const say = useSay()
  const label = useCodeLabel()
  return (
    <Section title="proposals.title">
      <RowsTable<Proposal>
        caption="proposals.title"
        rows={proposals.nodes}
        total={proposals.totalCount}
        keyOf={({ id }) => id}
        empty="proposals.none"
        columns={[
          {
            label: 'proposals.person',
            render: ({ appraisal }) =>
              appraisal ? (
                <Link to={`/appraisals/${appraisal.id}/show`}>{appraisal.employee.fullName}</Link>
              ) : (
                say('proposals.someone')
              ),
          },
          { label: 'proposals.was', render: ({ fromPredikat }) => <PredikatChip predikat={fromPredikat} /> },
          {
            label: 'proposals.change',
            render: ({ resultRating, behaviourRating }) =>
              say('proposals.levels', {
                result: label('levelShort', resultRating).toLowerCase(),
                behaviour: label('levelShort', behaviourRating).toLowerCase(),
              }),
          },
          { label: 'proposals.reason', render: ({ reason }) => <Box sx={{ maxWidth: '40ch' }}>{reason}</Box> },
          { label: 'proposals.decision', render: (proposal) => <Decision proposal={proposal} /> },
        ]}
      />
    </Section>
  )
}

function Decision({ proposal: { id, revision, state, decisionReason, actions } }: { proposal: Proposal }) {
  const one = { id, revision }
  const common = { actions, fault: staleNotice, size: 'small', reason: 'REQUIRED' } as const
  if (state !== 'DIUSULKAN') {
    return (
      <Box sx={{ maxWidth: '36ch' }}>
        <StateChip group="proposalState" code={state} />
        <Box sx={{ mt: 0.5 }}>{decisionReason}</Box>
      </Box>
    )
  }
  return (
    <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap', justifyContent: { xs: 'flex-end', sm: 'flex-start' } }}>
      <CommandButton
        {...common}
        name="AGREE"
        label="proposals.agree"
        variant="outlined"
        document={AGREE}
        variables={(reason) => ({ input: { ...one, reason } })}
        question="proposals.agreeQuestion"
        done="proposals.agreed"
      />
      <CommandButton
        {...common}
        name="REJECT"
        label="proposals.reject"
        document={REJECT}
        variables={(reason) => ({ input: { ...one, reason } })}
        question="proposals.rejectQuestion"
        done="proposals.rejected"
      />
    </Box>
  )
}
