import { Box } from '@mui/material'
import type { HttpError } from 'ra-core'
import {
  ArrayInput,
  BooleanInput,
  DateInput,
  EditBase,
  NumberInput,
  required,
  SimpleFormIterator,
  TextInput,
  Title,
  useEditContext,
} from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { Section } from '../frame/detail/Section.tsx'
import { wholeRecord } from '../frame/detail/whole-record.ts'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { readableDecimal } from '../frame/form/decimal.ts'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { InputGrid } from '../frame/form/InputGrid.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { UPDATE_PLAN } from './commands.ts'
import type { Plan } from './data.ts'
import { PlanChecklist } from './PlanChecklist.tsx'
import { planInput, planShown } from './plan-form.ts'

/** Writes a plan; the checklist beside it says what is still missing. */
export default function PlanEdit() {
  return (
    <EditBase<Plan> mutationMode="pessimistic" redirect={false} queryOptions={{ meta: wholeRecord }}>
      <Editor />
    </EditBase>
  )
}

function Editor() {
  const navigate = useNavigate()
  const { record, error, isPending, refetch } = useEditContext<Plan, HttpError>()
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending || !record) return <PageSkeleton />
  const back = () => navigate(`/pembinaan-plans/${record.id}/show`)
  return (
    <Box sx={{ pt: 2 }}>
      <Title title="plans.edit" />
      <PlanChecklist plan={record} />
      <FormFrame
        document={UPDATE_PLAN}
        about={record.id}
        initial={planShown(record)}
        variables={(values) => ({ input: { id: record.id, revision: record.revision, ...planInput(values) } })}
        submit="plans.save"
        done="pembinaan.done"
        onDone={back}
        onCancel={back}
        warnWhenUnsaved
      >
        <Inputs />
      </FormFrame>
    </Box>
  )
}

function Inputs() {
  const amount = { helperText: false as const, validate: [required(), readableDecimal] }
  return (
    <>
      <Section title="plans.facts">
        <TextInput source="title" label="plans.name" helperText={false} validate={required()} fullWidth />
        <TextInput source="problemStatement" label="plans.problemStatement" helperText={false} multiline minRows={2} fullWidth />
        <InputGrid>
          <TextInput source="targetGroup" label="plans.targetGroup" helperText={false} />
          <TextInput source="ceiling" label="plans.ceiling" helperText={false} validate={readableDecimal} />
        </InputGrid>
      </Section>
      <Section title="plans.problems">
        <ArrayInput source="problems" label={false} helperText={false}>
          <SimpleFormIterator disableReordering fullWidth>
            <InputGrid>
              <TextInput source="statement" label="plans.problem" helperText={false} validate={required()} multiline />
              <TextInput source="documentUrl" label="plans.document" helperText={false} />
            </InputGrid>
          </SimpleFormIterator>
        </ArrayInput>
      </Section>
      <Section title="plans.outcomes">
        <ArrayInput source="indicators" label={false} helperText={false}>
          <SimpleFormIterator disableReordering fullWidth>
            <InputGrid>
              <TextInput source="name" label="plans.outcome" helperText={false} validate={required()} />
              <TextInput source="measure" label="plans.measure" helperText={false} validate={required()} />
              <TextInput source="baseline" label="plans.baseline" helperText={false} validate={readableDecimal} />
              <DateInput source="baselineOn" label="plans.baselineOn" helperText={false} />
              <TextInput source="baselineSource" label="plans.baselineSource" helperText={false} />
              <TextInput source="target" label="plans.target" helperText={false} validate={readableDecimal} />
              <BooleanInput source="isPrimary" label="plans.isPrimary" helperText={false} />
            </InputGrid>
          </SimpleFormIterator>
        </ArrayInput>
      </Section>
      <Section title="plans.stakeholders">
        <ArrayInput source="stakeholders" label={false} helperText={false}>
          <SimpleFormIterator disableReordering fullWidth>
            <InputGrid>
              <CodeInput source="kind" group="stakeholderKind" label="plans.kind" validate={required()} />
              <TextInput source="name" label="plans.who" helperText={false} validate={required()} />
              <DateInput source="consultedOn" label="plans.consultedOn" helperText={false} />
              <TextInput source="outcome" label="plans.outcomeOf" helperText={false} multiline />
            </InputGrid>
          </SimpleFormIterator>
        </ArrayInput>
        <TextInput source="consultationReason" label="plans.consultationReason" helperText={false} multiline fullWidth />
      </Section>
      <Section title="plans.budgetLines">
        <ArrayInput source="budgetLines" label={false} helperText={false}>
          <SimpleFormIterator disableReordering fullWidth>
            <InputGrid>
              <TextInput source="description" label="plans.description" helperText={false} validate={required()} />
              <TextInput source="quantity" label="plans.quantity" {...amount} />
              <TextInput source="measure" label="plans.measure" helperText={false} validate={required()} />
              <TextInput source="unitCost" label="plans.unitCost" {...amount} />
            </InputGrid>
          </SimpleFormIterator>
        </ArrayInput>
      </Section>
      <Section title="plans.risks">
        <ArrayInput source="risks" label={false} helperText={false}>
          <SimpleFormIterator disableReordering fullWidth>
            <InputGrid>
              <TextInput source="description" label="plans.risk" helperText={false} validate={required()} />
              <NumberInput
                source="likelihood"
                label="plans.likelihood"
                helperText={false}
                validate={required()}
                min={1}
                max={5}
              />
              <NumberInput source="impact" label="plans.impact" helperText={false} validate={required()} min={1} max={5} />
              <TextInput source="mitigation" label="plans.mitigation" helperText={false} validate={required()} />
            </InputGrid>
          </SimpleFormIterator>
        </ArrayInput>
      </Section>
    </>
  )
}
