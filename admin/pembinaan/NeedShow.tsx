import { Link } from 'react-router-dom'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { DetailFrame } from '../frame/detail/DetailFrame.tsx'
import { Facts } from '../frame/detail/Facts.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { DECIDE_NEED } from './commands.ts'
import type { Need } from './data.ts'

/** One need with the four sources of its priority, each leading to its data. */
export default function NeedShow() {
  return (
    <DetailFrame<Need>
      heading={(need) => ({
        title: need.competency.name,
        subtitle: need.employee.fullName,
        chips: <StateChip group="needState" code={need.state} />,
        actions: <Commands need={need} />,
      })}
    >
      {(need) => <Body need={need} />}
    </DetailFrame>
  )
}

function Body({ need }: { need: Need }) {
  const say = useSay()
  const format = useFormat()
  const label = useCodeLabel()
  const { employee, series, appraisal } = need
  const parts = [
    {
      key: 'gapNorm',
      weight: 0.4,
      value: need.gapNorm,
      link: <Link to={`/employees/${employee.id}/show`}>{employee.fullName}</Link>,
    },
    {
      key: 'performanceGap',
      weight: 0.3,
      value: need.performanceGap,
      link: appraisal ? <Link to={`/appraisals/${appraisal.id}/show`}>{say('needs.appraisal')}</Link> : '–',
    },
    {
      key: 'publicSignal',
      weight: 0.2,
      value: need.publicSignal,
      link: series?.unit ? <Link to={`/units/${series.unit.id}/show`}>{series.unit.name}</Link> : '–',
    },
    { key: 'strategic', weight: 0.1, value: need.strategic, link: need.strategicReason ?? '–' },
  ] as const
  return (
    <>
      <Section title="needs.facts">
        <Facts
          facts={[
            { label: 'pembinaan.person', value: <Link to={`/employees/${employee.id}/show`}>{employee.fullName}</Link> },
            { label: 'pembinaan.unit', value: employee.unit.name },
            { label: 'pembinaan.year', value: need.year },
            { label: 'needs.source', value: label('needSource', need.source) },
            { label: 'needs.activity', value: need.activity },
            { label: 'needs.reason', value: need.reason },
            {
              label: 'needs.programme',
              value: need.programme ? <Link to={`/programmes/${need.programme.id}/show`}>{need.programme.name}</Link> : '–',
            },
            ...(need.decisionReason ? [{ label: 'needs.decisionReason' as const, value: need.decisionReason }] : []),
          ]}
        />
      </Section>
      <Section title="needs.priorityIs">
        <RowsTable
          caption="needs.priorityIs"
          rows={parts}
          keyOf={({ key }) => key}
          empty="needs.emptyTitle"
          columns={[
            { label: 'needs.part', render: ({ key }) => say(`needs.${key}`) },
            { label: 'needs.weight', isNumber: true, render: ({ weight }) => format.fixed(weight, 1) },
            { label: 'needs.value', isNumber: true, render: ({ value }) => format.fixed(value, 2) },
            { label: 'needs.data', render: ({ link }) => link },
          ]}
        />
      </Section>
    </>
  )
}

function Commands({ need: { id, revision, actions } }: { need: Need }) {
  const open = actions.filter(({ enabled }) => enabled)
  return (
    <>
      <CommandButton
        actions={open}
        name="ACCEPT_NEED"
        label="needs.accept"
        variant="contained"
        document={DECIDE_NEED}
        variables={() => ({ input: { id, revision }, isAccepted: true })}
        question="pembinaan.question"
        done="pembinaan.done"
      />
      <CommandButton
        actions={open}
        name="DECLINE_NEED"
        label="needs.decline"
        document={DECIDE_NEED}
        variables={(reason) => ({ input: { id, revision, reason }, isAccepted: false })}
        question="pembinaan.question"
        done="pembinaan.done"
        reason="REQUIRED"
      />
    </>
  )
}
