import EditIcon from '@mui/icons-material/EditOutlined'
import { Alert, Typography } from '@mui/material'
import { DateInput, required, SelectInput, TextInput } from 'react-admin'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { CHANGE_SETTING } from './commands.ts'
import type { SettingValue } from './data.ts'
import { useSettingText } from './use-setting-text.ts'

/** Gives a setting another value from a day on; says first what that touches, and whether law stands behind the value. */
export function ChangeSettingButton({ setting }: { setting: SettingValue }) {
  const say = useSay()
  const text = useSettingText()
  const { key, label, value, unit, choices, effect, isLocal, anchor, actions } = setting
  const valueLabel = unit ? say('settings.newValueIn', { unit }) : say('settings.newValue')
  return (
    <FormDialogButton label="settings.change" icon={<EditIcon />} verdict={{ actions, name: 'CHANGE' }}>
      {(close) => (
        <FormFrame
          document={CHANGE_SETTING}
          about={key}
          initial={{ value }}
          variables={(values) => ({
            input: { ...values, key, value: asServerReads(String(values.value ?? ''), setting.defaultValue) },
          })}
          submit="settings.save"
          done="settings.changed"
          onDone={close}
          onCancel={close}
        >
          <Typography variant="h3" component="h3" sx={{ mb: 1 }}>
            {say('settings.changeOf', { name: label })}
          </Typography>
          <Typography sx={{ mb: 1 }}>{setting.description}</Typography>
          {!isLocal && (
            <Alert severity="warning" sx={{ mb: 1 }}>
              {say('settings.isLaw', { anchor })}
            </Alert>
          )}
          <Alert severity="info" sx={{ mb: 2 }}>
            {say('settings.affects', { effect })}
          </Alert>
          {choices.length > 0 ? (
            <SelectInput
              source="value"
              label={valueLabel}
              helperText={false}
              choices={choices.map((choice) => ({ id: choice, name: text(choice, null) }))}
              translateChoice={false}
              validate={required()}
            />
          ) : (
            <TextInput source="value" label={valueLabel} helperText={false} />
          )}
          <DateInput source="validFrom" label="settings.validFrom" helperText={false} validate={required()} />
          <TextInput source="reason" label="settings.reason" helperText="settings.reasonHelp" multiline validate={required()} />
        </FormFrame>
      )}
    </FormDialogButton>
  )
}

/** A number with a decimal comma as the server reads it; lists of days (`30,60,90`) keep their commas. */
function asServerReads(value: string, model: string): string {
  return model.includes(',') ? value.trim() : value.trim().replace(',', '.')
}
