import { DataTable } from 'react-admin'
import { PeriodInput } from '../appraisals/PeriodInput.tsx'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { SearchFilter } from '../frame/form/SearchFilter.tsx'
import { UnitInput } from '../frame/form/UnitInput.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel } from '../frame/language/use-say.ts'
import { ListFrame } from '../frame/list/ListFrame.tsx'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { type SurveyRow, surveySpec } from './data.ts'

const filters = [
  <SearchFilter key="search" source="search" alwaysOn hint="surveys.searchHint" />,
  <UnitInput key="unit" source="unitId" label="surveys.unit" alwaysOn />,
  <CodeInput key="state" source="state" group="surveyState" label="surveys.state" alwaysOn />,
  <PeriodInput key="period" source="periodKey" label="surveys.period" />,
]

/** Surveys, those that end last first. */
export default function SurveyList() {
  const format = useFormat()
  const label = useCodeLabel()
  const days = ({ opensOn, closesOn }: SurveyRow) => `${format.date(opensOn)} – ${format.date(closesOn)}`
  const index = ({ official }: SurveyRow) =>
    official?.result?.mutu ? `${format.number(official.result.ikm)} · ${label('mutu', official.result.mutu)}` : '–'
  const chip = ({ state }: SurveyRow) => <StateChip group="surveyState" code={state} />
  return (
    <ListFrame<SurveyRow>
      spec={surveySpec}
      title="surveys.title"
      help="surveys.help"
      filters={filters}
      sort={{ field: 'id', order: 'ASC' }}
      empty={<EmptyState title="surveys.emptyTitle" help="surveys.emptyHelp" />}
      columns={[
        <DataTable.Col key="unit" label="surveys.unit" disableSort render={({ unit }: SurveyRow) => unit.name} />,
        <DataTable.Col key="period" label="surveys.period" disableSort render={({ period }: SurveyRow) => period.key} />,
        <DataTable.Col key="days" label="surveys.days" disableSort render={days} />,
        <DataTable.Col key="ikm" label="surveys.ikm" disableSort render={index} />,
        <DataTable.Col key="state" label="surveys.state" disableSort render={chip} />,
      ]}
      card={(row) => ({ title: row.unit.name, lines: [`${row.period.key} · ${days(row)}`, index(row)], chips: chip(row) })}
    />
  )
}
