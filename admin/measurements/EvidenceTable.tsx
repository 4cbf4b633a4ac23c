import { Link } from '@mui/material'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import type { Evidence } from './data.ts'

/** What a measurement rests on, with the address where it can be looked at. */
export function EvidenceTable({ evidence }: { evidence: Evidence[] }) {
  const say = useSay()
  const label = useCodeLabel()
  return (
    <RowsTable
      caption="measurements.evidence"
      rows={evidence}
      keyOf={({ kind, url, description }) => `${kind} ${url} ${description}`}
      empty="measurements.noEvidence"
      columns={[
        { label: 'measurements.kind', render: ({ kind }) => label('evidenceKind', kind) },
        { label: 'measurements.description', render: ({ description }) => description },
        {
          label: 'measurements.url',
          render: ({ url }) =>
            url ? (
              <Link href={url} target="_blank" rel="noopener noreferrer">
                {say('measurements.open')}
              </Link>
            ) : (
              '–'
            ),
        },
      ]}
    />
  )
}
