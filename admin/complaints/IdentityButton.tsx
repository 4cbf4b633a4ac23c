import { Alert } from '@mui/material'
import { useState } from 'react'
import type { Action } from '../frame/command/action.ts'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { type Complaint, OPEN_IDENTITY } from './data.ts'

/** Opens who complained, for a reason; what was opened stands here until the page is left, and nowhere else. */
export function IdentityButton({ complaint: { id }, actions }: { complaint: Complaint; actions: readonly Action[] }) {
  const say = useSay()
  const [identity, setIdentity] = useState<{ name: string; contact: string } | null>(null)
  if (identity) {
    return (
      <Alert severity="warning" sx={{ flexBasis: '100%' }}>
        {`${say('complaints.complainant')}: ${say('complaints.identityIs', identity)}`}
      </Alert>
    )
  }
  return (
    <CommandButton
      actions={actions}
      name="OPEN_COMPLAINANT_IDENTITY"
      label="complaintStep.identity"
      document={OPEN_IDENTITY}
      variables={(reason) => ({ id, reason })}
      question="complaintStep.identityQuestion"
      done="complaintStep.identityOpened"
      reason="REQUIRED"
      onDone={({ openComplainantIdentity }) => setIdentity(openComplainantIdentity)}
    />
  )
}
