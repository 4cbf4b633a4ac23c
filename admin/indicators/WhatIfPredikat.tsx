import { Typography } from '@mui/material'
import { PredikatChip } from '../frame/chip/PredikatChip.tsx'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import type { KeyCount } from '../home/data.ts'

/** Predikat before and after, with the difference in words and sign. */
export function WhatIfPredikat({ before, after }: { before: KeyCount[]; after: KeyCount[] }) {
  const say = useSay()
  const format = useFormat()
  const countOf = (counts: KeyCount[], key: string) => counts.find((count) => count.key === key)?.count ?? 0
  const keys = [...new Set([...before, ...after].map(({ key }) => key))]
  return (
    <>
      <Typography variant="h3" component="h3" sx={{ mt: 2, mb: 1 }}>
        {say('whatIf.predikat')}
      </Typography>
      <RowsTable
        caption="whatIf.predikat"
        rows={keys}
        keyOf={(key) => key}
        empty="whatIf.nothingMoves"
        columns={[
          {
            label: 'appraisals.predikat',
            render: (key) =>
              key === 'NONE' ? <ToneChip tone="quiet" label={say('whatIf.none')} /> : <PredikatChip predikat={key} />,
          },
          { label: 'indicators.before', isNumber: true, render: (key) => format.number(countOf(before, key)) },
          { label: 'indicators.after', isNumber: true, render: (key) => format.number(countOf(after, key)) },
          {
            label: 'whatIf.difference',
            isNumber: true,
            render: (key) => signed(countOf(after, key) - countOf(before, key), format),
          },
        ]}
      />
    </>
  )
}

function signed(difference: number, format: ReturnType<typeof useFormat>): string {
  if (difference === 0) return '0'
  return `${difference > 0 ? '+' : '−'}${format.number(Math.abs(difference))}`
}
