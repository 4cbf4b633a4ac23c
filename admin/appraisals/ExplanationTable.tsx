import { LevelChip } from '../frame/chip/LevelChip.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import type { ExplanationNode } from './explanation.ts'
import { useNodeValue } from './node-values.ts'

/** The same explanation as rows: for screen readers, for printing, and for copying into a sheet. */
export function ExplanationTable({ nodes }: { nodes: ExplanationNode[] }) {
  const say = useSay()
  const format = useFormat()
  const value = useNodeValue()
  return (
    <RowsTable
      caption="explanation.title"
      rows={nodes}
      keyOf={(node) => node.key}
      empty="explanation.empty"
      columns={[
        { label: 'explanation.kind', render: (node) => say(`explanation.kind.${node.kind}`) },
        { label: 'explanation.label', render: (node) => node.label },
        { label: 'explanation.value', isNumber: true, render: (node) => value(node.value) },
        { label: 'appraisals.level', render: (node) => <LevelChip level={node.level} /> },
        {
          label: 'explanation.weight',
          isNumber: true,
          render: (node) => (node.weight === null ? '–' : format.share(Number(node.weight), 1)),
        },
        { label: 'explanation.won', isNumber: true, render: (node) => format.number(node.pointsWon) },
        { label: 'explanation.lost', isNumber: true, render: (node) => format.number(node.pointsLost) },
        { label: 'explanation.sentence', render: (node) => node.sentence },
      ]}
    />
  )
}
