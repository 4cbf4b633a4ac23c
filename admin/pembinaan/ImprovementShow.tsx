import { required, TextInput } from 'react-admin'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { DetailFrame } from '../frame/detail/DetailFrame.tsx'
import { Facts } from '../frame/detail/Facts.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { AGREE, BEGIN, CLOSE, IMPROVED, LOOK_BACK, NOT_IMPROVED, REFER } from './commands.ts'
import type { Improvement } from './data.ts'
import { type StepSpec, Steps } from './Steps.tsx'

const steps: readonly StepSpec[] = [
  { name: 'AGREE', label: 'improvement.agree', document: AGREE, isMain: true },
  { name: 'BEGIN', label: 'improvement.begin', document: BEGIN, isMain: true },
  { name: 'CLOSE', label: 'improvement.close', document: CLOSE, isMain: true },
]

const conclusions = [
  { name: 'IMPROVED', label: 'improvement.improved', document: IMPROVED },
  { name: 'NOT_IMPROVED', label: 'improvement.notImproved', document: NOT_IMPROVED },
  { name: 'REFER', label: 'improvement.refer', document: REFER },
] as const

/** One improvement plan: gaps, actions, looks back, and its end as a recommendation. */
export default function ImprovementShow() {
  return (
    <DetailFrame<Improvement>
      heading={(plan) => ({
        title: plan.employee.fullName,
        subtitle: plan.leaderName,
        chips: <StateChip group="improvementState" code={plan.state} />,
        actions: <Commands plan={plan} />,
      })}
    >
      {(plan) => <Body plan={plan} />}
    </DetailFrame>
  )
}

function Body({ plan }: { plan: Improvement }) {
  const format = useFormat()
  const label = useCodeLabel()
  return (
    <>
      <Section title="improvement.facts">
        <Facts
          facts={[
            { label: 'improvement.gaps', value: plan.gaps },
            { label: 'improvement.support', value: plan.support || '–' },
            { label: 'programmes.days', value: `${format.date(plan.startsOn)} – ${format.date(plan.endsOn)}` },
            ...(plan.conclusion ? [{ label: 'improvement.conclusion' as const, value: plan.conclusion }] : []),
          ]}
        />
      </Section>
      <Section title="improvement.actions">
        <RowsTable
          caption="improvement.actions"
          rows={plan.steps}
          keyOf={({ number }) => String(number)}
          empty="improvement.noActions"
          columns={[
            { label: 'improvement.action', render: ({ number, title }) => `${number}. ${title}` },
            { label: 'improvement.measure', render: ({ measure }) => measure },
            { label: 'improvement.due', render: ({ dueOn }) => format.date(dueOn) },
            { label: 'improvement.doneOn', render: ({ doneOn }) => format.date(doneOn) },
          ]}
        />
      </Section>
      <Section title="improvement.milestones">
        <RowsTable
          caption="improvement.milestones"
          rows={plan.milestones}
          keyOf={({ day }) => String(day)}
          empty="improvement.noActions"
          columns={[
            { label: 'improvement.day', isNumber: true, render: ({ day }) => format.number(day) },
            { label: 'improvement.due', render: ({ dueOn }) => format.date(dueOn) },
            { label: 'improvement.heldOn', render: ({ heldOn }) => format.date(heldOn) },
            { label: 'improvement.level', render: ({ level }) => (level ? label('level', level) : '–') },
            { label: 'improvement.finding', render: ({ finding }) => finding ?? '–' },
          ]}
        />
      </Section>
    </>
  )
}

function Commands({ plan }: { plan: Improvement }) {
  const { id, revision } = plan
  const open = plan.actions.filter(({ enabled }) => enabled)
  const look = open.find(({ name }) => name.startsWith('LOOK_BACK'))
  return (
    <>
      <Steps record={plan} specs={steps} />
      {look && (
        <FormDialogButton label="improvement.lookBack" variant="contained" verdict={{ actions: open, name: look.name }}>
          {(close) => (
            <FormFrame
              document={LOOK_BACK}
              about={`${id} ${look.name}`}
              variables={({ level, finding }) => ({ input: { id, revision, level: String(level), finding: String(finding) } })}
              submit="improvement.lookBack"
              done="pembinaan.done"
              onDone={close}
              onCancel={close}
            >
              <CodeInput source="level" group="level" label="improvement.level" validate={required()} />
              <TextInput source="finding" label="improvement.finding" multiline minRows={3} validate={required()} />
            </FormFrame>
          )}
        </FormDialogButton>
      )}
      {conclusions.map(({ name, label, document }) => (
        <CommandButton
          key={name}
          actions={open}
          name={name}
          label={label}
          document={document}
          variables={(conclusion) => ({ input: { id, revision, conclusion } })}
          question="improvement.concludeQuestion"
          done="pembinaan.done"
          reason="REQUIRED"
        />
      ))}
    </>
  )
}
