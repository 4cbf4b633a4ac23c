import { lazy, Suspense } from 'react'
import { DataTable, NullableBooleanInput, NumberInput } from 'react-admin'
import { usePeriods } from '../appraisals/use-periods.ts'
import { useRead } from '../frame/data/read.ts'
import { PersonInput } from '../frame/form/PersonInput.tsx'
import { SearchFilter } from '../frame/form/SearchFilter.tsx'
import { UnitInput } from '../frame/form/UnitInput.tsx'
import { useFormat } from '../frame/format.ts'
import { ReviewQueue } from '../frame/review/ReviewQueue.tsx'
import type { CountsOf } from '../frame/review/StateTabs.tsx'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { BeginPlanButton } from './BeginPlanButton.tsx'
import { type Plan, type PlanRow, SKP_COUNTS, skpSpec, skpStates } from './data.ts'
import { PlanChips } from './PlanChips.tsx'
import { planKeys } from './plan-keys.ts'

/** Read beside the list, so it comes after the list. */
const PlanPanel = lazy(() => import('./PlanPanel.tsx'))

const filters = [
  <SearchFilter key="search" source="search" alwaysOn hint="employees.searchHint" />,
  <NumberInput key="year" source="year" label="skps.year" helperText={false} alwaysOn />,
  <UnitInput key="unit" source="underUnitId" label="employees.unit" alwaysOn />,
  <NullableBooleanInput key="mine" source="waitingForMe" label="skps.waitingForMe" helperText={false} alwaysOn />,
  <PersonInput key="penilai" source="penilaiId" label="appraisals.penilai" />,
  <NullableBooleanInput key="revision" source="isRevisionAsked" label="skps.revisionAsked" helperText={false} />,
  <NullableBooleanInput key="tim" source="isTimSet" label="skps.timSet" helperText={false} />,
]

const tabs = [
  { value: '', label: 'skps.allStates' as const },
  ...skpStates.map((value) => ({ value, label: `skpState.${value}` as const })),
]

/** The drawer shows a row of the list until the whole plan has come; decisions need the whole. */
function isWhole(row: PlanRow): row is Plan {
  return 'actions' in row
}

/** Counts of the states under the other filters, in one question; a state in which no plan stands counts none. */
const useStateCounts: CountsOf = (others) => {
  const filter = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== '' && value !== null))
  const { data } = useRead(SKP_COUNTS, { filter }, { keepPrevious: true })
  if (!data) return undefined
  const counts = new Map(data.skpStateCounts.map(({ state, count }) => [state, count]))
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return { '': all, ...Object.fromEntries(skpStates.map((state) => [state, counts.get(state) ?? 0])) }
}

/** The queue of plans: a list by state, the open one beside it, worked through by keyboard. */
export default function PlanList() {
  const format = useFormat()
  const { years, isPending } = usePeriods()
  const open = years.find(({ state }) => state === 'OPEN')
  if (isPending) return <PageSkeleton />
  return (
    <ReviewQueue<PlanRow>
      spec={skpSpec}
      title="skps.title"
      help="skps.help"
      filters={filters}
      filterDefaultValues={open ? { year: Number(open.key) } : undefined}
      sort={{ field: 'employee.fullName', order: 'ASC' }}
      actions={<BeginPlanButton />}
      states={{ source: 'state', label: 'skps.states', tabs, useCounts: useStateCounts }}
      titleOf={({ employee }) => employee.fullName}
      decisions={planKeys}
      empty={<EmptyState title="skps.emptyTitle" help="skps.emptyHelp" step={{ to: '/my-plan', label: 'skps.emptyStep' }} />}
      columns={[
        <DataTable.Col key="name" source="employee.fullName" label="employees.name" disableSort />,
        <DataTable.Col key="year" source="period.key" label="skps.year" disableSort />,
        <DataTable.Col key="unit" source="unit.name" label="employees.unit" disableSort />,
        <DataTable.Col key="state" label="skps.state" disableSort render={(row: PlanRow) => <PlanChips plan={row} />} />,
        <DataTable.Col
          key="penilai"
          label="appraisals.penilai"
          disableSort
          render={({ penilai }: PlanRow) => penilai?.fullName ?? '–'}
        />,
        <DataTable.Col
          key="submitted"
          label="skps.submittedAt"
          disableSort
          render={({ submittedAt }: PlanRow) => format.date(submittedAt)}
        />,
      ]}
      card={(row) => ({
        title: row.employee.fullName,
        lines: [row.positionTitle, `${row.period.key} · ${row.unit.name}`],
        chips: <PlanChips plan={row} />,
      })}
    >
      {(row) => (
        <Suspense fallback={<PageSkeleton />}>{isWhole(row) ? <PlanPanel key={row.id} plan={row} /> : <PageSkeleton />}</Suspense>
      )}
    </ReviewQueue>
  )
}
