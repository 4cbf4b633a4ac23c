import AddIcon from '@mui/icons-material/Add'
import { Button } from '@mui/material'
import type { ReactNode } from 'react'
import { ArrayInput, required, SimpleFormIterator, TextInput, useSimpleFormIterator } from 'react-admin'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { readableDecimal } from '../frame/form/decimal.ts'
import { InputGrid } from '../frame/form/InputGrid.tsx'
import type { MessageKey } from '../frame/language/messages.ts'
import { useSay } from '../frame/language/use-say.ts'
import { IndicatorInput } from './IndicatorInput.tsx'
import { WeightTotal } from './WeightTotal.tsx'

/** The results of a plan or a template with their indicators; what only a plan has comes in from outside. */
export function ResultInputs({ ofResult, ofIndicator }: { ofResult?: ReactNode; ofIndicator?: ReactNode }) {
  return (
    <>
      <WeightTotal />
      <ArrayInput source="rhk" label={false} helperText={false}>
        <SimpleFormIterator
          addButton={<AddButton label="planForm.addResult" row={{ kind: 'UTAMA', iki: [{}] }} />}
          sx={{ '& > .RaSimpleFormIterator-list > .RaSimpleFormIterator-line': { py: 2 } }}
        >
          <TextInput source="title" label="skps.resultTitle" helperText={false} validate={required()} multiline fullWidth />
          <InputGrid>
            <CodeInput source="kind" group="rhkKind" label="skps.kind" validate={required()} />
            <DecimalInput source="weight" label="skps.weight" helperText="planForm.weightHelp" />
          </InputGrid>
          {ofResult}
          <ArrayInput source="iki" label="planForm.indicators" helperText={false}>
            <SimpleFormIterator
              inline
              disableReordering
              addButton={<AddButton label="planForm.addIndicator" row={{ weight: '1' }} />}
              sx={{ '& .RaSimpleFormIterator-form': { flexWrap: 'wrap' } }}
            >
              <IndicatorInput source="indicatorId" validate={required()} />
              <DecimalInput source="weight" label="skps.weightInsideShort" />
              <DecimalInput source="target" label="skps.target" />
              <DecimalInput source="targetMin" label="skps.targetMin" />
              <DecimalInput source="targetMax" label="skps.targetMax" />
              {ofIndicator}
            </SimpleFormIterator>
          </ArrayInput>
        </SimpleFormIterator>
      </ArrayInput>
      <WeightTotal />
    </>
  )
}

export function DecimalInput({ source, label, helperText }: { source: string; label: MessageKey; helperText?: MessageKey }) {
  return (
    <TextInput
      source={source}
      label={label}
      helperText={helperText ?? false}
      validate={readableDecimal}
      inputMode="decimal"
      sx={{ width: 150 }}
    />
  )
}

function AddButton({ label, row }: { label: MessageKey; row: object }) {
  const say = useSay()
  const { add } = useSimpleFormIterator()
  return (
    <Button size="small" startIcon={<AddIcon />} onClick={() => add(row)}>
      {say(label)}
    </Button>
  )
}
