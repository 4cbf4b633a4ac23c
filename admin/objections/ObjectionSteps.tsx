import AcceptIcon from '@mui/icons-material/CheckCircleOutlined'
import DecideIcon from '@mui/icons-material/GavelOutlined'
import ExplainIcon from '@mui/icons-material/RecordVoiceOverOutlined'
import { Box, Typography } from '@mui/material'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { staleNotice } from '../frame/command/StaleNotice.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { DecideForm } from './DecideForm.tsx'
import {
  ACCEPT_OBJECTION,
  CLOSE_HEARING,
  DECLARE_INADMISSIBLE,
  EXPLAIN_OBJECTION,
  EXPLAIN_RATING,
  type Objection,
  type ObjectionState,
  PROPOSE_RULING,
} from './data.ts'

/** The steps that lead on from a state. */
const stepsOf: Partial<Record<ObjectionState, readonly string[]>> = {
  DIAJUKAN: ['ACCEPT_OBJECTION', 'DECLARE_OBJECTION_INADMISSIBLE'],
  DITERIMA: ['EXPLAIN_RATING', 'EXPLAIN_OBJECTION', 'CLOSE_HEARING'],
  KLARIFIKASI_PENILAI: ['EXPLAIN_OBJECTION', 'CLOSE_HEARING'],
  KLARIFIKASI_PEGAWAI: ['EXPLAIN_RATING', 'CLOSE_HEARING'],
  SIAP_DIPUTUS: ['PROPOSE_RULING', 'DECIDE_OBJECTION'],
}

/** What the person may do about an objection now. That a hearing has to wait is told to whoever could end it. */
export function ObjectionSteps({ objection }: { objection: Objection }) {
  const { id, revision, state, actions } = objection
  const offered = new Set(stepsOf[state])
  const mayExamine = actions.some(({ name, enabled }) => enabled && (name === 'ACCEPT_OBJECTION' || name === 'DECIDE_OBJECTION'))
  const named = actions.filter(({ name, enabled }) => offered.has(name) && (enabled || (name === 'CLOSE_HEARING' && mayExamine)))
  if (named.length === 0) return null
  const one = { id, revision }
  const said = (statement: string) => ({ input: { ...one, statement } })
  const common = { actions: named, fault: staleNotice }
  return (
    <Box className="tera-screen-only" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', my: 1.5 }}>
      <CommandButton
        {...common}
        name="ACCEPT_OBJECTION"
        label="objectionStep.accept"
        icon={<AcceptIcon />}
        variant="contained"
        document={ACCEPT_OBJECTION}
        variables={() => ({ input: one })}
        question="objectionStep.acceptQuestion"
        done="objectionStep.accepted"
      />
      <CommandButton
        {...common}
        name="DECLARE_OBJECTION_INADMISSIBLE"
        label="objectionStep.inadmissible"
        document={DECLARE_INADMISSIBLE}
        variables={(reason) => ({ input: { ...one, reason } })}
        question="objectionStep.inadmissibleQuestion"
        done="objectionStep.inadmissibleDone"
        reason="REQUIRED"
      />
      <CommandButton
        {...common}
        name="EXPLAIN_RATING"
        label="objectionStep.explainRating"
        icon={<ExplainIcon />}
        variant="contained"
        document={EXPLAIN_RATING}
        variables={said}
        question="objectionStep.explainRatingQuestion"
        done="objectionStep.explained"
        reason="REQUIRED"
      />
      <CommandButton
        {...common}
        name="EXPLAIN_OBJECTION"
        label="objectionStep.explain"
        icon={<ExplainIcon />}
        variant="contained"
        document={EXPLAIN_OBJECTION}
        variables={said}
        question="objectionStep.explainQuestion"
        done="objectionStep.explained"
        reason="REQUIRED"
      />
      <CommandButton
        {...common}
        name="CLOSE_HEARING"
        label="objectionStep.closeHearing"
        document={CLOSE_HEARING}
        variables={() => ({ input: one })}
        question="objectionStep.closeHearingQuestion"
        done="objectionStep.hearingClosed"
      />
      <CommandButton
        {...common}
        name="PROPOSE_RULING"
        label="objectionStep.propose"
        document={PROPOSE_RULING}
        variables={(proposal) => ({ input: { ...one, proposal } })}
        question="objectionStep.proposeQuestion"
        done="objectionStep.proposed"
        reason="REQUIRED"
      />
      <FormDialogButton
        label="objectionStep.decide"
        icon={<DecideIcon />}
        variant="contained"
        verdict={{ actions: named, name: 'DECIDE_OBJECTION' }}
      >
        {(close) => <DecideForm objection={objection} onClose={close} />}
      </FormDialogButton>
      {named
        .filter(({ enabled }) => !enabled)
        .map(({ name, reason }) => (
          <Typography key={name} variant="body2" sx={{ flexBasis: '100%', color: 'text.secondary' }}>
            {reason}
          </Typography>
        ))}
    </Box>
  )
}
