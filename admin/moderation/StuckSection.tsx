import { Box } from '@mui/material'
import { Link } from 'react-router-dom'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import type { Scope } from '../home/data.ts'
import { STUCK, type Stuck } from './data.ts'

/** Who is waited for, for which step and how long; overdue ones first. */
export function StuckSection({ periodKey, underUnitId }: Scope) {
  const say = useSay()
  const format = useFormat()
  const label = useCodeLabel()
  const { data, error, isPending, refetch } = useRead(STUCK, { periodKey, underUnitId }, { keepPrevious: true })
  return (
    <Section title="stuck.title" help="stuck.help" actions={<ToneChip tone="quiet" label={say('indicators.local')} />}>
      {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <PageSkeleton rows={6} />}
      {data && (
        <RowsTable<Stuck>
          caption="stuck.title"
          rows={data.stuckAppraisals}
          keyOf={({ reason, waitsFor, person }) => `${reason} ${waitsFor} ${person?.id ?? ''}`}
          empty="stuck.none"
          firstRows={15}
          columns={[
            { label: 'stuck.reason', render: ({ reason }) => label('stuckReason', reason) },
            {
              label: 'stuck.who',
              render: ({ waitsFor, person }) => (
                <Box>
                  {person ? <Link to={`/employees/${person.id}/show`}>{person.fullName}</Link> : label('waitsFor', waitsFor)}
                  {person && <Box sx={{ color: 'text.secondary', fontSize: '0.85em' }}>{label('waitsFor', waitsFor)}</Box>}
                </Box>
              ),
            },
            { label: 'stuck.people', isNumber: true, render: ({ people }) => format.number(people) },
            { label: 'stuck.days', isNumber: true, render: ({ days }) => format.number(days) },
            { label: 'stuck.due', render: ({ dueAt }) => format.instant(dueAt) },
            {
              label: 'stuck.overdue',
              isNumber: true,
              render: ({ overdue }) => (overdue === 0 ? '–' : <ToneChip tone="bad" label={format.number(overdue)} />),
            },
          ]}
        />
      )}
    </Section>
  )
}
