import { lazy, Suspense } from 'react'
import { DataTable, NullableBooleanInput } from 'react-admin'
import { PeriodInput } from '../appraisals/PeriodInput.tsx'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { useRead } from '../frame/data/read.ts'
import { SearchFilter } from '../frame/form/SearchFilter.tsx'
import { UnitInput } from '../frame/form/UnitInput.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { ReviewQueue } from '../frame/review/ReviewQueue.tsx'
import type { CountsOf } from '../frame/review/StateTabs.tsx'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { Clock } from './Clock.tsx'
import { OBJECTION_COUNTS, type Objection, type ObjectionRow, objectionSpec, objectionStates } from './data.ts'

/** Read beside the list, so it comes after the list. */
const ObjectionFile = lazy(() => import('./ObjectionFile.tsx'))

const filters = [
  <SearchFilter key="search" source="search" alwaysOn hint="employees.searchHint" />,
  <PeriodInput key="period" source="periodKey" label="appraisals.period" alwaysOn />,
  <UnitInput key="unit" source="underUnitId" label="employees.unit" alwaysOn />,
  <NullableBooleanInput key="mine" source="waitingForMe" label="objections.waitingForMe" helperText={false} alwaysOn />,
  <NullableBooleanInput key="overdue" source="isOverdue" label="objections.overdue" helperText={false} />,
  <NullableBooleanInput key="open" source="isOpen" label="objections.open" helperText={false} />,
]

const tabs = [
  { value: '', label: 'objections.allStates' as const },
  ...objectionStates.map((value) => ({ value, label: `objectionState.${value}` as const })),
]

function isWhole(row: ObjectionRow): row is Objection {
  return 'actions' in row
}

const useStateCounts: CountsOf = (others) => {
  const filter = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== '' && value !== null))
  const { data } = useRead(OBJECTION_COUNTS, { filter }, { keepPrevious: true })
  if (!data) return undefined
  const counts = new Map(data.objectionCounts.map(({ state, count }) => [state, count]))
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return { '': all, ...Object.fromEntries(objectionStates.map((state) => [state, counts.get(state) ?? 0])) }
}

/** The desk of objections: by state, by the day on which a decision is due, the open one beside it. */
export default function ObjectionList() {
  const say = useSay()
  const format = useFormat()
  const nameOf = ({ appraisal }: ObjectionRow) => appraisal?.employee.fullName ?? say('objections.someone')
  return (
    <ReviewQueue<ObjectionRow>
      spec={objectionSpec}
      title="objections.title"
      help="objections.help"
      filters={filters}
      sort={{ field: 'dueAt', order: 'ASC' }}
      states={{ source: 'state', label: 'objections.states', tabs, useCounts: useStateCounts }}
      titleOf={nameOf}
      empty={<EmptyState title="objections.emptyTitle" help="objections.emptyHelp" />}
      columns={[
        <DataTable.Col key="name" label="employees.name" disableSort render={(row: ObjectionRow) => nameOf(row)} />,
        <DataTable.Col key="period" label="appraisals.period" disableSort source="appraisal.period.key" />,
        <DataTable.Col
          key="state"
          label="skps.state"
          disableSort
          render={({ state }: ObjectionRow) => <StateChip group="objectionState" code={state} />}
        />,
        <DataTable.Col
          key="filed"
          label="objections.filedAt"
          disableSort
          render={({ filedAt }: ObjectionRow) => format.date(filedAt)}
        />,
        <DataTable.Col
          key="dueAt"
          label="objections.dueAt"
          disableSort
          render={({ dueAt }: ObjectionRow) => format.date(dueAt)}
        />,
        <DataTable.Col key="due" label="objections.decision" disableSort render={(row: ObjectionRow) => <Due row={row} />} />,
      ]}
      card={(row) => ({
        title: nameOf(row),
        lines: [row.appraisal?.unit.name ?? '–', row.appraisal?.period.key ?? '–'],
        chips: (
          <>
            <StateChip group="objectionState" code={row.state} />
            <Due row={row} />
          </>
        ),
      })}
    >
      {(row) => (
        <Suspense fallback={<PageSkeleton />}>
          {isWhole(row) ? <ObjectionFile key={row.id} objection={row} /> : <PageSkeleton />}
        </Suspense>
      )}
    </ReviewQueue>
  )
}

function Due({ row: { decidedAt, dueAt, decision } }: { row: ObjectionRow }) {
  if (decidedAt === null) return <Clock label="objections.decideBy" until={dueAt} isShort />
  return <StateChip group="objectionDecision" code={decision} />
}
