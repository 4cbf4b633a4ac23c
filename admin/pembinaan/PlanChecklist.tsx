import { Alert, Box } from '@mui/material'
import { Link } from 'react-router-dom'
import { useSay } from '../frame/language/use-say.ts'
import type { Plan, PlanFault } from './data.ts'

const written = ['DRAFT', 'KONSULTASI', 'DIKEMBALIKAN']

/** What keeps a plan from being submitted; each line leads to the place where it is mended. */
export function PlanChecklist({ plan: { id, faults, state } }: { plan: Plan }) {
  const say = useSay()
  if (!written.includes(state)) return null
  if (faults.length === 0) {
    return (
      <Alert severity="success" sx={{ my: 1.5 }}>
        {say('plans.complete')}
      </Alert>
    )
  }
  return (
    <Alert severity="warning" sx={{ my: 1.5 }}>
      {say('plans.missing', { count: faults.length })}
      <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5, '& a': { display: 'inline-block', py: 0.5 } }}>
        {faults.map((fault) => (
          <li key={`${fault.code} ${fault.field} ${fault.programmeId ?? ''}`}>
            <Link to={placeOf(id, fault)}>{fault.message}</Link>
          </li>
        ))}
      </Box>
    </Alert>
  )
}

function placeOf(planId: string, { place, programmeId }: PlanFault): string {
  if (place === 'MONITORING') return '/monitoring-teams/create'
  if (place === 'PROGRAMMES') return programmeId ? `/programmes/${programmeId}/show` : '/programmes'
  return `/pembinaan-plans/${planId}`
}
