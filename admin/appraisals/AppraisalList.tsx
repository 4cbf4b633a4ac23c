import { DataTable, NullableBooleanInput } from 'react-admin'
import { LevelChip } from '../frame/chip/LevelChip.tsx'
import { PredikatChip } from '../frame/chip/PredikatChip.tsx'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { SearchFilter } from '../frame/form/SearchFilter.tsx'
import { UnitInput } from '../frame/form/UnitInput.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { ListFrame } from '../frame/list/ListFrame.tsx'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { type AppraisalListRow, appraisalSpec } from './data.ts'
import { PeriodInput } from './PeriodInput.tsx'
import { usePeriods } from './use-periods.ts'

const filters = [
  <SearchFilter key="search" source="search" alwaysOn hint="employees.searchHint" />,
  <PeriodInput key="period" source="periodKey" label="appraisals.period" alwaysOn />,
  <UnitInput key="unit" source="underUnitId" label="employees.unit" alwaysOn />,
  <CodeInput key="predikat" source="predikat" group="predikat" label="appraisals.predikat" alwaysOn />,
  <CodeInput key="reason" source="noPredikatReason" group="noPredikatReason" label="appraisals.reason" />,
  <CodeInput key="result" source="resultRating" group="level" label="appraisals.result" />,
  <CodeInput key="behaviour" source="behaviourRating" group="level" label="appraisals.behaviour" />,
  <CodeInput key="system" source="system" group="system" label="appraisals.system" />,
  <NullableBooleanInput key="ambiguous" source="isAmbiguous" label="appraisals.ambiguous" helperText={false} />,
]

export default function AppraisalList() {
  const say = useSay()
  const format = useFormat()
  const { latest, isPending } = usePeriods()
  if (isPending) return <PageSkeleton />
  return (
    <ListFrame<AppraisalListRow>
      spec={appraisalSpec}
      title="appraisals.title"
      help="appraisals.help"
      filters={filters}
      filterDefaultValues={latest ? { periodKey: latest } : undefined}
      sort={{ field: 'employee.fullName', order: 'ASC' }}
      exportName="appraisals"
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
        chips: <PredikatChip predikat={row.predikat} reason={row.noPredikatReason} />,
      })}
    />
  )
}
