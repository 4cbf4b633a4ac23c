import { lazy, Suspense } from 'react'
import { DataTable, NullableBooleanInput } from 'react-admin'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { useRead } from '../frame/data/read.ts'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { SearchFilter } from '../frame/form/SearchFilter.tsx'
import { UnitInput } from '../frame/form/UnitInput.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { ReviewQueue } from '../frame/review/ReviewQueue.tsx'
import type { CountsOf } from '../frame/review/StateTabs.tsx'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { CHECKPOINT_COUNTS, type Checkpoint, type CheckpointRow, checkpointSpec, checkpointStates } from './data.ts'

/** Read beside the list, so it comes after the list. */
const CheckpointFile = lazy(() => import('./CheckpointFile.tsx'))

const filters = [
  <SearchFilter key="search" source="search" alwaysOn hint="employees.searchHint" />,
  <NullableBooleanInput key="mine" source="waitingForMe" label="checkpoints.waitingForMe" helperText={false} alwaysOn />,
  <UnitInput key="unit" source="underUnitId" label="employees.unit" />,
  <CodeInput key="finding" source="finding" group="finding" label="checkpoints.finding" />,
]

const tabs = [
  { value: '', label: 'checkpoints.all' as const },
  ...checkpointStates.map((value) => ({ value, label: `checkpointState.${value}` as const })),
]

function isWhole(row: CheckpointRow): row is Checkpoint {
  return 'actions' in row
}

const useStateCounts: CountsOf = (others) => {
  const filter = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== '' && value !== null))
  const { data } = useRead(CHECKPOINT_COUNTS, { filter }, { keepPrevious: true })
  if (!data) return undefined
  const counts = new Map(data.checkpointCounts.map(({ state, count }) => [state, count]))
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return { '': all, ...Object.fromEntries(checkpointStates.map((state) => [state, counts.get(state) ?? 0])) }
}

/** The queue of checkpoints: by state, by the day on which they fall due, the open one beside it. */
export default function CheckpointList() {
  const say = useSay()
  const format = useFormat()
  return (
    <ReviewQueue<CheckpointRow>
      spec={checkpointSpec}
      title="checkpoints.title"
      help="checkpoints.help"
      filters={filters}
      sort={{ field: 'dueOn', order: 'ASC' }}
      states={{ source: 'state', label: 'checkpoints.states', tabs, useCounts: useStateCounts }}
      titleOf={({ employeeName }) => employeeName}
      empty={<EmptyState title="checkpoints.emptyTitle" help="checkpoints.emptyHelp" />}
      columns={[
        <DataTable.Col key="name" source="employeeName" label="checkpoints.person" disableSort />,
        <DataTable.Col key="programme" source="programmeName" label="checkpoints.programme" disableSort />,
        <DataTable.Col key="day" source="day" label="checkpoints.day" align="right" disableSort />,
        <DataTable.Col
          key="due"
          label="checkpoints.dueOn"
          disableSort
          render={({ dueOn }: CheckpointRow) => format.date(dueOn)}
        />,
        <DataTable.Col
          key="state"
          label="skps.state"
          disableSort
          render={({ state }: CheckpointRow) => <StateChip group="checkpointState" code={state} />}
        />,
        <DataTable.Col
          key="finding"
          label="checkpoints.finding"
          disableSort
          render={({ finding }: CheckpointRow) => <StateChip group="finding" code={finding} />}
        />,
      ]}
      card={(row) => ({
        title: row.employeeName,
        lines: [row.programmeName, `${say('checkpoints.dayIs', { day: row.day })} · ${format.date(row.dueOn)}`],
        chips: (
          <>
            <StateChip group="checkpointState" code={row.state} />
            <StateChip group="finding" code={row.finding} />
          </>
        ),
      })}
    >
      {(row) => (
        <Suspense fallback={<PageSkeleton />}>
          {isWhole(row) ? <CheckpointFile key={row.id} checkpoint={row} /> : <PageSkeleton />}
        </Suspense>
      )}
    </ReviewQueue>
  )
}
