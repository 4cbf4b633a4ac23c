import { Typography } from '@mui/material'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import type { SettingValue } from './data.ts'
import { useSettingText } from './use-setting-text.ts'

/** What a setting was, is and will be, with the reason of each change for those who may change it. */
export function SettingHistoryButton({ setting }: { setting: SettingValue }) {
  const say = useSay()
  const format = useFormat()
  const text = useSettingText()
  if (setting.history.length === 0) return null
  return (
    <FormDialogButton label="settings.history" variant="text" size="small">
      {() => (
        <>
          <Typography sx={{ mb: 1 }}>{setting.label}</Typography>
          <RowsTable
            caption="settings.history"
            rows={setting.history}
            keyOf={({ validFrom }) => validFrom}
            empty="settings.noHistory"
            columns={[
              { label: 'settings.validFrom', render: ({ validFrom }) => format.date(validFrom) },
              { label: 'settings.newValue', render: ({ value }) => text(value, setting.unit) },
              { label: 'settings.reason', render: ({ reason }) => reason ?? '–' },
              { label: 'settings.enteredAt', render: ({ createdAt }) => format.instant(createdAt) },
            ]}
          />
          <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
            {say('settings.default')}: {text(setting.defaultValue, setting.unit)}
          </Typography>
        </>
      )}
    </FormDialogButton>
  )
}
