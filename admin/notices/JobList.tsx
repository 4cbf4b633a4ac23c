import { DataTable } from 'react-admin'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { ListFrame } from '../frame/list/ListFrame.tsx'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { type JobRow, jobSpec, RETRY_JOB } from './data.ts'

const filters = [<CodeInput key="state" source="state" group="jobState" label="jobs.state" alwaysOn />]

/** What the server does behind everybody, and what of it failed. */
export default function JobList() {
  const say = useSay()
  const format = useFormat()
  return (
    <ListFrame<JobRow>
      spec={jobSpec}
      title="jobs.title"
      help="jobs.help"
      filters={filters}
      sort={{ field: 'createdAt', order: 'DESC' }}
      rowClick={false}
      empty={<EmptyState title="jobs.emptyTitle" help="jobs.help" />}
      columns={[
        <DataTable.Col key="kind" source="kind" label="jobs.kind" disableSort />,
        <DataTable.Col key="key" source="key" label="jobs.key" disableSort />,
        <DataTable.Col
          key="state"
          source="state"
          label="jobs.state"
          disableSort
          render={(row: JobRow) => <StateChip group="jobState" code={row.state} />}
        />,
        <DataTable.Col key="attempts" source="attempts" label="jobs.attempts" disableSort />,
        <DataTable.Col
          key="next"
          label="jobs.nextAt"
          disableSort
          render={(row: JobRow) => (row.state === 'WAITING' ? format.instant(row.nextAt) : '–')}
        />,
        <DataTable.Col
          key="done"
          source="doneAt"
          label="jobs.doneAt"
          disableSort
          render={(row: JobRow) => format.instant(row.doneAt)}
        />,
        <DataTable.Col key="failure" source="failure" label="jobs.failure" disableSort />,
        <DataTable.Col key="retry" label="jobs.retry" disableSort render={(row: JobRow) => <Retry job={row} />} />,
      ]}
      card={(row) => ({
        title: row.kind,
        lines: [
          `${say('jobs.key')}: ${row.key}`,
          `${say('jobs.attempts')}: ${row.attempts}`,
          row.failure,
          <Retry key="retry" job={row} />,
        ],
        chips: <StateChip group="jobState" code={row.state} />,
      })}
    />
  )
}

function Retry({ job }: { job: JobRow }) {
  if (job.state !== 'DEAD') return null
  return (
    <CommandButton
      actions={job.actions}
      name="RETRY"
      variant="text"
      size="small"
      label="jobs.retry"
      document={RETRY_JOB}
      variables={() => ({ id: job.id })}
      question="jobs.retryQuestion"
      done="jobs.retried"
    />
  )
}
