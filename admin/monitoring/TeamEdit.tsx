import { Alert, Box } from '@mui/material'
import type { HttpError } from 'ra-core'
import { EditBase, Title, useEditContext } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { wholeRecord } from '../frame/detail/whole-record.ts'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { AMEND_TEAM, CHANGE_TEAM, type Team } from './data.ts'
import { TeamInputs } from './TeamInputs.tsx'
import { teamInput, teamShown } from './team-form.ts'

/** Changes a draft, or amends an active team by another decree. */
export default function TeamEdit() {
  return (
    <EditBase<Team> mutationMode="pessimistic" redirect={false} queryOptions={{ meta: wholeRecord }}>
      <Editor />
    </EditBase>
  )
}

function Editor() {
  const navigate = useNavigate()
  const { record, error, isPending, refetch } = useEditContext<Team, HttpError>()
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending || !record) return <PageSkeleton />
  const { id, revision } = record
  const isActive = record.state === 'AKTIF'
  const change = record.actions.find(({ name }) => name === (isActive ? 'AMEND' : 'EDIT'))
  const back = () => navigate(`/monitoring-teams/${id}/show`)
  const common = {
    about: id,
    initial: teamShown(record),
    submit: 'teams.save',
    done: 'teams.saved',
    onDone: back,
    onCancel: back,
    warnWhenUnsaved: true,
  } as const
  return (
    <Box sx={{ pt: 2 }}>
      <Title title={record.name} />
      {change && !change.enabled && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {change.reason}
        </Alert>
      )}
      {isActive ? (
        <FormFrame
          {...common}
          document={AMEND_TEAM}
          variables={(values) => ({ input: { id, revision, reason: values.reason, ...teamInput(values) } })}
        >
          <TeamInputs withReason />
        </FormFrame>
      ) : (
        <FormFrame {...common} document={CHANGE_TEAM} variables={(values) => ({ input: { id, revision, ...teamInput(values) } })}>
          <TeamInputs />
        </FormFrame>
      )}
    </Box>
  )
}
