import { Typography } from '@mui/material'
import { Link } from 'react-router-dom'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { DIFFERENCES, type Plan } from './data.ts'

/** What differs from the plan that this one follows, such as last year's from which it was copied. */
export function DifferencesTab({ plan }: { plan: Plan }) {
  const say = useSay()
  const { predecessor } = plan
  const { data, error, isPending, refetch } = useRead(DIFFERENCES, { id: plan.id }, { enabled: predecessor !== null })
  if (predecessor === null) {
    return (
      <Section title="skps.changes">
        <Typography sx={{ color: 'text.secondary' }}>{say('skps.followsNone')}</Typography>
      </Section>
    )
  }
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <PageSkeleton rows={4} />
  return (
    <Section
      title="skps.changes"
      help="skps.changesHelp"
      actions={<Link to={`/skps/${predecessor.id}/show`}>{say('skps.openEarlier', { period: predecessor.period.key })}</Link>}
    >
      <RowsTable
        caption="skps.changes"
        rows={data.skpDifferences}
        keyOf={({ result, indicator, what }) => `${result} ${indicator} ${what}`}
        empty="skps.noChanges"
        firstRows={40}
        columns={[
          { label: 'skps.result', render: ({ result }) => result },
          { label: 'skps.indicator', render: ({ indicator }) => indicator ?? '–' },
          { label: 'skps.what', render: ({ what }) => what },
          { label: 'skps.before', render: ({ before }) => before ?? '–' },
          { label: 'skps.after', render: ({ after }) => after ?? '–' },
        ]}
      />
    </Section>
  )
}
