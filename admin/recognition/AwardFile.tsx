import DecideIcon from '@mui/icons-material/HowToRegOutlined'
import RejectIcon from '@mui/icons-material/UndoOutlined'
import { Box, Typography } from '@mui/material'
import { DateInput, required, TextInput } from 'react-admin'
import { Link } from 'react-router-dom'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { staleNotice } from '../frame/command/StaleNotice.tsx'
import { Facts } from '../frame/detail/Facts.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { type Award, DECIDE_AWARD, REJECT_AWARD } from './data.ts'
import { FigureFacts } from './FigureFacts.tsx'

/** One award: for whom, the sentence with its figures, the decree or the reason, and what may be done now. */
export default function AwardFile({ award }: { award: Award }) {
  const say = useSay()
  const format = useFormat()
  const { id, revision, actions, state, employee } = award
  // What can no longer be done to a decided one is no news to anybody.
  const open = state === 'DIUSULKAN' ? actions : []
  return (
    <>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {employee ? <Link to={`/employees/${employee.id}/show`}>{employee.fullName}</Link> : say('awards.someone')} ·{' '}
        {award.unit.name} · {award.periodKey}
      </Typography>
      <Box sx={{ my: 1 }}>
        <StateChip group="awardState" code={state} />
      </Box>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', my: 1.5 }}>
        <FormDialogButton
          label="awards.decide"
          icon={<DecideIcon />}
          variant="contained"
          verdict={{ actions: open, name: 'DECIDE_AWARD' }}
        >
          {(close) => (
            <FormFrame
              document={DECIDE_AWARD}
              about={id}
              variables={(values) => ({ input: { id, revision, ...values } })}
              submit="awards.decide"
              done="awards.decided"
              onDone={close}
              onCancel={close}
            >
              <Typography sx={{ color: 'text.secondary', mb: 1.5 }}>{say('awards.decideHelp')}</Typography>
              <TextInput source="decreeNumber" label="awards.decreeNumber" helperText={false} validate={required()} />
              <DateInput source="decreeOn" label="awards.decreeOn" helperText={false} validate={required()} />
              <TextInput source="signatory" label="awards.signatory" helperText={false} validate={required()} />
            </FormFrame>
          )}
        </FormDialogButton>
        <CommandButton
          actions={open}
          name="REJECT_AWARD"
          label="awards.reject"
          icon={<RejectIcon />}
          document={REJECT_AWARD}
          variables={(reason) => ({ input: { id, revision, reason } })}
          question="awards.rejectQuestion"
          done="awards.rejected"
          reason="REQUIRED"
          fault={staleNotice}
        />
      </Box>
      <Typography variant="h3" component="h3" sx={{ mt: 2 }}>
        {say('awards.citation')}
      </Typography>
      <Typography component="blockquote" lang="id" sx={{ m: 0, my: 1, pl: 1.5, borderLeft: 3, borderColor: 'divider' }}>
        {award.citation}
      </Typography>
      <FigureFacts figures={award.figures} />
      {award.state === 'DITETAPKAN' && (
        <Box sx={{ mt: 2 }}>
          <Facts
            facts={[
              { label: 'awards.decreeNumber', value: award.decreeNumber },
              { label: 'awards.decreeOn', value: format.date(award.decreeOn) },
              { label: 'awards.signatory', value: award.signatory },
            ]}
          />
        </Box>
      )}
      {award.reason && (
        <Box sx={{ mt: 2 }}>
          <Facts facts={[{ label: 'awards.reason', value: award.reason }]} />
        </Box>
      )}
    </>
  )
}
