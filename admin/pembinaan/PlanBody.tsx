import { Link as Anchor } from '@mui/material'
import { Link } from 'react-router-dom'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { Facts } from '../frame/detail/Facts.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import type { Plan } from './data.ts'

/** What a plan says: problems with their evidence, outcomes, whom it was talked over with, budget, risks and approval. */
export function PlanBody({ plan }: { plan: Plan }) {
  const say = useSay()
  const format = useFormat()
  const label = useCodeLabel()
  const rupiah = (amount: string | null) => format.number(amount, 0)
  return (
    <>
      <Section title="plans.facts">
        <Facts
          facts={[
            { label: 'plans.problemStatement', value: plan.problemStatement || '–' },
            { label: 'plans.targetGroup', value: plan.targetGroup || '–' },
            { label: 'plans.owner', value: plan.ownerName },
            { label: 'plans.budgetOfCeiling', value: `${rupiah(plan.budgetTotal)} / ${rupiah(plan.ceiling)}` },
            ...(plan.consultationReason ? [{ label: 'plans.consultationReason' as const, value: plan.consultationReason }] : []),
            ...(plan.stateReason ? [{ label: 'pembinaan.stateReason' as const, value: plan.stateReason }] : []),
          ]}
        />
      </Section>
      <Section title="plans.problems">
        <RowsTable
          caption="plans.problems"
          rows={plan.problems}
          keyOf={({ statement }) => statement}
          empty="plans.none"
          columns={[
            { label: 'plans.problem', render: ({ statement }) => statement },
            {
              label: 'plans.evidence',
              render: ({ documentUrl, needId, seriesId }) =>
                documentUrl ? (
                  <Anchor href={documentUrl} target="_blank" rel="noopener noreferrer">
                    {documentUrl}
                  </Anchor>
                ) : needId ? (
                  <Link to={`/needs/${needId}/show`}>{say('plans.need')}</Link>
                ) : seriesId ? (
                  say('plans.series')
                ) : (
                  '–'
                ),
            },
          ]}
        />
      </Section>
      <Section title="plans.outcomes">
        <RowsTable
          caption="plans.outcomes"
          rows={plan.indicators}
          keyOf={({ name }) => name}
          empty="plans.none"
          columns={[
            { label: 'plans.outcome', render: ({ name, isPrimary }) => (isPrimary ? `${name} (${say('plans.primary')})` : name) },
            { label: 'plans.baseline', isNumber: true, render: ({ baseline }) => format.number(baseline) },
            { label: 'plans.baselineSource', render: ({ baselineSource }) => baselineSource ?? '–' },
            { label: 'plans.target', isNumber: true, render: ({ target }) => format.number(target) },
          ]}
        />
      </Section>
      <Section title="plans.stakeholders">
        <RowsTable
          caption="plans.stakeholders"
          rows={plan.stakeholders}
          keyOf={({ kind, name }) => `${kind} ${name}`}
          empty="plans.none"
          columns={[
            { label: 'plans.kind', render: ({ kind }) => label('stakeholderKind', kind) },
            { label: 'plans.who', render: ({ name }) => name },
            { label: 'plans.consultedOn', render: ({ consultedOn }) => format.date(consultedOn) },
            { label: 'plans.outcomeOf', render: ({ outcome }) => outcome ?? '–' },
          ]}
        />
      </Section>
      <Section title="plans.budgetLines">
        <RowsTable
          caption="plans.budgetLines"
          rows={plan.budgetLines}
          keyOf={({ description }) => description}
          empty="plans.none"
          columns={[
            { label: 'plans.description', render: ({ description }) => description },
            {
              label: 'plans.quantity',
              isNumber: true,
              render: ({ quantity, measure }) => `${format.number(quantity)} ${measure}`,
            },
            { label: 'plans.unitCost', isNumber: true, render: ({ unitCost }) => rupiah(unitCost) },
            { label: 'plans.amount', isNumber: true, render: ({ amount }) => rupiah(amount) },
          ]}
        />
      </Section>
      <Section title="programmes.title">
        <RowsTable
          caption="programmes.title"
          rows={plan.programmes.nodes}
          keyOf={({ id }) => id}
          empty="plans.none"
          columns={[
            { label: 'programmes.name', render: ({ id, name }) => <Link to={`/programmes/${id}/show`}>{name}</Link> },
            { label: 'programmes.days', render: ({ startsOn, endsOn }) => `${format.date(startsOn)} – ${format.date(endsOn)}` },
            { label: 'skps.state', render: ({ state }) => <StateChip group="programmeState" code={state} /> },
          ]}
        />
      </Section>
      <Section title="plans.approvals">
        <RowsTable
          caption="plans.approvals"
          rows={plan.approvals}
          keyOf={({ round, number }) => `${round} ${number}`}
          empty="plans.none"
          columns={[
            { label: 'plans.round', isNumber: true, render: ({ round }) => format.number(round) },
            { label: 'plans.approver', render: ({ approverName, capacity }) => `${approverName} (${capacity})` },
            { label: 'skps.state', render: ({ decision }) => (decision ? label('planState', decision) : say('plans.waits')) },
            { label: 'pembinaan.stateReason', render: ({ reason }) => reason ?? '–' },
          ]}
        />
      </Section>
    </>
  )
}
