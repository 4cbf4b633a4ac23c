import DownloadIcon from '@mui/icons-material/DownloadOutlined'
import TableIcon from '@mui/icons-material/TableRowsOutlined'
import { Box, Button, Typography, useTheme } from '@mui/material'
import { type ReactNode, useRef, useState } from 'react'
import type { MessageKey } from '../language/messages.ts'
import { useSay } from '../language/use-say.ts'
import { type Column, RowsTable } from '../list/RowsTable.tsx'
import { type Cell, downloadCsv, downloadPng, downloadSvg } from './download.ts'
import { useWidth } from './use-width.ts'

type Props<Row> = {
  caption: MessageKey
  /** Name of the downloaded files, without its ending. */
  file: string
  rows: readonly Row[]
  keyOf: (row: Row) => string
  /** The same figures as a table. */
  columns: Column<Row>[]
  /** Heads and cells of the file with the figures. */
  csv: () => readonly (readonly Cell[])[]
  empty: MessageKey
  /** Content of the drawing for a place of this width in pixels; one that needs more than that is moved under the eye sideways. */
  draw: (width: number) => { width?: number; height: number; content: ReactNode }
}

/** A drawn chart with its table twin; both can be taken away, as a picture and as CSV. */
export function ChartFrame<Row>({ caption, file, rows, keyOf, columns, csv, empty, draw }: Props<Row>) {
  const say = useSay()
  const { palette, typography } = useTheme()
  const [isTable, setTable] = useState(false)
  const [place, width] = useWidth()
  const svg = useRef<SVGSVGElement>(null)
  if (rows.length === 0) return <Typography sx={{ color: 'text.secondary' }}>{say(empty)}</Typography>
  const room = Math.max(width, 280)
  const { height, content, width: drawn = room } = draw(room)
  const isWider = drawn > room
  return (
    <Box>
      <Box
        ref={place}
        {...(isWider && !isTable ? { tabIndex: 0, role: 'group', 'aria-label': say(caption) } : {})}
        sx={{ minWidth: 0, overflowX: 'auto' }}
      >
        {isTable ? (
          <RowsTable caption={caption} rows={rows} keyOf={keyOf} empty={empty} columns={columns} firstRows={25} />
        ) : (
          width > 0 && (
            <svg
              ref={svg}
              role="img"
              aria-label={say(caption)}
              viewBox={`0 0 ${drawn} ${height}`}
              width={drawn}
              height={height}
              fontFamily={typography.fontFamily}
              fontSize={13}
              fill={palette.text.primary}
            >
              {content}
            </svg>
          )
        )}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, mt: 1 }}>
        <Button size="small" startIcon={<TableIcon />} aria-pressed={isTable} onClick={() => setTable(!isTable)}>
          {say(isTable ? 'chart.asBars' : 'chart.asTable')}
        </Button>
        <Button size="small" startIcon={<DownloadIcon />} onClick={() => downloadCsv(file, csv())}>
          CSV
        </Button>
        {!isTable && (
          <>
            <Button
              size="small"
              startIcon={<DownloadIcon />}
              onClick={() => svg.current && void downloadPng(file, svg.current, palette.background.paper)}
            >
              PNG
            </Button>
            <Button size="small" startIcon={<DownloadIcon />} onClick={() => svg.current && downloadSvg(file, svg.current)}>
              SVG
            </Button>
          </>
        )}
      </Box>
    </Box>
  )
}
