import { Link } from 'react-router-dom'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import type { MeasurementDetail } from './data.ts'
import { useMeasured } from './use-measured.ts'

/** All records of the same series: the other quarters of the year, and what was corrected. */
export function SeriesTable({ measurement }: { measurement: MeasurementDetail }) {
  const say = useSay()
  const measured = useMeasured()
  const format = useFormat()
  return (
    <RowsTable
      caption="measurements.series"
      rows={measurement.series.realisations.nodes}
      keyOf={({ id }) => id}
      empty="measurements.none"
      columns={[
        {
          label: 'measurements.quarter',
          render: ({ id, period }) =>
            id === measurement.id ? (
              say('measurements.this', { period: period.key })
            ) : (
              <Link to={`/measurements/${id}/show`}>{period.key}</Link>
            ),
        },
        { label: 'measurements.version', isNumber: true, render: ({ version }) => format.number(version) },
        {
          label: 'measurements.value',
          isNumber: true,
          render: measured,
        },
        { label: 'measurements.measuredOn', render: ({ measuredOn }) => format.date(measuredOn) },
        { label: 'measurements.state', render: ({ state }) => <StateChip group="realisationState" code={state} /> },
      ]}
    />
  )
}
