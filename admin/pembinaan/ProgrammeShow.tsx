import { Link as Anchor } from '@mui/material'
import { Link } from 'react-router-dom'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { DetailFrame } from '../frame/detail/DetailFrame.tsx'
import { Facts } from '../frame/detail/Facts.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { PersonInput } from '../frame/form/PersonInput.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import {
  APPLY,
  CANCEL_PROGRAMME,
  END_PROGRAMME,
  ISSUE_CERTIFICATES,
  LOCK_SELECTION,
  NOMINATE,
  OPEN_REGISTRATION,
  START_PROGRAMME,
} from './commands.ts'
import type { Programme } from './data.ts'
import { ProgrammePeople } from './ProgrammePeople.tsx'
import { type StepSpec, Steps } from './Steps.tsx'

const steps: readonly StepSpec[] = [
  { name: 'OPEN_REGISTRATION', label: 'programmes.open', document: OPEN_REGISTRATION, isMain: true },
  { name: 'LOCK_SELECTION', label: 'programmes.lock', document: LOCK_SELECTION, isMain: true },
  { name: 'START_PROGRAMME', label: 'programmes.start', document: START_PROGRAMME, isMain: true },
  { name: 'END_PROGRAMME', label: 'programmes.end', document: END_PROGRAMME, isMain: true },
  { name: 'ISSUE_CERTIFICATES', label: 'programmes.certify', document: ISSUE_CERTIFICATES, isMain: true },
  { name: 'CANCEL_PROGRAMME', label: 'programmes.cancel', document: CANCEL_PROGRAMME, reason: 'REQUIRED' },
]

/** One programme: facts, sessions with their sheets, participants, and what was learnt. */
export default function ProgrammeShow() {
  return (
    <DetailFrame<Programme>
      heading={(programme) => ({
        title: programme.name,
        subtitle: `${programme.code} · ${programme.unit.name}`,
        chips: <StateChip group="programmeState" code={programme.state} />,
        actions: <Commands programme={programme} />,
      })}
    >
      {(programme) => <Body programme={programme} />}
    </DetailFrame>
  )
}

function Commands({ programme }: { programme: Programme }) {
  const open = programme.actions.filter(({ enabled }) => enabled)
  return (
    <>
      <Steps record={programme} specs={steps} />
      <CommandButton
        actions={open}
        name="APPLY"
        label="programmes.apply"
        document={APPLY}
        variables={() => ({ id: programme.id })}
        question="programmes.applyQuestion"
        done="pembinaan.done"
      />
      <FormDialogButton label="programmes.nominate" verdict={{ actions: open, name: 'NOMINATE' }}>
        {(close) => (
          <FormFrame
            document={NOMINATE}
            about={programme.id}
            variables={({ employeeId }) => ({ id: programme.id, employeeIds: [String(employeeId)] })}
            submit="programmes.nominate"
            done="pembinaan.done"
            onDone={close}
            onCancel={close}
          >
            <PersonInput source="employeeId" label="pembinaan.person" />
          </FormFrame>
        )}
      </FormDialogButton>
    </>
  )
}

function Body({ programme }: { programme: Programme }) {
  const format = useFormat()
  const label = useCodeLabel()
  const { sessions, materials, learningGain } = programme
  return (
    <>
      <Section title="programmes.facts">
        <Facts
          facts={[
            { label: 'programmes.days', value: `${format.date(programme.startsOn)} – ${format.date(programme.endsOn)}` },
            { label: 'programmes.form', value: programme.formName },
            { label: 'programmes.provider', value: programme.provider },
            { label: 'programmes.capacity', value: format.number(programme.capacity) },
            { label: 'programmes.jp', value: format.number(programme.jp) },
            { label: 'programmes.budget', value: format.number(programme.budget) },
            { label: 'programmes.design', value: programme.design ? label('evaluationDesign', programme.design) : '–' },
            { label: 'programmes.countedJp', value: format.number(programme.countedJp) },
            { label: 'programmes.costPerJp', value: format.number(programme.costPerJp, 0) },
            { label: 'programmes.gain', value: `${format.fixed(learningGain.meanGain, 2)} (n = ${learningGain.n})` },
            {
              label: 'programmes.indicator',
              value: programme.primaryIndicator ? (
                <Link to={`/indicators/${programme.primaryIndicator.id}/show`}>{programme.primaryIndicator.name}</Link>
              ) : (
                '–'
              ),
            },
            ...(programme.stateReason ? [{ label: 'pembinaan.stateReason' as const, value: programme.stateReason }] : []),
          ]}
        />
      </Section>
      <Section title="programmes.sessions">
        <RowsTable
          caption="programmes.sessions"
          rows={sessions}
          keyOf={({ id }) => id}
          empty="programmes.noSessions"
          columns={[
            { label: 'programmes.session', render: ({ number, title }) => `${number}. ${title}` },
            { label: 'programmes.time', render: ({ startsAt }) => format.instant(startsAt) },
            { label: 'programmes.place', render: ({ place }) => place ?? '–' },
            { label: 'programmes.present', isNumber: true, render: ({ present }) => format.number(present) },
            {
              label: 'programmes.sheet',
              render: ({ code }) => (code ? <Link to={`/sign-in-sheet?code=${code}`}>{code}</Link> : '–'),
            },
          ]}
        />
      </Section>
      <ProgrammePeople programme={programme} />
      {materials.length > 0 && (
        <Section title="programmes.materials">
          <ul>
            {materials.map(({ title, url }) => (
              <li key={url}>
                <Anchor href={url} target="_blank" rel="noopener noreferrer">
                  {title}
                </Anchor>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
