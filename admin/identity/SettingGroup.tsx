import { Box, Typography } from '@mui/material'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import type { MessageKey } from '../frame/language/messages.ts'
import { useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { ChangeSettingButton } from './ChangeSettingButton.tsx'
import type { SettingValue } from './data.ts'
import { SettingHistoryButton } from './SettingHistoryButton.tsx'
import { useSettingText } from './use-setting-text.ts'

/** The settings of one subject, each with its present value and what is to come. */
export function SettingGroup({ title, settings }: { title: MessageKey; settings: SettingValue[] }) {
  const say = useSay()
  const format = useFormat()
  const text = useSettingText()
  return (
    <Section title={title}>
      <RowsTable
        caption={title}
        rows={settings}
        keyOf={({ key }) => key}
        empty="settings.none"
        columns={[
          {
            label: 'settings.name',
            render: ({ label, description }) => (
              <Box sx={{ maxWidth: '52ch' }}>
                <Typography sx={{ fontWeight: 600 }}>{label}</Typography>
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                  {description}
                </Typography>
              </Box>
            ),
          },
          {
            label: 'settings.value',
            render: (setting) => (
              <>
                <Typography sx={{ fontWeight: 600 }}>{text(setting.value, setting.unit)}</Typography>
                {comingOf(setting).map(({ validFrom, value }) => (
                  <Typography key={validFrom} variant="body2">
                    {say('settings.coming', { date: format.date(validFrom), value: text(value, setting.unit) })}
                  </Typography>
                ))}
              </>
            ),
          },
          {
            label: 'settings.anchor',
            render: ({ isLocal, anchor }) => (isLocal ? <ToneChip tone="warn" label={say('indicators.local')} /> : anchor),
          },
          {
            label: 'settings.since',
            render: ({ validFrom }) => (validFrom ? format.date(validFrom) : say('settings.default')),
          },
          {
            label: 'settings.do',
            render: (setting) => (
              <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
                <ChangeSettingButton setting={setting} />
                <SettingHistoryButton setting={setting} />
              </Box>
            ),
          },
        ]}
      />
    </Section>
  )
}

/** Values of days to come, the next one first: the server says which one is in force. */
function comingOf({ history, validFrom }: SettingValue) {
  return history.filter((change) => change.validFrom > (validFrom ?? '')).reverse()
}
