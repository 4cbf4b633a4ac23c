import AddIcon from '@mui/icons-material/BookmarkAddOutlined'
import GroupIcon from '@mui/icons-material/GroupOutlined'
import { Alert, Box, Button, Chip } from '@mui/material'
import { useState } from 'react'
import { useSay } from '../language/use-say.ts'
import { SaveViewDialog } from './SaveViewDialog.tsx'
import { useViews } from './use-views.ts'
import { ViewMenu } from './ViewMenu.tsx'

/** The views of a list in a row: one click shows one, the menu beside the chosen one changes, shares or forgets it. */
export function ViewBar({ resource }: { resource: string }) {
  const say = useSay()
  const { views, chosen, isMissing, choose } = useViews(resource)
  const [isSaving, setSaving] = useState(false)
  return (
    <Box component="section" aria-label={say('views.title')} className="tera-screen-only">
      {isMissing && (
        <Alert severity="info" sx={{ mb: 1 }}>
          {say('views.missing')}
        </Alert>
      )}
      <Box sx={{ display: 'flex', gap: 0.75, alignItems: 'center', overflowX: 'auto', py: 0.5, mb: 0.5 }}>
        {views.length > 0 && (
          <Chip
            label={say('views.all')}
            size="small"
            color={chosen ? 'default' : 'primary'}
            variant={chosen ? 'outlined' : 'filled'}
            aria-pressed={chosen === null}
            onClick={() => choose(null)}
          />
        )}
        {views.map((view) => (
          <Chip
            key={view.id}
            label={view.name}
            title={view.isMine ? undefined : say('views.of', { name: view.ownerName })}
            size="small"
            icon={view.audience === 'PRIVATE' ? undefined : <GroupIcon titleAccess={say('views.isShared')} />}
            color={view.id === chosen?.id ? 'primary' : 'default'}
            variant={view.id === chosen?.id ? 'filled' : 'outlined'}
            aria-pressed={view.id === chosen?.id}
            onClick={() => choose(view)}
          />
        ))}
        {chosen && <ViewMenu view={chosen} resource={resource} onGone={() => choose(null)} />}
        <Button size="small" startIcon={<AddIcon />} onClick={() => setSaving(true)} sx={{ whiteSpace: 'nowrap', flexShrink: 0 }}>
          {say('views.save')}
        </Button>
      </Box>
      {isSaving && <SaveViewDialog resource={resource} onClose={() => setSaving(false)} />}
    </Box>
  )
}
