import { Box } from '@mui/material'
import { ArrayInput, DateTimeInput, NumberInput, required, SimpleFormIterator, TextInput, Title } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { PeriodInput } from '../appraisals/PeriodInput.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { FormFrame, type Values } from '../frame/form/FormFrame.tsx'
import { PersonInput } from '../frame/form/PersonInput.tsx'
import { UnitInput } from '../frame/form/UnitInput.tsx'
import { SCHEDULE } from './commands.ts'

/** What stands in the form as the command takes it; people that were left open are left out. */
function scheduled({ members, scheduledAt, ...values }: Values) {
  const rows = Array.isArray(members) ? (members as readonly { employeeId?: string }[]) : []
  return {
    input: {
      ...values,
      scheduledAt: scheduledAt instanceof Date ? scheduledAt.toISOString() : new Date(String(scheduledAt)).toISOString(),
      memberIds: rows.flatMap(({ employeeId }) => (employeeId ? [employeeId] : [])),
    },
  }
}

/** Schedules a calibration session. */
export default function CalibrationCreate() {
  const navigate = useNavigate()
  return (
    <Box sx={{ pt: 2, maxWidth: 820 }}>
      <Title title="calibrations.schedule" />
      <Section title="calibrations.schedule" help="calibrations.help">
        <FormFrame
          document={SCHEDULE}
          about={null}
          initial={{ quorum: 3, members: [{}, {}] }}
          variables={scheduled}
          submit="calibrations.schedule"
          done="calibrations.scheduled"
          onDone={({ scheduleCalibration }) => navigate(`/calibrations/${scheduleCalibration.id}/show`)}
          onCancel={() => navigate('/calibrations')}
          warnWhenUnsaved
        >
          <TextInput source="title" label="calibrations.name" helperText={false} validate={required()} />
          <UnitInput source="unitId" label="calibrations.unit" validate={required()} />
          <PeriodInput source="periodKey" label="appraisals.period" />
          <TextInput source="agenda" label="calibrations.agenda" helperText={false} multiline minRows={3} validate={required()} />
          <DateTimeInput source="scheduledAt" label="calibrations.when" helperText={false} validate={required()} />
          <NumberInput
            source="quorum"
            label="calibrations.quorum"
            helperText="calibrations.quorumHelp"
            min={2}
            max={50}
            validate={required()}
          />
          <PersonInput source="chairId" label="calibrations.chair" validate={required()} />
          <ArrayInput source="members" label="calibrations.members">
            <SimpleFormIterator inline disableReordering fullWidth>
              <PersonInput source="employeeId" label="calibrations.member" />
            </SimpleFormIterator>
          </ArrayInput>
        </FormFrame>
      </Section>
    </Box>
  )
}
