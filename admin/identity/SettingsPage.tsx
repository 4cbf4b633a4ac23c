import { Box } from '@mui/material'
import { Title } from 'react-admin'
import { useRead } from '../frame/data/read.ts'
import type { MessageKey } from '../frame/language/messages.ts'
import { ListHelp } from '../frame/list/ListHelp.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { SETTINGS } from './data.ts'
import { SettingGroup } from './SettingGroup.tsx'

/** Every setting of the city: what holds, what stands behind it, what it was and will be, and the way to change it from a day on. */
export default function SettingsPage() {
  const { data, error, isPending, refetch } = useRead(SETTINGS, {})
  const groups = [...Map.groupBy(data?.settings ?? [], ({ group }) => group)]
  return (
    <Box sx={{ pt: 2 }}>
      <Title title="settings.title" />
      <ListHelp text="settings.help" />
      {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <PageSkeleton />}
      {groups.map(([group, settings]) => (
        <SettingGroup key={group} title={`settings.group.${group}` as MessageKey} settings={settings} />
      ))}
    </Box>
  )
}
