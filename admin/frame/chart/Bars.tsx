import TableIcon from '@mui/icons-material/TableRowsOutlined'
import { Box, Button, Typography, useTheme } from '@mui/material'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { type Tone, toneColours } from '../chip/tones.ts'
import { useFormat } from '../format.ts'
import type { MessageKey } from '../language/messages.ts'
import { useSay } from '../language/use-say.ts'
import { RowsTable } from '../list/RowsTable.tsx'

export type Bar = { key: string; label: string; count: number; tone: Tone; to?: string }

type Props = { caption: MessageKey; bars: Bar[]; total: number; empty: MessageKey }

/** Counts as horizontal bars, each opening its filtered list, with the same figures as a table on demand. */
export function Bars({ caption, bars, total, empty }: Props) {
  const say = useSay()
  const format = useFormat()
  const [isTable, setTable] = useState(false)
  if (total === 0) return <Typography sx={{ color: 'text.secondary' }}>{say(empty)}</Typography>
  return (
    <Box>
      {isTable ? (
        <RowsTable
          caption={caption}
          rows={bars}
          keyOf={(bar) => bar.key}
          empty={empty}
          columns={[
            { label: 'chart.group', render: (bar) => (bar.to ? <Link to={bar.to}>{bar.label}</Link> : bar.label) },
            { label: 'chart.count', isNumber: true, render: (bar) => format.number(bar.count) },
            { label: 'chart.share', isNumber: true, render: (bar) => format.share(bar.count, total) },
          ]}
        />
      ) : (
        <Box component="ul" aria-label={say(caption)} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
          {bars.map((bar) => (
            <BarRow key={bar.key} bar={bar} total={total} largest={Math.max(...bars.map(({ count }) => count), 1)} />
          ))}
        </Box>
      )}
      <Button size="small" startIcon={<TableIcon />} aria-pressed={isTable} onClick={() => setTable(!isTable)} sx={{ mt: 1 }}>
        {say(isTable ? 'chart.asBars' : 'chart.asTable')}
      </Button>
    </Box>
  )
}

function BarRow({ bar, total, largest }: { bar: Bar; total: number; largest: number }) {
  const format = useFormat()
  const { solid } = toneColours(useTheme(), bar.tone)
  return (
    <Box component="li">
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
        <Typography component="span">{bar.to ? <Link to={bar.to}>{bar.label}</Link> : bar.label}</Typography>
        <Typography component="span" sx={{ whiteSpace: 'nowrap' }}>
          <strong>{format.number(bar.count)}</strong> · {format.share(bar.count, total)}
        </Typography>
      </Box>
      <Box aria-hidden="true" sx={{ height: 10, borderRadius: 5, backgroundColor: 'action.hover', overflow: 'hidden' }}>
        <Box
          sx={{
            height: '100%',
            width: `${(bar.count / largest) * 100}%`,
            minWidth: bar.count > 0 ? 3 : 0,
            backgroundColor: solid,
          }}
        />
      </Box>
    </Box>
  )
}
