import { Alert } from '@mui/material'
import { Link } from 'react-router-dom'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import type { AppraisalDetail } from './data.ts'

/** What holds instead of a replaced version, what a successor came from, and that a cancelled appraisal judges nothing. */
export function VersionNotice({ appraisal }: { appraisal: AppraisalDetail }) {
  const say = useSay()
  const label = useCodeLabel()
  const { state, version, predecessor, successor, reopenGround, reopenReason } = appraisal
  return (
    <>
      {successor && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {say('version.replaced', { version: successor.version, state: label('appraisalState', successor.state) })}{' '}
          <Link to={`/appraisals/${successor.id}/show`}>{say('version.openNew')}</Link>
        </Alert>
      )}
      {predecessor && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {say('version.follows', { version, before: predecessor.version, ground: label('reopenGround', reopenGround ?? '') })}{' '}
          {reopenReason} <Link to={`/appraisals/${predecessor.id}/show`}>{say('version.openOld')}</Link>
        </Alert>
      )}
      {state === 'BATAL' && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {say('version.cancelled')}
        </Alert>
      )}
    </>
  )
}
