import { LevelChip } from '../frame/chip/LevelChip.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import type { ExplanationNode } from './explanation.ts'
import { isNumeric, isPredikatCode } from './node-values.ts'

/** The same explanation as rows: for screen readers, for printing, and for copying into a sheet. */
export function ExplanationTable({ nodes }: { nodes: ExplanationNode[] }) {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const value = (node: ExplanationNode) => {
    if (isPredikatCode(node.value)) return label('predikat', node.value ?? '')
    return isNumeric(node.value) ? format.number(node.value, 4) : (node.value ?? '–')
  }
  return (
    <RowsTable
      caption="explanation.title"
      rows={nodes}
      keyOf={(node) => node.key}
      empty="explanation.empty"
      columns={[
        { label: 'explanation.kind', render: (node) => say(`explanation.kind.${node.kind}`) },
        { label: 'explanation.label', render: (node) => node.label },
        { label: 'explanation.value', isNumber: true, render: value },
        { label: 'appraisals.level', render: (node) => <LevelChip level={node.level} /> },
        { label: 'explanation.weight', isNumber: true, render: (node) => format.number(node.weight) },
        { label: 'explanation.won', isNumber: true, render: (node) => format.number(node.pointsWon) },
        { label: 'explanation.lost', isNumber: true, render: (node) => format.number(node.pointsLost) },
        { label: 'explanation.sentence', render: (node) => node.sentence },
      ]}
    />
  )
}
