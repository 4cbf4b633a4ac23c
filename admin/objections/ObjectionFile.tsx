import { Box, Typography } from '@mui/material'
import { Link } from 'react-router-dom'
import { LevelChip } from '../frame/chip/LevelChip.tsx'
import { PredikatChip } from '../frame/chip/PredikatChip.tsx'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { type Fact, Facts } from '../frame/detail/Facts.tsx'
import { useFormat } from '../frame/format.ts'
import type { MessageKey } from '../frame/language/messages.ts'
import { useSay } from '../frame/language/use-say.ts'
import { Clock } from './Clock.tsx'
import type { Objection } from './data.ts'
import { ObjectionSteps } from './ObjectionSteps.tsx'

/** The file of an objection: its clocks, what both sides say, the proposal, the ruling, and what may be done now. */
export default function ObjectionFile({ objection }: { objection: Objection }) {
  const say = useSay()
  const format = useFormat()
  const { appraisal, decidedAt, dueAt, hearUntil, state, decider } = objection
  const isHeard = ['DITERIMA', 'KLARIFIKASI_PENILAI', 'KLARIFIKASI_PEGAWAI'].includes(state)
  const facts: Fact[] = [
    { label: 'objections.filedAt', value: format.instant(objection.filedAt) },
    { label: 'objections.decider', value: decider?.fullName ?? say('objections.ppk') },
    { label: 'appraisals.penilai', value: appraisal?.penilai?.fullName },
    { label: 'objections.deliveredResult', value: <LevelChip level={appraisal?.resultRating ?? null} isShort /> },
    { label: 'objections.deliveredBehaviour', value: <LevelChip level={appraisal?.behaviourRating ?? null} isShort /> },
    { label: 'appraisals.predikat', value: <PredikatChip predikat={appraisal?.predikat ?? null} /> },
  ]
  return (
    <>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {appraisal ? `${appraisal.positionTitle} · ${appraisal.unit.name} · ${appraisal.period.key}` : '–'}
      </Typography>
      <Box sx={{ display: 'flex', gap: 0.75, flexWrap: 'wrap', my: 1 }}>
        <StateChip group="objectionState" code={state} />
        {decidedAt === null && <Clock label="objections.decideBy" until={dueAt} />}
        {isHeard && hearUntil && <Clock label="objections.hearUntil" until={hearUntil} />}
      </Box>
      <ObjectionSteps objection={objection} />
      <Box sx={{ my: 1.5 }}>
        <Facts facts={facts} />
      </Box>
      <Statements objection={objection} />
      {appraisal && <Link to={`/appraisals/${appraisal.id}/show`}>{say('objections.openAppraisal')}</Link>}
    </>
  )
}

/** What everybody said, each under its own heading; what nobody has said yet is left out, but for the two sides. */
function Statements({ objection }: { objection: Objection }) {
  const say = useSay()
  const { evidenceUrls, decisionReason, newResult, newBehaviour, decision, inadmissibleReason, proposal } = objection
  return (
    <>
      <Words heading="objections.reasons" text={objection.reasons} />
      {evidenceUrls.length > 0 && (
        <Box component="ul" aria-label={say('objections.evidence')} sx={{ mt: 0, pl: 2.5 }}>
          {evidenceUrls.map((url) => (
            <li key={url} style={{ overflowWrap: 'anywhere' }}>
              <a href={url} target="_blank" rel="noreferrer">
                {url}
              </a>
            </li>
          ))}
        </Box>
      )}
      <Words heading="objections.penilaiSays" text={objection.penilaiStatement ?? say('objections.saidNothing')} />
      <Words heading="objections.employeeSays" text={objection.employeeStatement ?? say('objections.saidNothing')} />
      {proposal && <Words heading="objections.proposal" text={proposal} />}
      {inadmissibleReason && <Words heading="objections.inadmissibleReason" text={inadmissibleReason} />}
      {decision && (
        <Box sx={{ borderLeft: 3, borderColor: 'primary.main', pl: 1.5, my: 1.5 }}>
          <StateChip group="objectionDecision" code={decision} />
          <Words heading="objections.ruling" text={decisionReason ?? '–'} />
          {newResult && (
            <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
              <Typography variant="body2">{say('objections.newLevels')}</Typography>
              <LevelChip level={newResult} isShort />
              <LevelChip level={newBehaviour} isShort />
            </Box>
          )}
        </Box>
      )}
    </>
  )
}

function Words({ heading, text }: { heading: MessageKey; text: string }) {
  const say = useSay()
  return (
    <Box sx={{ my: 1.5 }}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {say(heading)}
      </Typography>
      <Typography sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '75ch' }}>{text}</Typography>
    </Box>
  )
}
