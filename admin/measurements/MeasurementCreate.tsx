import { Box } from '@mui/material'
import { Title } from 'react-admin'
import { useNavigate, useSearchParams } from 'react-router-dom'
import { decimalSent } from '../frame/form/decimal.ts'
import { FormFrame, type Values } from '../frame/form/FormFrame.tsx'
import { ListHelp } from '../frame/list/ListHelp.tsx'
import { RECORD_REALISATION } from './commands.ts'
import { MeasurementInputs } from './MeasurementInputs.tsx'

/** Records a measurement of a quarter. A correction is a new record of the same quarter; what was measured before stays in the series. */
export default function MeasurementCreate() {
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const initial = {
    indicatorId: search.get('indicatorId'),
    periodKey: search.get('periodKey'),
    employeeId: search.get('employeeId'),
    unitId: search.get('unitId'),
    subject: search.get('unitId') ? 'UNIT' : 'EMPLOYEE',
    hasValue: true,
    evidence: [],
  }
  return (
    <Box sx={{ pt: 2 }}>
      <Title title="measurements.record" />
      <ListHelp text="measurements.recordHelp" />
      <FormFrame
        document={RECORD_REALISATION}
        about={String(search)}
        initial={initial}
        variables={(values) => ({ input: recorded(values) })}
        submit="measurements.record"
        done="measurements.recorded"
        onDone={({ recordRealisation }) => navigate(`/measurements/${recordRealisation.id}/show`)}
        onCancel={() => navigate('/measurements')}
        warnWhenUnsaved
      >
        <MeasurementInputs />
      </FormFrame>
    </Box>
  )
}

/** What the form holds, for the server: one subject, and either a value with its parts or the reason for having none. */
function recorded(values: Values): Record<string, unknown> {
  const { indicatorId, periodKey, subject, employeeId, unitId, hasValue, missingReason, measuredOn, source, note, evidence } =
    values
  return {
    indicatorId,
    periodKey,
    ...(subject === 'UNIT' ? { unitId } : { employeeId }),
    ...(hasValue
      ? {
          value: decimalSent(values.value),
          numerator: decimalSent(values.numerator),
          denominator: decimalSent(values.denominator),
        }
      : { missingReason }),
    measuredOn,
    source,
    note: note || null,
    evidence: (Array.isArray(evidence) ? evidence : []).map(({ kind, url, description }) => ({
      kind,
      url: url || null,
      description,
    })),
  }
}
