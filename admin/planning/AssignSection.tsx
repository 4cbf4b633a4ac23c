import { Alert, Box, Button, Checkbox, FormControlLabel, Typography } from '@mui/material'
import { useState } from 'react'
import { Form } from 'react-admin'
import { useWatch } from 'react-hook-form'
import { Link } from 'react-router-dom'
import { PeriodChoice } from '../appraisals/PeriodChoice.tsx'
import { usePeriods } from '../appraisals/use-periods.ts'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { useRead } from '../frame/data/read.ts'
import { useWrite } from '../frame/data/write.ts'
import { Section } from '../frame/detail/Section.tsx'
import { UnitInput } from '../frame/form/UnitInput.tsx'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { UnsavedNotice } from '../frame/state/UnsavedNotice.tsx'
import { ASSIGN_TEMPLATE } from './commands.ts'
import { ASSIGNMENT_PREVIEW, type Assigned, CANDIDATES, type Template } from './data.ts'

/** Handing a template to many people: choose a unit, look at what would become of each, then begin their plans. */
export function AssignSection({ template }: { template: Template }) {
  return (
    <Section title="assign.title" help="assign.help">
      <Form>
        <Chooser template={template} />
      </Form>
    </Section>
  )
}

function Chooser({ template }: { template: Template }) {
  const say = useSay()
  const { years } = usePeriods()
  const open = years.filter(({ state }) => state !== 'CLOSED')
  const [chosen, setChosen] = useState<string | null>(null)
  const year = chosen ?? open[0]?.key ?? null
  const unitId = useWatch({ name: 'unitId' })
  return (
    <>
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'center' }}>
        <UnitInput source="unitId" label="employees.unit" />
        <PeriodChoice periods={open} value={year} onChange={setChosen} />
      </Box>
      {unitId && year ? (
        <People key={`${unitId} ${year}`} template={template} unitId={String(unitId)} year={Number(year)} />
      ) : (
        <Typography sx={{ color: 'text.secondary' }}>{say('assign.chooseUnit')}</Typography>
      )}
    </>
  )
}

function People({ template, unitId, year }: { template: Template; unitId: string; year: number }) {
  const [offset, setOffset] = useState(0)
  const { data, error, isPending, refetch } = useRead(CANDIDATES, { filter: { underUnitId: unitId }, offset })
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <PageSkeleton rows={4} />
  const { nodes, totalCount } = data.employees
  const ids = nodes.map(({ id }) => id)
  return (
    <Preview
      key={offset}
      template={template}
      year={year}
      ids={ids}
      from={offset}
      total={totalCount}
      onMove={(step) => setOffset(offset + step * 100)}
    />
  )
}

type PreviewProps = {
  template: Template
  year: number
  ids: readonly string[]
  from: number
  total: number
  onMove: (step: 1 | -1) => void
}

/** One page of people with what would become of each; those who would get a plan are chosen at first. */
function Preview({ template, year, ids, from, total, onMove }: PreviewProps) {
  const say = useSay()
  const { data, error, isPending, refetch } = useRead(ASSIGNMENT_PREVIEW, { year, employeeIds: ids })
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const assign = useWrite(ASSIGN_TEMPLATE)
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <PageSkeleton rows={4} />
  const people = data.skpAssignmentPreview
  const ready = people.filter(({ outcome }) => outcome === 'DRAFTED')
  const taken = ready.filter(({ employeeId }) => !left.has(employeeId))
  const done = assign.data?.assignSkpTemplate
  const drafted = done?.filter(({ outcome }) => outcome === 'DRAFTED').length ?? 0
  const toggle = (id: string) => setLeft(new Set(left.has(id) ? [...left].filter((one) => one !== id) : [...left, id]))
  const submit = () =>
    assign.mutate({ input: { templateId: template.id, year, employeeIds: taken.map(({ employeeId }) => employeeId) } })
  return (
    <>
      <Typography sx={{ mb: 1 }}>
        {say('assign.preview', { ready: ready.length, shown: people.length, from: from + 1, to: from + people.length, total })}
      </Typography>
      {done && (
        <Alert severity={drafted === done.length ? 'success' : 'warning'} sx={{ mb: 1 }} role="status">
          {say('assign.done', { drafted, left: done.length - drafted })}
        </Alert>
      )}
      <RowsTable
        caption="assign.title"
        rows={people}
        keyOf={({ employeeId }) => employeeId}
        empty="assign.nobody"
        columns={[
          {
            label: 'assign.choose',
            render: (person) => (
              <FormControlLabel
                control={
                  <Checkbox
                    size="small"
                    checked={person.outcome === 'DRAFTED' && !left.has(person.employeeId)}
                    disabled={person.outcome !== 'DRAFTED'}
                    onChange={() => toggle(person.employeeId)}
                  />
                }
                label={person.name ?? '–'}
              />
            ),
          },
          { label: 'employees.position', render: ({ positionTitle }) => positionTitle ?? '–' },
          { label: 'assign.outcome', render: (person) => <Outcome person={person} /> },
        ]}
      />
      {assign.error && <UnsavedNotice error={assign.error} onSendAgain={submit} />}
      <Box sx={{ display: 'flex', gap: 1, mt: 2, flexWrap: 'wrap' }}>
        <Button variant="contained" loading={assign.isPending} disabled={taken.length === 0} onClick={submit}>
          {say('assign.run', { count: taken.length })}
        </Button>
        {from > 0 && <Button onClick={() => onMove(-1)}>{say('assign.previousPage')}</Button>}
        {from + people.length < total && <Button onClick={() => onMove(1)}>{say('assign.nextPage')}</Button>}
      </Box>
    </>
  )
}

function Outcome({ person: { outcome, skpId } }: { person: Assigned }) {
  const say = useSay()
  const label = useCodeLabel()
  return (
    <>
      <ToneChip tone={outcome === 'DRAFTED' ? 'good' : 'quiet'} label={label('assignmentOutcome', outcome)} />{' '}
      {skpId && <Link to={`/skps/${skpId}/show`}>{say('assign.openPlan')}</Link>}
    </>
  )
}
