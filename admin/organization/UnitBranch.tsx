import ClosedIcon from '@mui/icons-material/ChevronRight'
import OpenIcon from '@mui/icons-material/ExpandMore'
import { Box, IconButton, Skeleton, Typography } from '@mui/material'
import { useState } from 'react'
import { useGetList } from 'react-admin'
import { Link } from 'react-router-dom'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import type { UnitRow } from './data.ts'

type Props = { unit: UnitRow; isOpenAtFirst?: boolean }

/** One unit of the tree with what lies below it. */
export function UnitBranch({ unit, isOpenAtFirst = false }: Props) {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  const hasChildren = unit.children.totalCount > 0
  return (
    <Box component="li">
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 0.5,
          minHeight: 40,
          borderRadius: 1,
          '&:hover': { backgroundColor: 'action.hover' },
        }}
      >
        {hasChildren ? (
          <IconButton
            size="small"
            aria-expanded={isOpen}
            aria-label={say(isOpen ? 'units.collapse' : 'units.expand', { name: unit.name })}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? <OpenIcon /> : <ClosedIcon />}
          </IconButton>
        ) : (
          <Box sx={{ width: 34 }} />
        )}
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Link to={`/units/${unit.id}/show`}>{unit.name}</Link>
          <Typography component="span" variant="body2" sx={{ color: 'text.secondary', ml: 1 }}>
            {unit.code}
            <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' } }}>
              {' · '}
              {label('unitType', unit.type)}
            </Box>
          </Typography>
        </Box>
        <Typography variant="body2" sx={{ color: 'text.secondary', whiteSpace: 'nowrap', pr: 1 }}>
          {say('units.employeeCount', {
            smart_count: unit.employees.totalCount,
            count: format.number(unit.employees.totalCount),
          })}
        </Typography>
      </Box>
      {isOpen && hasChildren && <Children parentId={unit.id} />}
    </Box>
  )
}

function Children({ parentId }: { parentId: string }) {
  const { data, error, isPending } = useGetList<UnitRow>('units', {
    filter: { parentId },
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'code', order: 'ASC' },
  })
  if (error) return <FaultNotice error={error} />
  if (isPending) return <Skeleton variant="rounded" height={32} sx={{ ml: 5, my: 0.5 }} />
  return (
    <Box
      component="ul"
      sx={{ listStyle: 'none', m: 0, p: 0, pl: { xs: 1.5, sm: 3 }, ml: 2, borderLeft: 1, borderColor: 'divider' }}
    >
      {data.map((unit) => (
        <UnitBranch key={unit.id} unit={unit} />
      ))}
    </Box>
  )
}
