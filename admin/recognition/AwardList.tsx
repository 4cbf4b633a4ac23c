import { lazy, Suspense } from 'react'
import { DataTable } from 'react-admin'
import { PeriodInput } from '../appraisals/PeriodInput.tsx'
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
import { AWARD_COUNTS, type Award, type AwardRow, awardSpec, awardStates } from './data.ts'

/** Read beside the list, so it comes after the list. */
const AwardFile = lazy(() => import('./AwardFile.tsx'))

const filters = [
  <SearchFilter key="search" source="search" alwaysOn hint="employees.searchHint" />,
  <PeriodInput key="period" source="periodKey" label="appraisals.period" alwaysOn />,
  <UnitInput key="unit" source="underUnitId" label="employees.unit" alwaysOn />,
  <CodeInput key="basis" source="basis" group="awardBasis" label="awards.basis" alwaysOn />,
]

const tabs = [
  { value: '', label: 'awards.allStates' as const },
  ...awardStates.map((value) => ({ value, label: `awardState.${value}` as const })),
]

const useStateCounts: CountsOf = (others) => {
  const filter = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== '' && value !== null))
  const [proposed, given, rejected] = awardStates.map((state) => ({ ...filter, state }))
  const { data } = useRead(
    AWARD_COUNTS,
    { proposed: proposed ?? {}, given: given ?? {}, rejected: rejected ?? {} },
    { keepPrevious: true },
  )
  if (!data) return undefined
  const counts = [data.proposed.totalCount, data.given.totalCount, data.rejected.totalCount]
  return {
    '': counts.reduce((sum, count) => sum + count, 0),
    ...Object.fromEntries(awardStates.map((state, index) => [state, counts[index] ?? 0])),
  }
}

function isWhole(row: AwardRow): row is Award {
  return 'actions' in row
}

/** The desk of awards: what was proposed, with its figures; decided by a decree or rejected with a reason. */
export default function AwardList() {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const nameOf = ({ employee }: AwardRow) => employee?.fullName ?? say('awards.someone')
  return (
    <ReviewQueue<AwardRow>
      spec={awardSpec}
      title="awards.title"
      help="awards.help"
      filters={filters}
      sort={{ field: 'createdAt', order: 'DESC' }}
      states={{ source: 'state', label: 'awards.states', tabs, useCounts: useStateCounts }}
      titleOf={({ title }) => title}
      empty={<EmptyState title="awards.emptyTitle" help="awards.emptyHelp" />}
      columns={[
        <DataTable.Col key="title" label="awards.name" disableSort source="title" />,
        <DataTable.Col key="name" label="employees.name" disableSort render={(row: AwardRow) => nameOf(row)} />,
        <DataTable.Col key="period" label="appraisals.period" disableSort source="periodKey" />,
        <DataTable.Col
          key="basis"
          label="awards.basis"
          disableSort
          render={({ basis }: AwardRow) => label('awardBasis', basis)}
        />,
        <DataTable.Col
          key="state"
          label="skps.state"
          disableSort
          render={({ state }: AwardRow) => <StateChip group="awardState" code={state} />}
        />,
        <DataTable.Col
          key="created"
          label="awards.proposedOn"
          disableSort
          render={({ createdAt }: AwardRow) => format.date(createdAt)}
        />,
      ]}
      card={(row) => ({
        title: row.title,
        lines: [nameOf(row), `${row.unit.name} · ${row.periodKey}`],
        chips: <StateChip group="awardState" code={row.state} />,
      })}
    >
      {(row) => (
        <Suspense fallback={<PageSkeleton />}>
          {isWhole(row) ? <AwardFile key={row.id} award={row} /> : <PageSkeleton />}
        </Suspense>
      )}
    </ReviewQueue>
  )
}
