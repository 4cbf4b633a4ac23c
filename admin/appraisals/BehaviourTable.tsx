import { LevelChip } from '../frame/chip/LevelChip.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import type { BehaviourValue } from './data.ts'

/** The seven values with the means of their rater groups. A group of one or two raters is left out, so that nobody is recognised. */
export function BehaviourTable({ values }: { values: BehaviourValue[] }) {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const groupText = (value: BehaviourValue) =>
    value.groups
      .map(({ group, count, mean, isDropped }) =>
        say(isDropped ? 'appraisals.groupDropped' : 'appraisals.groupMean', {
          group: label('raterGroup', group),
          count,
          mean: format.number(mean, 2),
        }),
      )
      .join(' · ')
  return (
    <Section title="appraisals.behaviourValues" help="appraisals.behaviourHelp">
      <RowsTable
        caption="appraisals.behaviourValues"
        rows={values}
        keyOf={({ value }) => value}
        empty="appraisals.noBehaviour"
        columns={[
          { label: 'appraisals.value', render: ({ value }) => label('behaviourValue', value) },
          { label: 'appraisals.valueScore', isNumber: true, render: ({ score }) => format.fixed(score, 2) },
          { label: 'appraisals.level', render: ({ level }) => <LevelChip level={level} /> },
          { label: 'appraisals.groups', render: groupText },
        ]}
      />
    </Section>
  )
}
