import ApproveIcon from '@mui/icons-material/HowToRegOutlined'
import StartIcon from '@mui/icons-material/PlayArrowOutlined'
import ReviewIcon from '@mui/icons-material/RateReviewOutlined'
import SubmitIcon from '@mui/icons-material/SendOutlined'
import ReturnIcon from '@mui/icons-material/UndoOutlined'
import { Box, Typography } from '@mui/material'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { staleNotice } from '../frame/command/StaleNotice.tsx'
import {
  ALLOW_REVISION,
  APPROVE_REVISION,
  APPROVE_SKP,
  DECLINE_REVISION,
  REQUEST_REVISION,
  RETURN_SKP,
  REVIEW_SKP,
  START_SKP,
  SUBMIT_SKP,
} from './commands.ts'
import type { Plan, SkpState } from './data.ts'

type Step =
  | 'SUBMIT'
  | 'RETURN'
  | 'REVIEW'
  | 'APPROVE'
  | 'START'
  | 'REQUEST_REVISION'
  | 'ALLOW_REVISION'
  | 'DECLINE_REVISION'
  | 'APPROVE_REVISION'

/** The steps that lead on from a state; one that the person may take but not now is drawn with its reason, one of somebody else is not drawn. */
function stepsOf({ state, isRevisionAsked }: Plan): readonly Step[] {
  const steps: Partial<Record<SkpState, readonly Step[]>> = {
    DRAFT: ['SUBMIT'],
    DIKEMBALIKAN: ['SUBMIT'],
    DIAJUKAN: ['REVIEW', 'RETURN'],
    DIREVIU: ['APPROVE', 'RETURN'],
    DITETAPKAN: ['START'],
    BERJALAN: isRevisionAsked ? ['ALLOW_REVISION', 'DECLINE_REVISION'] : ['REQUEST_REVISION'],
    REVISI: ['APPROVE_REVISION'],
  }
  return steps[state] ?? []
}

/** Steps whose reason of waiting is worth reading to whoever writes the plan. */
const told: ReadonlySet<string> = new Set<Step>(['SUBMIT', 'APPROVE_REVISION', 'START'])

/** What the person may decide about a plan now. */
export function PlanDecisions({ plan }: { plan: Plan }) {
  const { id, revision, actions } = plan
  const offered = new Set<string>(stepsOf(plan))
  const mayEdit = actions.some(({ name, enabled }) => name === 'EDIT' && enabled)
  const named = actions.filter(({ name, enabled }) => offered.has(name) && (enabled || (told.has(name) && mayEdit)))
  if (named.length === 0) return null
  const one = { input: { id, revision } }
  const reasoned = (reason: string) => ({ input: { id, revision, reason } })
  const common = { actions: named, fault: staleNotice }
  const waiting = named.filter(({ enabled }) => !enabled)
  return (
    <Box className="tera-screen-only" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', my: 1.5 }}>
      <CommandButton
        {...common}
        name="SUBMIT"
        label="skpStep.submit"
        icon={<SubmitIcon />}
        variant="contained"
        document={SUBMIT_SKP}
        variables={() => one}
        question="skpStep.submitQuestion"
        done="skpStep.submitted"
      />
      <CommandButton
        {...common}
        name="REVIEW"
        label="skpStep.review"
        icon={<ReviewIcon />}
        variant="contained"
        document={REVIEW_SKP}
        variables={() => one}
        question="skpStep.reviewQuestion"
        done="skpStep.reviewed"
      />
      <CommandButton
        {...common}
        name="APPROVE"
        label="skpStep.approve"
        icon={<ApproveIcon />}
        variant="contained"
        document={APPROVE_SKP}
        variables={() => one}
        question="skpStep.approveQuestion"
        done="skpStep.approved"
      />
      <CommandButton
        {...common}
        name="RETURN"
        label="skpStep.return"
        icon={<ReturnIcon />}
        document={RETURN_SKP}
        variables={reasoned}
        question="skpStep.returnQuestion"
        done="skpStep.returned"
        reason="REQUIRED"
      />
      <CommandButton
        {...common}
        name="START"
        label="skpStep.start"
        icon={<StartIcon />}
        variant="contained"
        document={START_SKP}
        variables={() => one}
        question="skpStep.startQuestion"
        done="skpStep.started"
      />
      <CommandButton
        {...common}
        name="REQUEST_REVISION"
        label="skpStep.requestRevision"
        document={REQUEST_REVISION}
        variables={reasoned}
        question="skpStep.requestRevisionQuestion"
        done="skpStep.revisionRequested"
        reason="REQUIRED"
      />
      <CommandButton
        {...common}
        name="ALLOW_REVISION"
        label="skpStep.allowRevision"
        variant="contained"
        document={ALLOW_REVISION}
        variables={() => one}
        question="skpStep.allowRevisionQuestion"
        done="skpStep.revisionAllowed"
      />
      <CommandButton
        {...common}
        name="DECLINE_REVISION"
        label="skpStep.declineRevision"
        document={DECLINE_REVISION}
        variables={reasoned}
        question="skpStep.declineRevisionQuestion"
        done="skpStep.revisionDeclined"
        reason="REQUIRED"
      />
      <CommandButton
        {...common}
        name="APPROVE_REVISION"
        label="skpStep.approveRevision"
        icon={<ApproveIcon />}
        variant="contained"
        document={APPROVE_REVISION}
        variables={() => one}
        question="skpStep.approveRevisionQuestion"
        done="skpStep.revisionApproved"
      />
      {waiting.map(({ name, reason }) => (
        <Typography key={name} variant="body2" sx={{ flexBasis: '100%', color: 'text.secondary' }}>
          {reason}
        </Typography>
      ))}
    </Box>
  )
}
