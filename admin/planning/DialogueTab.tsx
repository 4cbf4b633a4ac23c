import DialogueIcon from '@mui/icons-material/RecordVoiceOverOutlined'
import { Alert, Box, Card, Typography } from '@mui/material'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { staleNotice } from '../frame/command/StaleNotice.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { CONFIRM_DIALOGUE } from './commands.ts'
import { DialogueForm } from './DialogueForm.tsx'
import type { DialogueGap, DialogueRow, Plan } from './data.ts'

/** The performance dialogues about a plan: what is still to be held, what was agreed, and whether the other side confirmed it. */
export function DialogueTab({ plan }: { plan: Plan }) {
  const say = useSay()
  return (
    <Section
      title="skps.dialogues"
      help="dialogue.help"
      actions={
        <FormDialogButton
          label="dialogue.record"
          icon={<DialogueIcon />}
          variant="contained"
          verdict={{ actions: plan.actions, name: 'RECORD_DIALOGUE' }}
        >
          {(close) => <DialogueForm skpId={plan.id} onClose={close} />}
        </FormDialogButton>
      }
    >
      <Gaps gaps={plan.dialogueGaps} />
      {plan.dialogues.nodes.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{say('dialogue.none')}</Typography>}
      <Box component="ol" aria-label={say('skps.dialogues')} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {plan.dialogues.nodes.map((dialogue) => (
          <Card component="li" key={dialogue.id} variant="outlined" sx={{ p: 1.5 }}>
            <Dialogue dialogue={dialogue} skpId={plan.id} />
          </Card>
        ))}
      </Box>
    </Section>
  )
}

function Gaps({ gaps }: { gaps: readonly DialogueGap[] }) {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  if (gaps.length === 0) return null
  return (
    <Alert severity={gaps.some(({ isOverdue }) => isOverdue) ? 'warning' : 'info'} sx={{ mb: 2 }}>
      {say('dialogue.gaps')}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {gaps.map(({ stage, quarter, dueOn, isOverdue }) => (
          <li key={`${stage} ${quarter}`}>
            {label('dialogueStage', stage)} {quarter ?? ''} ·{' '}
            {say(isOverdue ? 'dialogue.wasDue' : 'dialogue.due', { date: format.date(dueOn) })}
          </li>
        ))}
      </Box>
    </Alert>
  )
}

function Dialogue({ dialogue, skpId }: { dialogue: DialogueRow; skpId: string }) {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const { id, revision, stage, heldOn, isByEmployee, confirmedAt, actions } = dialogue
  const open = actions.filter(({ enabled }) => enabled)
  const said = [
    { name: 'dialogue.clarified' as const, text: dialogue.clarified },
    { name: 'dialogue.agreements' as const, text: dialogue.agreements },
    { name: 'dialogue.support' as const, text: dialogue.support },
  ]
  return (
    <>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', mb: 1 }}>
        <Typography sx={{ fontWeight: 650 }}>
          {label('dialogueStage', stage)} · {format.date(heldOn)}
        </Typography>
        <ToneChip
          tone={confirmedAt ? 'good' : 'warn'}
          label={confirmedAt ? say('dialogue.confirmedAt', { at: format.instant(confirmedAt) }) : say('dialogue.waits')}
        />
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {say(isByEmployee ? 'dialogue.byEmployee' : 'dialogue.byPenilai')}
        </Typography>
      </Box>
      {said.map(
        ({ name, text }) =>
          text !== '' && (
            <Box key={name} sx={{ mb: 1 }}>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {say(name)}
              </Typography>
              <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '75ch' }}>{text}</Typography>
            </Box>
          ),
      )}
      <Box sx={{ display: 'flex', gap: 1 }}>
        <CommandButton
          actions={open}
          name="CONFIRM_DIALOGUE"
          label="dialogue.confirm"
          variant="contained"
          size="small"
          document={CONFIRM_DIALOGUE}
          variables={() => ({ input: { id, revision } })}
          question="dialogue.confirmQuestion"
          done="dialogue.confirmed"
          fault={staleNotice}
        />
        <FormDialogButton label="dialogue.change" size="small" verdict={{ actions: open, name: 'CHANGE_DIALOGUE' }}>
          {(close) => <DialogueForm skpId={skpId} dialogue={dialogue} onClose={close} />}
        </FormDialogButton>
      </Box>
    </>
  )
}
