import { Box, Typography } from '@mui/material'
import { RecordHistory } from '../audit/RecordHistory.tsx'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { DetailFrame } from '../frame/detail/DetailFrame.tsx'
import { Facts } from '../frame/detail/Facts.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { useMay } from '../frame/viewer-context.ts'
import type { Fkp, FkpAgreement } from './data.ts'
import { FkpSteps } from './FkpSteps.tsx'
import { CloseAgreementForm } from './StepForms.tsx'

/** One forum: what may be done now, who was invited, what was raised and what came of it. */
export default function FkpShow() {
  const mayReadTrail = useMay('audit.read')
  return (
    <DetailFrame<Fkp> heading={({ title, state }) => ({ title, chips: <StateChip group="fkpState" code={state} /> })}>
      {(fkp) => (
        <>
          <FkpSteps fkp={fkp} />
          <About fkp={fkp} />
          <Issues fkp={fkp} />
          {fkp.invitations && <Invitations invitations={fkp.invitations.nodes} />}
          {mayReadTrail && <RecordHistory ids={[fkp.id]} />}
        </>
      )}
    </DetailFrame>
  )
}

function About({ fkp: { unit, heldOn, place, purpose, minutes, cancelReason, publishedAt } }: { fkp: Fkp }) {
  const format = useFormat()
  return (
    <>
      <Box sx={{ mb: 2 }}>
        <Facts
          facts={[
            { label: 'fkps.unit', value: unit.name },
            { label: 'fkps.heldOn', value: format.date(heldOn) },
            { label: 'fkps.place', value: place },
            { label: 'fkps.purpose', value: purpose },
            ...(publishedAt ? [{ label: 'fkps.publishedAt' as const, value: format.instant(publishedAt) }] : []),
            ...(cancelReason ? [{ label: 'fkps.cancelReason' as const, value: cancelReason }] : []),
          ]}
        />
      </Box>
      {minutes && (
        <Section title="fkps.minutes">
          <Typography sx={{ whiteSpace: 'pre-wrap', maxWidth: '75ch' }}>{minutes}</Typography>
        </Section>
      )}
    </>
  )
}

function Issues({ fkp: { issues } }: { fkp: Fkp }) {
  const say = useSay()
  const label = useCodeLabel()
  return (
    <Section title="fkps.issues">
      {issues.nodes.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{say('fkps.noIssues')}</Typography>}
      {issues.nodes.map(({ number, text, category, raisedBy, unit, isPlanned, agreements }) => (
        <Box key={number} sx={{ borderLeft: 3, borderColor: 'divider', pl: 1.5, mb: 2 }}>
          <Typography variant="h3" component="h3" sx={{ overflowWrap: 'anywhere' }}>
            {`${number}. ${text}`}
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary', mb: 0.5 }}>
            {`${label('complaintCategory', category)} · ${label('fkpRole', raisedBy)} · ${unit.name}`}
          </Typography>
          {isPlanned && <ToneChip tone="fair" label={say('fkps.planned')} />}
          {agreements.nodes.map((agreement) => (
            <Agreement key={agreement.id} agreement={agreement} />
          ))}
        </Box>
      ))}
    </Section>
  )
}

function Agreement({ agreement }: { agreement: FkpAgreement }) {
  const say = useSay()
  const format = useFormat()
  const { text, owner, dueOn, state, isOverdue, result, proofUrl } = agreement
  const actions = agreement.actions.filter(({ enabled }) => enabled)
  return (
    <Box sx={{ my: 1.5 }}>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{text}</Typography>
        <ToneChip
          tone={isOverdue ? 'bad' : state === 'SELESAI' ? 'good' : 'quiet'}
          label={`${useCodeLabel()('fkpAgreementState', state)} · ${say('fkps.dueOn')} ${format.date(dueOn)}`}
        />
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {`${say('fkps.owner')}: ${owner?.fullName ?? '–'}`}
      </Typography>
      {result && <Typography sx={{ overflowWrap: 'anywhere' }}>{result}</Typography>}
      {proofUrl && (
        <a href={proofUrl} target="_blank" rel="noreferrer">
          {say('fkps.proof')}
        </a>
      )}
      <FormDialogButton label="fkpStep.closeAgreement" size="small" verdict={{ actions, name: 'CLOSE_FKP_AGREEMENT' }}>
        {(close) => <CloseAgreementForm agreement={agreement} onClose={close} />}
      </FormDialogButton>
    </Box>
  )
}

type Invited = NonNullable<Fkp['invitations']>['nodes'][number]

function Invitations({ invitations }: { invitations: readonly Invited[] }) {
  const say = useSay()
  const label = useCodeLabel()
  const came = ({ attended }: Invited) => (attended === null ? '–' : say(attended ? 'fkps.attendedYes' : 'fkps.attendedNo'))
  return (
    <Section title="fkps.invitations">
      <RowsTable<Invited>
        caption="fkps.invitations"
        empty="fkps.noInvitations"
        rows={invitations}
        keyOf={({ id }) => id}
        columns={[
          { label: 'fkps.role', render: ({ role }) => label('fkpRole', role) },
          {
            label: 'fkps.organisation',
            render: ({ organisation, person }) => [organisation, person].filter(Boolean).join(' · '),
          },
          { label: 'fkps.attended', render: came },
        ]}
      />
    </Section>
  )
}
