import { Typography } from '@mui/material'
import { Link } from 'react-router-dom'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import type { WhatIf } from './what-if.ts'

/** Units in which people gain or lose. */
export function WhatIfUnits({ units }: { units: WhatIf['units'] }) {
  const say = useSay()
  const format = useFormat()
  return (
    <>
      <Typography variant="h3" component="h3" sx={{ mt: 2, mb: 1 }}>
        {say('whatIf.units')}
      </Typography>
      <RowsTable
        caption="whatIf.units"
        rows={units}
        keyOf={({ unit }) => unit.id}
        empty="whatIf.nothingMoves"
        firstRows={10}
        columns={[
          { label: 'employees.unit', render: ({ unit }) => <Link to={`/units/${unit.id}/show`}>{unit.name}</Link> },
          { label: 'whatIf.helped', isNumber: true, render: ({ helped }) => format.number(helped) },
          { label: 'whatIf.hurt', isNumber: true, render: ({ hurt }) => format.number(hurt) },
          { label: 'whatIf.changedPredikat', isNumber: true, render: ({ changedPredikat }) => format.number(changedPredikat) },
        ]}
      />
    </>
  )
}
