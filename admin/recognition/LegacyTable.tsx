import { PredikatChip } from '../frame/chip/PredikatChip.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import type { Consequences } from './profile-data.ts'

type Result = NonNullable<Consequences['employee']['legacyResults']>['nodes'][number]

/** Results of 2019–2021, under the numeric scheme of then. */
export function LegacyTable({ results }: { results: readonly Result[] }) {
  const format = useFormat()
  return (
    <Section title="legacy.title" help="legacy.help">
      <RowsTable
        caption="legacy.title"
        rows={results}
        keyOf={({ id }) => id}
        empty="legacy.title"
        columns={[
          { label: 'legacy.year', render: ({ year }) => year },
          { label: 'legacy.skp', isNumber: true, render: ({ skpValue }) => format.fixed(skpValue, 2) },
          { label: 'legacy.perilaku', isNumber: true, render: ({ perilaku }) => format.fixed(perilaku, 2) },
          { label: 'legacy.scheme', render: ({ scheme }) => scheme.replace('S', '').replace('_', '/') },
          { label: 'legacy.value', isNumber: true, render: ({ value }) => format.fixed(value, 2) },
          { label: 'appraisals.predikat', render: ({ predikat }) => <PredikatChip predikat={predikat} /> },
          { label: 'legacy.source', render: ({ source }) => source },
        ]}
      />
    </Section>
  )
}
