import { Box } from '@mui/material'
import { Link } from 'react-router-dom'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { SELECT } from './commands.ts'
import type { Place, Programme } from './data.ts'

/** Participants with attendance, scores and hours; candidates are invited or declined together. */
export function ProgrammePeople({ programme: { id, participants, actions, screen } }: { programme: Programme }) {
  const format = useFormat()
  const label = useCodeLabel()
  const open = actions.filter(({ enabled }) => enabled)
  const candidates = participants.nodes.filter(({ state }) => state === 'CANDIDATE').map((place) => place.id)
  const flagged = (screen ?? []).filter(({ isFlagged }) => isFlagged)
  const hours = ({ jpOutcome, countedJp }: Place) =>
    jpOutcome === 'COUNTED' ? format.number(countedJp) : jpOutcome ? label('jpOutcome', jpOutcome) : '–'
  return (
    <Section title="programmes.participants">
      {candidates.length > 0 && (
        <Box className="tera-screen-only" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mb: 1.5 }}>
          <CommandButton
            actions={open}
            name="SELECT"
            label="programmes.invite"
            variant="contained"
            document={SELECT}
            variables={() => ({ input: { id, invite: candidates, decline: [] } })}
            question="programmes.inviteQuestion"
            done="pembinaan.done"
          />
          <CommandButton
            actions={open}
            name="SELECT"
            label="programmes.declineAll"
            document={SELECT}
            variables={(reason) => ({ input: { id, invite: [], decline: candidates, reason } })}
            question="programmes.declineQuestion"
            done="pembinaan.done"
            reason="REQUIRED"
          />
        </Box>
      )}
      <RowsTable
        caption="programmes.participants"
        rows={participants.nodes}
        keyOf={(place) => place.id}
        empty="programmes.nobody"
        total={participants.totalCount}
        firstRows={25}
        columns={[
          {
            label: 'pembinaan.person',
            render: ({ employee }) => <Link to={`/employees/${employee.id}/show`}>{employee.fullName}</Link>,
          },
          { label: 'skps.state', render: ({ state }) => <StateChip group="participantState" code={state} /> },
          { label: 'programmes.attendance', isNumber: true, render: ({ attendancePct }) => format.percent(attendancePct, 0) },
          {
            label: 'programmes.scores',
            isNumber: true,
            render: ({ preScore, postScore }) => `${format.number(preScore)} → ${format.number(postScore)}`,
          },
          { label: 'programmes.hours', isNumber: true, render: hours },
        ]}
      />
      {flagged.length > 0 && (
        <Box sx={{ mt: 2 }}>
          <RowsTable
            caption="programmes.screen"
            rows={flagged}
            keyOf={({ aspect, group }) => `${aspect} ${group}`}
            empty="programmes.nobody"
            columns={[
              { label: 'programmes.screen', render: ({ group }) => group },
              { label: 'programmes.chosen', isNumber: true, render: ({ selected, candidates: of }) => `${selected} / ${of}` },
              { label: 'programmes.rate', isNumber: true, render: ({ ratePct }) => format.percent(ratePct, 1) },
            ]}
          />
        </Box>
      )}
    </Section>
  )
}
