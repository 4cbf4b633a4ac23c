import AddIcon from '@mui/icons-material/Add'
import { NumberInput, required } from 'react-admin'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { useMay } from '../frame/viewer-context.ts'
import { PREPARE_PERIOD } from './commands.ts'

/** Prepares a performance year with its quarters and months. */
export function PreparePeriodButton() {
  const may = useMay('periods.manage')
  if (!may) return null
  return (
    <FormDialogButton label="periods.prepare" icon={<AddIcon />} size="small" variant="contained">
      {(close) => (
        <FormFrame
          document={PREPARE_PERIOD}
          about={null}
          variables={({ year }) => ({ input: { year: Number(year) } })}
          initial={{ year: new Date().getFullYear() }}
          submit="periods.prepare"
          done="periods.prepared"
          onDone={close}
          onCancel={close}
        >
          <NumberInput
            source="year"
            label="periods.year"
            helperText="periods.yearHelp"
            validate={required()}
            min={2019}
            max={2100}
            format={(year) => year}
          />
        </FormFrame>
      )}
    </FormDialogButton>
  )
}
