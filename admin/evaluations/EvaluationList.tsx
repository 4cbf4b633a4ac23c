import { DataTable, NullableBooleanInput } from 'react-admin'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { SearchFilter } from '../frame/form/SearchFilter.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { ListFrame } from '../frame/list/ListFrame.tsx'
import { EmptyState } from '../frame/state/EmptyState.tsx'
import { type EvaluationRow, evaluationSpec } from './data.ts'
import { useAmount } from './use-amount.ts'

const filters = [
  <SearchFilter key="search" source="search" alwaysOn hint="impact.programme" />,
  <CodeInput key="verdict" source="verdict" group="impactVerdict" label="impact.verdict" alwaysOn />,
  <CodeInput key="claim" source="claimLevel" group="claimLevel" label="impact.claim" />,
  <NullableBooleanInput key="current" source="isCurrent" label="impact.current" helperText={false} />,
]

/** What programmes changed, the newest computation first. */
export default function EvaluationList() {
  return (
    <ListFrame<EvaluationRow>
      spec={evaluationSpec}
      title="impact.title"
      help="impact.help"
      filters={filters}
      filterDefaultValues={{ isCurrent: true }}
      sort={{ field: 'computedAt', order: 'DESC' }}
      empty={<EmptyState title="impact.emptyTitle" help="impact.emptyHelp" />}
      columns={[
        <DataTable.Col
          key="programme"
          label="impact.programme"
          disableSort
          render={(row: EvaluationRow) => `${row.programmeCode} · ${row.programmeName}`}
        />,
        <DataTable.Col key="outcome" source="outcome" label="impact.outcome" disableSort />,
        <DataTable.Col
          key="arms"
          label="impact.arms"
          align="right"
          disableSort
          render={(row: EvaluationRow) => `${row.nTrained} / ${row.nCompared}`}
        />,
        <DataTable.Col key="effect" label="impact.effect" disableSort render={(row: EvaluationRow) => <Effect row={row} />} />,
        <DataTable.Col
          key="verdict"
          label="impact.verdict"
          disableSort
          render={({ verdict }: EvaluationRow) => <StateChip group="impactVerdict" code={verdict} />}
        />,
        <DataTable.Col key="claim" label="impact.claim" disableSort render={(row: EvaluationRow) => <Claim row={row} />} />,
      ]}
      card={(row) => ({
        title: row.programmeName,
        lines: [row.programmeCode, <Effect key="effect" row={row} />],
        chips: (
          <>
            <StateChip group="impactVerdict" code={row.verdict} />
            <Claim row={row} />
          </>
        ),
      })}
    />
  )
}

function Effect({ row: { effect, ciLow, ciHigh, proportionEffect } }: { row: EvaluationRow }) {
  const say = useSay()
  const amount = useAmount(proportionEffect !== null)
  if (effect === null) return '–'
  return say('impact.interval', { effect: amount.change(effect), low: amount.change(ciLow), high: amount.change(ciHigh) })
}

function Claim({ row: { claimLevel, isExploratory } }: { row: EvaluationRow }) {
  const say = useSay()
  return (
    <>
      <StateChip group="claimLevel" code={claimLevel} />
      {isExploratory && <ToneChip tone="warn" label={say('impact.exploratory')} />}
    </>
  )
}
