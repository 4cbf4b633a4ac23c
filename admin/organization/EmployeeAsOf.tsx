import { Box } from '@mui/material'
import { Link } from 'react-router-dom'
import { useRead } from '../frame/data/read.ts'
import { Facts } from '../frame/detail/Facts.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { AS_OF } from './histories.ts'
import { heldOn, type TimelineEvent } from './timeline-events.ts'

type Props = { id: string; day: string; events: readonly TimelineEvent[] }

/** Where a person stood on a day: unit, position, rank and superior by the records that held then. */
export function EmployeeAsOf({ id, day, events }: Props) {
  const { data, error, isPending } = useRead(AS_OF, { id, on: day }, { keepPrevious: true })
  if (error) return <FaultNotice error={error} />
  if (isPending) return <PageSkeleton rows={2} />
  const { unitAsOf, superiorAsOf } = data.employee
  return (
    <Box role="status" sx={{ p: 1.5, mb: 2, borderRadius: 1, backgroundColor: 'action.hover' }}>
      <Facts
        facts={[
          { label: 'employees.position', value: heldOn(events, 'POSITION', day)?.title },
          { label: 'employees.unit', value: unitAsOf && <Link to={`/units/${unitAsOf.id}/show`}>{unitAsOf.name}</Link> },
          { label: 'employees.golongan', value: heldOn(events, 'RANK', day)?.title },
          {
            label: 'employees.superior',
            value: superiorAsOf && <Link to={`/employees/${superiorAsOf.id}/show`}>{superiorAsOf.fullName}</Link>,
          },
        ]}
      />
    </Box>
  )
}
