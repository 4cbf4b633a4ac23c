import AcceptIcon from '@mui/icons-material/CheckCircleOutlined'
import VerifyIcon from '@mui/icons-material/FactCheckOutlined'
import ModerateIcon from '@mui/icons-material/GroupsOutlined'
import SetIcon from '@mui/icons-material/HowToRegOutlined'
import DeliverIcon from '@mui/icons-material/SendOutlined'
import ReturnIcon from '@mui/icons-material/UndoOutlined'
import ExportIcon from '@mui/icons-material/UploadFileOutlined'
import { Box, Typography } from '@mui/material'
import { downloadJson } from '../frame/chart/download.ts'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { ConflictNotice, isConflict } from './ConflictNotice.tsx'
import {
  ACCEPT_APPRAISAL,
  CANCEL_APPRAISAL,
  DELIVER_APPRAISALS,
  EXPORT_APPRAISAL,
  RETURN_TO_RATER,
  SET_APPRAISALS,
  START_MODERATION,
  VERIFY_EVIDENCE,
} from './commands.ts'
import type { AppraisalDetail, AppraisalState } from './data.ts'
import { RateButton } from './RateButton.tsx'
import { ReopenButton } from './ReopenButton.tsx'
import { SelfAssessButton } from './SelfAssessButton.tsx'

type Move =
  | 'SELF_ASSESS'
  | 'VERIFY_EVIDENCE'
  | 'RATE'
  | 'MODERATE'
  | 'RETURN_TO_RATER'
  | 'SET'
  | 'DELIVER'
  | 'ACCEPT'
  | 'EXPORT'
  | 'REOPEN'
  | 'CANCEL'

/** The steps that lead on from a state. A step that the person may not take now is drawn with the reason; one of another state is not drawn. */
const movesOf: Partial<Record<AppraisalState, readonly Move[]>> = {
  TERBUKA: ['SELF_ASSESS', 'VERIFY_EVIDENCE'],
  PENILAIAN_DIRI: ['SELF_ASSESS', 'VERIFY_EVIDENCE'],
  BUKTI_DIVERIFIKASI: ['RATE'],
  DINILAI: ['RATE', 'MODERATE'],
  MODERASI: ['RETURN_TO_RATER', 'SET'],
  DITETAPKAN: ['DELIVER'],
  DISAMPAIKAN: ['ACCEPT'],
  FINAL: ['EXPORT', 'REOPEN'],
  TEREKSPOR: ['REOPEN'],
}

/** Steps of the rated person; every other one is a step of those who judge, moderate or set. */
const ownMoves: ReadonlySet<string> = new Set<Move>(['SELF_ASSESS', 'ACCEPT'])

/** What the person may decide about an appraisal now; a step that has to wait is drawn with its reason. */
export function AppraisalDecisions({ appraisal, isOwn = false }: { appraisal: AppraisalDetail; isOwn?: boolean }) {
  const { id, revision, actions, state } = appraisal
  // Cancelling is possible in every state before the end; it is drawn where it applies, which is rarely.
  const offered = new Set<string>([...(movesOf[state] ?? []), 'CANCEL'])
  const rare: ReadonlySet<string> = new Set<Move>(['CANCEL', 'EXPORT', 'REOPEN'])
  const named = actions.filter(
    ({ name, enabled }) => offered.has(name) && (enabled || (!rare.has(name) && ownMoves.has(name) === isOwn)),
  )
  if (named.length === 0) return null
  const one = { input: { id, revision } }
  const many = { input: { ids: [id] } }
  const conflict = (error: unknown, hasText: boolean) => (isConflict(error) ? <ConflictNotice id={id} hasText={hasText} /> : null)
  const common = { actions: named, fault: conflict }
  // A tooltip is out of reach of a finger: why a step has to wait is also read below the buttons.
  const waiting = named.filter(({ enabled }) => !enabled)
  return (
    <Box className="tera-screen-only" sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', my: 1.5 }}>
      {named.some(({ name }) => name === 'SELF_ASSESS') && <SelfAssessButton appraisal={{ ...appraisal, actions: named }} />}
      <CommandButton
        {...common}
        name="VERIFY_EVIDENCE"
        label="decision.verify"
        icon={<VerifyIcon />}
        variant="contained"
        document={VERIFY_EVIDENCE}
        variables={() => one}
        question="decision.verifyQuestion"
        done="decision.verified"
      />
      <RateButton appraisal={{ ...appraisal, actions: named }} />
      <CommandButton
        {...common}
        name="MODERATE"
        label="decision.moderate"
        icon={<ModerateIcon />}
        document={START_MODERATION}
        variables={() => many}
        question="decision.moderateQuestion"
        done="decision.moderated"
      />
      <CommandButton
        {...common}
        name="RETURN_TO_RATER"
        label="decision.return"
        icon={<ReturnIcon />}
        document={RETURN_TO_RATER}
        variables={(reason) => ({ input: { id, revision, reason } })}
        question="decision.returnQuestion"
        done="decision.returned"
        reason="REQUIRED"
      />
      <CommandButton
        {...common}
        name="SET"
        label="decision.set"
        icon={<SetIcon />}
        variant="contained"
        document={SET_APPRAISALS}
        variables={() => many}
        question="decision.setQuestion"
        done="decision.setDone"
      />
      <CommandButton
        {...common}
        name="DELIVER"
        label="decision.deliver"
        icon={<DeliverIcon />}
        variant="contained"
        document={DELIVER_APPRAISALS}
        variables={() => many}
        question="decision.deliverQuestion"
        done="decision.delivered"
      />
      <CommandButton
        {...common}
        name="ACCEPT"
        label="decision.accept"
        icon={<AcceptIcon />}
        variant="contained"
        document={ACCEPT_APPRAISAL}
        variables={() => one}
        question="decision.acceptQuestion"
        done="decision.accepted"
      />
      <CommandButton
        {...common}
        name="EXPORT"
        label="decision.export"
        icon={<ExportIcon />}
        document={EXPORT_APPRAISAL}
        variables={() => many}
        question="decision.exportQuestion"
        done="decision.exported"
        onDone={({ exportAppraisals }) => saveRecords(appraisal, exportAppraisals.records)}
      />
      <ReopenButton appraisal={{ ...appraisal, actions: named }} />
      <CommandButton
        {...common}
        name="CANCEL"
        label="decision.cancel"
        variant="text"
        color="error"
        document={CANCEL_APPRAISAL}
        variables={(reason) => ({ input: { id, revision, reason } })}
        question="decision.cancelQuestion"
        done="decision.cancelled"
        reason="REQUIRED"
      />
      {waiting.map(({ name, reason }) => (
        <Typography key={name} variant="body2" sx={{ flexBasis: '100%', color: 'text.secondary' }}>
          {reason}
        </Typography>
      ))}
    </Box>
  )
}

/** The record as the national system takes it, as a file of the person who exported it. */
function saveRecords({ employee, period }: AppraisalDetail, records: readonly { json: string }[]): void {
  downloadJson(`siasn-${period.key}-${employee.nip}`, `[${records.map(({ json }) => json).join(',')}]`)
}
