import { lazy, Suspense } from 'react'
import { DataTable, NullableBooleanInput, useListContext } from 'react-admin'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { useRead } from '../frame/data/read.ts'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { SearchFilter } from '../frame/form/SearchFilter.tsx'
import { UnitInput } from '../frame/form/UnitInput.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { ReviewQueue } from '../frame/review/ReviewQueue.tsx'
import type { CountsOf } from '../frame/review/StateTabs.tsx'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { useMay } from '../frame/viewer-context.ts'
import { Clock } from '../objections/Clock.tsx'
import { COMPLAINT_COUNTS, type Complaint, type ComplaintRow, complaintSpec, complaintStates } from './data.ts'
import { RecordComplaintButton } from './RecordComplaintButton.tsx'

/** Read beside the list, so it comes after the list. */
const ComplaintFile = lazy(() => import('./ComplaintFile.tsx'))

const filters = [
  <SearchFilter key="search" source="search" alwaysOn hint="complaints.searchHint" />,
  <UnitInput key="unit" source="underUnitId" label="complaints.unit" alwaysOn />,
  <NullableBooleanInput key="mine" source="waitingForMe" label="complaints.waitingForMe" helperText={false} alwaysOn />,
  <CodeInput key="category" source="category" group="complaintCategory" label="complaints.category" />,
  <CodeInput key="channel" source="channel" group="complaintChannel" label="complaints.channel" />,
  <NullableBooleanInput key="overdue" source="isOverdue" label="complaints.overdue" helperText={false} />,
  <NullableBooleanInput key="open" source="isOpen" label="complaints.open" helperText={false} />,
]

/** Inspectors work on a queue that nobody else sees: they choose between it and the desk. */
const inspectorFilters = [
  <CodeInput key="queue" source="queue" group="complaintQueue" label="complaints.queue" alwaysOn />,
  ...filters,
]

const tabs = [
  { value: '', label: 'complaints.allStates' as const },
  ...complaintStates.map((value) => ({ value, label: `complaintState.${value}` as const })),
]

function isWhole(row: ComplaintRow): row is Complaint {
  return 'actions' in row
}

const useStateCounts: CountsOf = ({ queue }) => {
  const { data } = useRead(
    COMPLAINT_COUNTS,
    { queue: typeof queue === 'string' && queue !== '' ? queue : null },
    { keepPrevious: true },
  )
  if (!data) return undefined
  const counts = new Map(data.complaintCounts.map(({ state, count }) => [state, count]))
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return { '': all, ...Object.fromEntries(complaintStates.map((state) => [state, counts.get(state) ?? 0])) }
}

/** The complaint desk, and the queue of the inspectorate: by state, by the time for the answer, the open one beside it. */
export default function ComplaintList() {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const mayInspect = useMay('complaints.inspect')
  const mayRecord = useMay('complaints.manage')
  const about = ({ category, unit }: ComplaintRow) =>
    `${label('complaintCategory', category)} · ${unit?.name ?? say('complaints.noUnit')}`
  return (
    <ReviewQueue<ComplaintRow>
      spec={complaintSpec}
      title="complaints.title"
      help="complaints.help"
      filters={mayInspect ? inspectorFilters : filters}
      sort={{ field: 'dueAt', order: 'ASC' }}
      states={{ source: 'state', label: 'complaints.states', tabs, useCounts: useStateCounts }}
      titleOf={({ number }) => number}
      empty={<EmptyState title="complaints.emptyTitle" help="complaints.emptyHelp" />}
      {...(mayRecord ? { actions: <RecordAction /> } : {})}
      columns={[
        <DataTable.Col key="number" label="complaints.number" disableSort source="number" />,
        <DataTable.Col key="about" label="complaints.category" disableSort render={(row: ComplaintRow) => about(row)} />,
        <DataTable.Col
          key="state"
          label="complaints.state"
          disableSort
          render={({ state }: ComplaintRow) => <StateChip group="complaintState" code={state} />}
        />,
        <DataTable.Col
          key="received"
          source="receivedAt"
          label="complaints.received"
          sortByOrder="DESC"
          render={({ receivedAt }: ComplaintRow) => format.date(receivedAt)}
        />,
        <DataTable.Col key="handler" label="complaints.handler" disableSort source="handler.fullName" />,
        <DataTable.Col key="due" source="dueAt" label="complaints.due" render={(row: ComplaintRow) => <Due row={row} />} />,
      ]}
      card={(row) => ({
        title: row.number,
        lines: [about(row), row.handler?.fullName ?? format.date(row.receivedAt)],
        chips: (
          <>
            <StateChip group="complaintState" code={row.state} />
            <Due row={row} />
          </>
        ),
      })}
    >
      {(row) => (
        <Suspense fallback={<PageSkeleton />}>
          {isWhole(row) ? <ComplaintFile key={row.id} complaint={row} /> : <PageSkeleton />}
        </Suspense>
      )}
    </ReviewQueue>
  )
}

function RecordAction() {
  const { refetch } = useListContext()
  return <RecordComplaintButton onDone={refetch} />
}

/** The clock that runs now; none once the office has answered. */
function Due({ row: { state, verifyDueAt, dueAt } }: { row: ComplaintRow }) {
  const isOpen = ['DITERIMA', 'DIVERIFIKASI', 'DIDISPOSISI', 'DIPROSES', 'DIBUKA_KEMBALI'].includes(state)
  if (!isOpen) return null
  const until = state === 'DITERIMA' ? verifyDueAt : dueAt
  return until && <Clock label={state === 'DITERIMA' ? 'complaints.verifyBy' : 'complaints.due'} until={until} />
}
