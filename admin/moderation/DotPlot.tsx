import { useTheme } from '@mui/material'
import { clipped } from '../frame/chart/Stacks.tsx'
import { toneColours } from '../frame/chip/tones.ts'

export type Dot = { key: string; label: string; note: string; value: number; error: number; isMarked: boolean }

const rowHeight = 34
const headHeight = 26
const reach = 1.2

export const dotsHeight = (count: number) => headHeight + count * rowHeight

/** Values around 0 with their intervals, one row each; filled where they are marked. The table twin says the same in figures. */
export function DotPlot({ dots, width, below, above }: { dots: Dot[]; width: number; below: string; above: string }) {
  const theme = useTheme()
  const left = Math.min(240, width * 0.42)
  const place = (value: number) => left + ((Math.max(-reach, Math.min(reach, value)) + reach) / (2 * reach)) * (width - left - 8)
  const line = theme.palette.divider
  const height = dotsHeight(dots.length)
  return (
    <>
      {[-0.25, 0, 0.25].map((at) => (
        <line
          key={at}
          x1={place(at)}
          x2={place(at)}
          y1={headHeight - 6}
          y2={height}
          stroke={at === 0 ? theme.palette.text.secondary : line}
          strokeDasharray={at === 0 ? undefined : '3 3'}
        />
      ))}
      <text x={left} y={13} fontSize={12} fill={theme.palette.text.secondary}>
        {below}
      </text>
      <text x={width - 4} y={13} fontSize={12} textAnchor="end" fill={theme.palette.text.secondary}>
        {above}
      </text>
      {dots.map(({ key, label, note, value, error, isMarked }, index) => {
        const { solid } = toneColours(theme, isMarked ? 'warn' : 'fair')
        const y = headHeight + index * rowHeight + rowHeight / 2
        return (
          <g key={key}>
            <title>{`${label}: ${note}`}</title>
            <text y={y + 4}>{clipped(label, left - 8)}</text>
            <line x1={place(value - 2 * error)} x2={place(value + 2 * error)} y1={y} y2={y} stroke={solid} strokeWidth={2} />
            <circle
              cx={place(value)}
              cy={y}
              r={6}
              fill={isMarked ? solid : theme.palette.background.paper}
              stroke={solid}
              strokeWidth={2}
            />
          </g>
        )
      })}
    </>
  )
}
