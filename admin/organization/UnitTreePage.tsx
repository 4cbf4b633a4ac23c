import ListIcon from '@mui/icons-material/ViewListOutlined'
import { Box, Button, Card } from '@mui/material'
import { Title, useGetList } from 'react-admin'
import { useSay } from '../frame/language/use-say.ts'
import { ListHelp } from '../frame/list/ListHelp.tsx'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { CreateUnitButton } from './CreateUnitButton.tsx'
import type { UnitRow } from './data.ts'
import { UnitBranch } from './UnitBranch.tsx'

/** The organisation as a tree; a branch is read when it is opened. */
export function UnitTreePage({ onList }: { onList: () => void }) {
  const say = useSay()
  const { data, error, isPending, refetch } = useGetList<UnitRow>('units', {
    filter: { rootsOnly: true },
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'code', order: 'ASC' },
  })
  return (
    <Box sx={{ pt: 2 }}>
      <Title title="units.title" />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1, alignItems: 'flex-start' }}>
        <Box sx={{ flex: 1, minWidth: 240 }}>
          <ListHelp text="units.help" />
        </Box>
        <Button size="small" startIcon={<ListIcon />} onClick={onList}>
          {say('units.asList')}
        </Button>
        <CreateUnitButton />
      </Box>
      {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <PageSkeleton />}
      {data?.length === 0 && (
        <EmptyState title="units.emptyTitle" help="units.emptyHelp" step={{ to: '/imports/create', label: 'units.emptyStep' }} />
      )}
      {data && data.length > 0 && (
        <Card sx={{ p: { xs: 1, sm: 2 } }}>
          <Box component="ul" aria-label={say('units.title')} sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {data.map((unit) => (
              <UnitBranch key={unit.id} unit={unit} isOpenAtFirst />
            ))}
          </Box>
        </Card>
      )}
    </Box>
  )
}
