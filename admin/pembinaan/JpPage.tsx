import { Box } from '@mui/material'
import { Title } from 'react-admin'
import { Link } from 'react-router-dom'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel } from '../frame/language/use-say.ts'
import { ListHelp } from '../frame/list/ListHelp.tsx'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { type Coverage, JP_COVERAGE } from './data.ts'

const statuses = ['COMPLIANT', 'SHORT', 'WITHIN_CEILING', 'OVER_CEILING'] as const

/** Hours of the year by office, without names. */
export default function JpPage() {
  const format = useFormat()
  const label = useCodeLabel()
  const year = new Date().getFullYear()
  const { data, error, refetch } = useRead(JP_COVERAGE, { year, unitId: null })
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (!data) return <PageSkeleton />
  const people = (row: Coverage, status: string) => format.number(row.statuses.find((one) => one.status === status)?.people ?? 0)
  return (
    <Box sx={{ pt: 2 }}>
      <Title title="jp.title" />
      <ListHelp text="jp.help" />
      <Section title="jp.byUnit">
        <RowsTable
          caption="jp.byUnit"
          rows={data.jpCoverage}
          keyOf={({ unitId }) => unitId}
          empty="jp.empty"
          columns={[
            { label: 'pembinaan.unit', render: ({ unitId, unitName }) => <Link to={`/units/${unitId}/show`}>{unitName}</Link> },
            { label: 'jp.people', isNumber: true, render: (row) => format.number(row.people) },
            { label: 'jp.coverage', isNumber: true, render: ({ coveragePct }) => format.percent(coveragePct, 1) },
            { label: 'jp.mean', isNumber: true, render: ({ meanJp }) => format.number(meanJp) },
            {
              label: 'jp.statuses',
              render: (row) =>
                row.statuses.length === 0
                  ? '–'
                  : statuses.map((one) => `${label('jpStatus', one)}: ${people(row, one)}`).join(' · '),
            },
          ]}
        />
      </Section>
    </Box>
  )
}
