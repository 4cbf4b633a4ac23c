import ErrorIcon from '@mui/icons-material/ErrorOutlined'
import WarningIcon from '@mui/icons-material/WarningAmberOutlined'
import { Alert, Box } from '@mui/material'
import { useSay } from '../frame/language/use-say.ts'
import type { Plan, PlanFault } from './data.ts'

/** Everything that the server finds wrong with a plan that is still written: what keeps it from being submitted, and what deserves a look. */
export function FaultList({ plan: { faults, state } }: { plan: Plan }) {
  const say = useSay()
  const errors = faults.filter(({ isError }) => isError)
  const hints = faults.filter(({ isError }) => !isError)
  if (faults.length === 0 || state === 'DITUTUP') return null
  return (
    <Box sx={{ my: 1.5, display: 'grid', gap: 1 }}>
      {errors.length > 0 && (
        <Alert severity="error" icon={<ErrorIcon />}>
          {say('skps.errors', { count: errors.length })}
          <Rows faults={errors} />
        </Alert>
      )}
      {hints.length > 0 && (
        <Alert severity="warning" icon={<WarningIcon />}>
          {say('skps.hints', { count: hints.length })}
          <Rows faults={hints} />
        </Alert>
      )}
    </Box>
  )
}

function Rows({ faults }: { faults: readonly PlanFault[] }) {
  const say = useSay()
  return (
    <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
      {faults.map(({ code, field, message }) => (
        <li key={`${code} ${field}`}>
          {placeOf(field) !== null && <strong>{say('skps.atResult', { number: placeOf(field) ?? 0 })} </strong>}
          {message}
        </li>
      ))}
    </Box>
  )
}

/** The number of the result that a dotted path of the server points to. */
function placeOf(field: string): number | null {
  const index = /^rhk\.(\d+)/.exec(field)?.[1]
  return index === undefined ? null : Number(index) + 1
}
