import { Link } from 'react-router-dom'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import type { Consequences } from './profile-data.ts'

/** The awards of one person, as far as the reader may see them. */
export function AwardTable({ awards }: { awards: Consequences['employee']['awards']['nodes'] }) {
  const format = useFormat()
  return (
    <Section title="awards.title">
      <RowsTable
        caption="awards.title"
        rows={awards}
        keyOf={({ id }) => id}
        empty="awards.noneOfPerson"
        columns={[
          { label: 'awards.name', render: ({ id, title }) => <Link to={`/awards/${id}/show`}>{title}</Link> },
          { label: 'appraisals.period', render: ({ periodKey }) => periodKey },
          { label: 'skps.state', render: ({ state }) => <StateChip group="awardState" code={state} /> },
          { label: 'awards.decreeNumber', render: ({ decreeNumber }) => decreeNumber ?? '–' },
          { label: 'awards.decreeOn', render: ({ decreeOn }) => format.date(decreeOn) },
        ]}
      />
    </Section>
  )
}
