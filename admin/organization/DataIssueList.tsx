import { Box, Typography } from '@mui/material'
import { DataTable } from 'react-admin'
import { Link } from 'react-router-dom'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { SearchFilter } from '../frame/form/SearchFilter.tsx'
import { UnitInput } from '../frame/form/UnitInput.tsx'
import { ListFrame } from '../frame/list/ListFrame.tsx'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { type DataIssueRow, dataIssueSpec } from './data.ts'
import { IssueCodeFilter } from './IssueCodeFilter.tsx'
import { IssueCounts } from './IssueCounts.tsx'
import { IssueStates } from './IssueStates.tsx'
import { MendIssue } from './MendIssue.tsx'

const filters = [
  <SearchFilter key="search" source="search" alwaysOn hint="issues.searchHint" />,
  <IssueStates key="state" source="state" alwaysOn />,
  <UnitInput key="unit" source="underUnitId" label="employees.unit" alwaysOn />,
  <IssueCodeFilter key="code" source="code" label="issues.problem" />,
]

const openOnes = { state: 'OPEN' }

/** What is wrong in the data, counted per problem, with the way to mend it. */
export default function DataIssueList() {
  return (
    <ListFrame<DataIssueRow>
      spec={dataIssueSpec}
      title="issues.title"
      help="issues.help"
      filters={filters}
      filterDefaultValues={openOnes}
      sort={{ field: 'id', order: 'ASC' }}
      exportName="data-issues"
      aside={<IssueCounts />}
      empty={<EmptyState title="issues.emptyTitle" help="issues.emptyHelp" />}
      rowClick={false}
      columns={[
        <DataTable.Col
          key="label"
          source="label"
          label="issues.problem"
          disableSort
          render={(row: DataIssueRow) => <Problem issue={row} />}
        />,
        <DataTable.Col key="about" label="issues.about" disableSort render={(row: DataIssueRow) => <About issue={row} />} />,
        <DataTable.Col key="detail" source="detail" label="issues.detail" disableSort sx={{ overflowWrap: 'anywhere' }} />,
        <DataTable.Col
          key="state"
          source="state"
          label="issues.state"
          disableSort
          render={(row: DataIssueRow) => <StateChip group="issueState" code={row.state} />}
        />,
        <DataTable.Col key="mend" label="issues.mend" disableSort render={(row: DataIssueRow) => <MendIssue issue={row} />} />,
      ]}
      card={(row) => ({
        title: row.label,
        lines: [<About key="about" issue={row} />, row.detail, row.hint, <MendIssue key="mend" issue={row} />],
        chips: <StateChip group="issueState" code={row.state} />,
      })}
    />
  )
}

function Problem({ issue }: { issue: DataIssueRow }) {
  return (
    <Box sx={{ minWidth: 200 }}>
      <Typography sx={{ fontWeight: 600 }}>{issue.label}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {issue.hint}
      </Typography>
    </Box>
  )
}

/** The record that the issue is about: where it is mended. */
function About({ issue }: { issue: DataIssueRow }) {
  if (issue.employee) return <Link to={`/employees/${issue.employee.id}/show`}>{issue.employee.fullName}</Link>
  if (issue.unit) return <Link to={`/units/${issue.unit.id}/show`}>{issue.unit.name}</Link>
  return '–'
}
