import AddIcon from '@mui/icons-material/Add'
import { BooleanInput, DateInput, required, TextInput } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { UnitInput } from '../frame/form/UnitInput.tsx'
import { useMay } from '../frame/viewer-context.ts'
import { CREATE_UNIT } from './commands.ts'

export function CreateUnitButton() {
  const navigate = useNavigate()
  const may = useMay('organization.write')
  if (!may) return null
  return (
    <FormDialogButton label="units.create" icon={<AddIcon />} size="small" variant="contained">
      {(close) => (
        <FormFrame
          document={CREATE_UNIT}
          about={null}
          variables={(input) => ({ input })}
          initial={{ isServiceUnit: false }}
          submit="units.create"
          done="units.created"
          onDone={({ createUnit }) => {
            close()
            navigate(`/units/${createUnit.id}/show`)
          }}
          onCancel={close}
        >
          <TextInput source="code" label="units.code" helperText="units.codeHelp" validate={required()} />
          <TextInput source="name" label="units.name" helperText={false} validate={required()} />
          <CodeInput source="type" group="unitType" label="units.type" validate={required()} />
          <UnitInput source="parentId" label="units.parent" helperText="units.parentHelp" />
          <DateInput source="validFrom" label="units.validFrom" helperText={false} validate={required()} />
          <BooleanInput source="isServiceUnit" label="units.isServiceUnit" helperText={false} />
        </FormFrame>
      )}
    </FormDialogButton>
  )
}
