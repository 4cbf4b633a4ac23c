import { useTheme } from '@mui/material'
import { type Tone, toneColours } from '../chip/tones.ts'

export type Part = { key: string; label: string; value: number; tone: Tone; isHatched?: boolean }
export type Stack = { key: string; label: string; parts: Part[]; note?: string }

const rowHeight = 40
const barHeight = 16
const legendColumns = 3
const legendRows = 2
const legendRow = 18
export const stacksHeight = (count: number, hasLegend: boolean) =>
  count * rowHeight + (hasLegend ? 8 + legendRows * legendRow : 4)

type Props = { stacks: Stack[]; width: number; legend?: Part[]; shown: (part: Part, total: number) => string; total?: number }

/** Bars of parts beneath their names. A part says its share inside where there is room; the table twin says all of them. */
export function Stacks({ stacks, width, legend, shown, total }: Props) {
  const theme = useTheme()
  const colour = (part: Part) => toneColours(theme, part.tone).solid
  const ground = theme.palette.action.hover
  return (
    <>
      <defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="2" height="6" fill={theme.palette.background.paper} />
        </pattern>
      </defs>
      {stacks.map((stack, index) => {
        const whole = total ?? stack.parts.reduce((sum, { value }) => sum + value, 0)
        let left = 0
        return (
          <g key={stack.key} transform={`translate(0 ${index * rowHeight})`}>
            <text y={13}>{clipped(stack.label, width - 130)}</text>
            <text x={width} y={13} textAnchor="end" fill={theme.palette.text.secondary}>
              {stack.note ?? ''}
            </text>
            <rect y={18} width={width} height={barHeight} fill={ground} />
            {stack.parts.map((part) => {
              const size = whole === 0 ? 0 : (part.value / whole) * width
              const x = left
              left += size
              return (
                <g key={part.key}>
                  <title>{`${part.label}: ${shown(part, whole)}`}</title>
                  <rect x={x} y={18} width={Math.max(size - 1, 0)} height={barHeight} fill={colour(part)} />
                  {part.isHatched && <rect x={x} y={18} width={Math.max(size - 1, 0)} height={barHeight} fill="url(#hatch)" />}
                </g>
              )
            })}
          </g>
        )
      })}
      {legend && (
        <g transform={`translate(0 ${stacks.length * rowHeight + 6})`}>
          {legend.map((part, index) => (
            <g
              key={part.key}
              transform={`translate(${((index % legendColumns) * width) / legendColumns} ${Math.floor(index / legendColumns) * legendRow})`}
            >
              <rect width={11} height={11} y={2} fill={colour(part)} />
              {part.isHatched && <rect width={11} height={11} y={2} fill="url(#hatch)" />}
              <text x={15} y={12} fontSize={12}>
                {clipped(part.label, width / legendColumns - 16)}
              </text>
            </g>
          ))}
        </g>
      )}
    </>
  )
}

/** A name that fits into so many pixels. */
export function clipped(text: string, pixels: number): string {
  const most = Math.max(Math.floor(pixels / 7), 3)
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}
