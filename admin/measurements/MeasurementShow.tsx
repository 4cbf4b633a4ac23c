import CheckIcon from '@mui/icons-material/CheckOutlined'
import CorrectIcon from '@mui/icons-material/EditNoteOutlined'
import RejectIcon from '@mui/icons-material/UndoOutlined'
import { Alert, Button } from '@mui/material'
import { lazy, Suspense } from 'react'
import { Link } from 'react-router-dom'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { DetailFrame } from '../frame/detail/DetailFrame.tsx'
import { Facts } from '../frame/detail/Facts.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { useMay } from '../frame/viewer-context.ts'
import { REJECT_REALISATION, VERIFY_REALISATION } from './commands.ts'
import { type MeasurementDetail, subjectOf } from './data.ts'
import { EvidenceTable } from './EvidenceTable.tsx'
import { QualityParts } from './QualityParts.tsx'
import { SeriesTable } from './SeriesTable.tsx'
import { useMeasured } from './use-measured.ts'

/** Indicators that complaints feed; their figures are read apart. */
const FigureSection = lazy(() => import('../complaints/FigureSection.tsx'))
const SurveyBehind = lazy(() => import('../surveys/SurveyBehind.tsx'))
const ofComplaints = ['CMP-01', 'CMP-02']

/** One measurement: the number, what it rests on, how good it is, and the verdict of whoever verifies it. */
export default function MeasurementShow() {
  const say = useSay()
  return (
    <DetailFrame<MeasurementDetail>
      heading={(measurement) => ({
        title: `${measurement.series.indicator.code} · ${measurement.series.indicator.name}`,
        subtitle: say('measurements.ofIn', { subject: subjectOf(measurement), period: measurement.period.key }),
        chips: <StateChip group="realisationState" code={measurement.state} />,
        actions: <Actions measurement={measurement} />,
      })}
    >
      {(measurement) => <Body measurement={measurement} />}
    </DetailFrame>
  )
}

function Actions({ measurement: { id, actions, state, series, period } }: { measurement: MeasurementDetail }) {
  const say = useSay()
  const may = useMay('realisations.record')
  const address = new URLSearchParams({ indicatorId: series.indicator.id, periodKey: period.key })
  if (series.employee) address.set('employeeId', series.employee.id)
  if (series.unit) address.set('unitId', series.unit.id)
  return (
    <>
      {state === 'SUBMITTED' && (
        <>
          <CommandButton
            actions={actions}
            name="REJECT"
            label="measurements.reject"
            icon={<RejectIcon />}
            document={REJECT_REALISATION}
            variables={(reason) => ({ input: { id, reason } })}
            question="measurements.rejectQuestion"
            done="measurements.rejected"
            reason="REQUIRED"
          />
          <CommandButton
            actions={actions}
            name="VERIFY"
            label="measurements.verify"
            icon={<CheckIcon />}
            variant="contained"
            document={VERIFY_REALISATION}
            variables={() => ({ input: { id } })}
            question="measurements.verifyQuestion"
            done="measurements.verified"
          />
        </>
      )}
      {may && (
        <Button component={Link} to={`/measurements/create?${address}`} startIcon={<CorrectIcon />} variant="outlined">
          {say('measurements.correct')}
        </Button>
      )}
    </>
  )
}

function Body({ measurement }: { measurement: MeasurementDetail }) {
  const say = useSay()
  const measured = useMeasured()
  const format = useFormat()
  const { importRunId, rejectReason, sourceHash } = measurement
  return (
    <>
      {!measurement.isLatest && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {say('measurements.superseded')}
        </Alert>
      )}
      {rejectReason && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {say('measurements.rejectedBecause', { reason: rejectReason })}
        </Alert>
      )}
      <Section title="measurements.measured">
        <Facts
          facts={[
            {
              label: 'measurements.value',
              value: measured(measurement),
            },
            { label: 'measurements.numerator', value: format.number(measurement.numerator, 6) },
            { label: 'measurements.denominator', value: format.number(measurement.denominator, 6) },
            { label: 'measurements.measuredOn', value: format.date(measurement.measuredOn) },
            { label: 'measurements.version', value: format.number(measurement.version) },
            { label: 'measurements.note', value: measurement.note },
          ]}
        />
      </Section>
      {ofComplaints.includes(measurement.series.indicator.code) && (
        <Suspense>
          <FigureSection id={measurement.id} />
        </Suspense>
      )}
      {measurement.source === 'SKM' && (
        <Suspense>
          <SurveyBehind id={measurement.id} />
        </Suspense>
      )}
      <Section title="measurements.quality" help="measurements.qualityHelp">
        <QualityParts measurement={measurement} />
      </Section>
      <Section title="measurements.provenance">
        <Facts
          facts={[
            { label: 'measurements.source', value: measurement.source },
            { label: 'measurements.recordedBy', value: measurement.recordedBy },
            { label: 'measurements.recordedAt', value: format.instant(measurement.createdAt) },
            { label: 'measurements.verifiedBy', value: measurement.verifiedBy },
            { label: 'measurements.verifiedAt', value: format.instant(measurement.verifiedAt) },
            {
              label: 'measurements.import',
              value: importRunId && <Link to={`/imports/${importRunId}/show`}>{say('measurements.openImport')}</Link>,
            },
            { label: 'measurements.hash', value: sourceHash && <code>{sourceHash}</code> },
          ]}
        />
      </Section>
      <Section title="measurements.evidence">
        <EvidenceTable evidence={measurement.evidence.nodes} />
      </Section>
      <Section title="measurements.series" help="measurements.seriesHelp">
        <SeriesTable measurement={measurement} />
      </Section>
    </>
  )
}
