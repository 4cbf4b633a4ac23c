import EditIcon from '@mui/icons-material/EditOutlined'
import { BooleanInput, DateInput, required, TextInput } from 'react-admin'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { UnitInput } from '../frame/form/UnitInput.tsx'
import { CHANGE_UNIT } from './commands.ts'
import type { UnitDetail } from './data.ts'

/** Renames, moves or closes a unit from a date on. What it was before stays in its history. */
export function ChangeUnitButton({ unit }: { unit: UnitDetail }) {
  const before: Record<string, unknown> = {
    name: unit.name,
    type: unit.type,
    parentId: unit.parent?.id ?? null,
    isServiceUnit: unit.isServiceUnit,
    closedOn: unit.closedOn,
  }
  const changed = (values: Record<string, unknown>) =>
    Object.fromEntries(
      Object.keys(before)
        .filter((key) => (values[key] ?? null) !== before[key])
        .map((key) => [key, values[key] ?? null]),
    )
  return (
    <FormDialogButton label="units.change" icon={<EditIcon />} verdict={{ actions: unit.actions, name: 'CHANGE_UNIT' }}>
      {(close) => (
        <FormFrame
          document={CHANGE_UNIT}
          about={unit.id}
          initial={before}
          variables={(values) => ({ input: { id: unit.id, validFrom: values.validFrom, ...changed(values) } })}
          submit="units.saveChange"
          done="units.changed"
          onDone={close}
          onCancel={close}
        >
          <DateInput source="validFrom" label="units.validFrom" helperText="units.validFromHelp" validate={required()} />
          <TextInput source="name" label="units.name" helperText={false} validate={required()} />
          <CodeInput source="type" group="unitType" label="units.type" validate={required()} />
          <UnitInput source="parentId" label="units.parent" />
          <BooleanInput source="isServiceUnit" label="units.isServiceUnit" helperText={false} />
          <DateInput source="closedOn" label="units.closedOn" helperText="units.closedOnHelp" />
        </FormFrame>
      )}
    </FormDialogButton>
  )
}
