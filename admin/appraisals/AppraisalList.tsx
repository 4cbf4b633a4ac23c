import { lazy, Suspense } from 'react'
import { DataTable, NullableBooleanInput } from 'react-admin'
import { LevelChip } from '../frame/chip/LevelChip.tsx'
import { PredikatChip } from '../frame/chip/PredikatChip.tsx'
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
import { type AppraisalDetail, type AppraisalListRow, type AppraisalState, appraisalSpec, STATE_COUNTS } from './data.ts'
import { decisionKeys } from './decision-keys.ts'
import { PeriodInput } from './PeriodInput.tsx'
import { usePeriods } from './use-periods.ts'

/** Read beside the list, so it comes after the list. */
const AppraisalPanel = lazy(() => import('./AppraisalPanel.tsx'))

const filters = [
  <SearchFilter key="search" source="search" alwaysOn hint="employees.searchHint" />,
  <PeriodInput key="period" source="periodKey" label="appraisals.period" alwaysOn />,
  <UnitInput key="unit" source="underUnitId" label="employees.unit" alwaysOn />,
  <CodeInput key="predikat" source="predikat" group="predikat" label="appraisals.predikat" />,
  <NullableBooleanInput key="mine" source="waitingForMe" label="appraisals.waitingForMe" helperText={false} alwaysOn />,
  <CodeInput key="reason" source="noPredikatReason" group="noPredikatReason" label="appraisals.reason" />,
  <CodeInput key="result" source="resultRating" group="level" label="appraisals.result" />,
  <CodeInput key="behaviour" source="behaviourRating" group="level" label="appraisals.behaviour" />,
  <CodeInput key="system" source="system" group="system" label="appraisals.system" />,
  <NullableBooleanInput key="ambiguous" source="isAmbiguous" label="appraisals.ambiguous" helperText={false} />,
]

const states: readonly AppraisalState[] = [
  'TERBUKA',
  'PENILAIAN_DIRI',
  'BUKTI_DIVERIFIKASI',
  'DINILAI',
  'MODERASI',
  'DITETAPKAN',
  'DISAMPAIKAN',
  'KEBERATAN',
  'PEMERIKSAAN',
  'FINAL',
  'TEREKSPOR',
  'BATAL',
]
const tabs = [
  { value: '', label: 'appraisals.allStates' as const },
  ...states.map((value) => ({ value, label: `appraisalState.${value}` as const })),
]

/** The drawer shows a row of the list until the whole appraisal has come; decisions need the whole. */
function isWhole(row: AppraisalListRow): row is AppraisalDetail {
  return 'actions' in row
}

/** Counts of the states under the other filters, in one question; a state that nobody stands in counts none. */
const useStateCounts: CountsOf = (others) => {
  const filter = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== '' && value !== null))
  const { data } = useRead(STATE_COUNTS, { filter }, { keepPrevious: true })
  if (!data) return undefined
  const counts = new Map(data.appraisalStateCounts.map(({ state, count }) => [state, count]))
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return { '': all, ...Object.fromEntries(states.map((state) => [state, counts.get(state) ?? 0])) }
}

/** The queue of appraisals: a list by state, the open one beside it, decided by keyboard. */
export default function AppraisalList() {
  const say = useSay()
  const format = useFormat()
  const { latest, isPending } = usePeriods()
  if (isPending) return <PageSkeleton />
  return (
    <ReviewQueue<AppraisalListRow>
      spec={appraisalSpec}
      title="appraisals.title"
      help="appraisals.help"
      filters={filters}
      filterDefaultValues={latest ? { periodKey: latest } : undefined}
      sort={{ field: 'employee.fullName', order: 'ASC' }}
      exportName="appraisals"
      states={{ source: 'state', label: 'appraisals.states', tabs, useCounts: useStateCounts }}
      titleOf={({ employee }) => employee.fullName}
      decisions={decisionKeys}
      empty={
        <EmptyState
          title="appraisals.emptyTitle"
          help="appraisals.emptyHelp"
          step={{ to: '/periods', label: 'appraisals.emptyStep' }}
        />
      }
      columns={[
        <DataTable.Col key="name" source="employee.fullName" label="employees.name" />,
        <DataTable.Col key="unit" source="unit.name" label="employees.unit" disableSort />,
        <DataTable.Col
          key="state"
          source="state"
          label="appraisals.state"
          disableSort
          render={(row: AppraisalListRow) => <StateChip group="appraisalState" code={row.state} />}
        />,
        <DataTable.Col key="period" source="period.key" label="appraisals.period" disableSort />,
        <DataTable.Col
          key="predikat"
          source="predikat"
          label="appraisals.predikat"
          disableSort
          render={(row: AppraisalListRow) => <PredikatChip predikat={row.predikat} reason={row.noPredikatReason} />}
        />,
        <DataTable.Col
          key="score"
          source="weightedScore"
          label="appraisals.score"
          align="right"
          render={(row: AppraisalListRow) => format.fixed(row.weightedScore, 2)}
        />,
        <DataTable.Col
          key="result"
          source="resultRating"
          label="appraisals.result"
          disableSort
          render={(row: AppraisalListRow) => <LevelChip level={row.resultRating} isShort />}
        />,
        <DataTable.Col
          key="behaviour"
          source="behaviourRating"
          label="appraisals.behaviour"
          disableSort
          render={(row: AppraisalListRow) => <LevelChip level={row.behaviourRating} isShort />}
        />,
      ]}
      card={(row) => ({
        title: row.employee.fullName,
        lines: [row.unit.name, `${row.period.key} · ${say('appraisals.score')} ${format.fixed(row.weightedScore, 2)}`],
        chips: (
          <>
            <StateChip group="appraisalState" code={row.state} />
            <PredikatChip predikat={row.predikat} reason={row.noPredikatReason} />
          </>
        ),
      })}
    >
      {(row) => (
        <Suspense fallback={<PageSkeleton />}>
          {isWhole(row) ? <AppraisalPanel key={row.id} appraisal={row} /> : <PageSkeleton />}
        </Suspense>
      )}
    </ReviewQueue>
  )
}
