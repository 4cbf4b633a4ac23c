import { Box } from '@mui/material'
import { Title } from 'react-admin'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { SETTINGS } from './data.ts'

/** The settings in force today, each with the rule behind it or marked as local policy. */
export default function SettingsPage() {
  const say = useSay()
  const format = useFormat()
  const { data, error, isPending, refetch } = useRead(SETTINGS, {})
  return (
    <Box sx={{ pt: 2 }}>
      <Title title="settings.title" />
      {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <PageSkeleton />}
      {data && (
        <Section title="settings.title" help="settings.help">
          <RowsTable
            caption="settings.title"
            rows={data.settings}
            keyOf={({ key }) => key}
            empty="settings.none"
            columns={[
              { label: 'settings.key', render: ({ key }) => <code>{key}</code> },
              { label: 'settings.description', render: ({ description }) => description },
              { label: 'settings.value', render: ({ value }) => value || '–' },
              {
                label: 'settings.anchor',
                render: ({ isLocal, anchor }) => (isLocal ? <ToneChip tone="warn" label={say('indicators.local')} /> : anchor),
              },
              {
                label: 'employees.validFrom',
                render: ({ validFrom }) => (validFrom ? format.date(validFrom) : say('settings.default')),
              },
            ]}
          />
        </Section>
      )}
    </Box>
  )
}
