import { useTheme } from '@mui/material'
import { ChartFrame } from '../frame/chart/ChartFrame.tsx'
import { clipped } from '../frame/chart/Stacks.tsx'
import { type Tone, toneColours } from '../frame/chip/tones.ts'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import type { HeatCell, Heatmap } from './data.ts'

const rowHeight = 26
const headHeight = 70
const leaning = 40
const narrowest = 26

/** Bands of the usual levels (LOCAL): the cell says its number, the colour only repeats it. */
function toneOf({ averagePct, isSuppressed }: HeatCell): Tone {
  if (isSuppressed || averagePct === null) return 'quiet'
  if (averagePct < 90) return 'bad'
  return averagePct < 110 ? 'fair' : 'good'
}

/** Units by indicators: how far the targets are reached on average. */
export function HeatChart({ heatmap, file }: { heatmap: Heatmap; file: string }) {
  const say = useSay()
  const format = useFormat()
  const theme = useTheme()
  const { units, indicators, cells } = heatmap
  const cellAt = new Map(cells.map((cell) => [`${cell.unitId} ${cell.indicatorId}`, cell]))
  const nameOf = (all: readonly { id: string; code: string; name: string }[], id: string) => all.find((one) => one.id === id)
  const told = (cell: HeatCell | undefined) => {
    if (!cell) return ''
    if (cell.isSuppressed) return '•'
    return cell.averagePct === null ? '–' : format.number(cell.averagePct, 0)
  }
  return (
    <ChartFrame
      caption="dashboards.heatmap"
      file={file}
      rows={cells}
      keyOf={({ unitId, indicatorId }) => `${unitId} ${indicatorId}`}
      empty="dashboards.noHeatmap"
      columns={[
        { label: 'units.title', render: ({ unitId }) => nameOf(units, unitId)?.name },
        {
          label: 'indicators.title',
          render: ({ indicatorId }) => `${nameOf(indicators, indicatorId)?.code} ${nameOf(indicators, indicatorId)?.name}`,
        },
        {
          label: 'dashboards.average',
          isNumber: true,
          render: ({ averagePct, isSuppressed }) => (isSuppressed ? say('dashboards.hidden') : format.percent(averagePct)),
        },
        {
          label: 'dashboards.measured',
          isNumber: true,
          render: ({ measured, items }) => `${format.number(measured)} / ${format.number(items)}`,
        },
      ]}
      csv={() => [
        [say('units.title'), ...indicators.map(({ code, name }) => `${code} ${name}`)],
        ...units.map(({ id, name }) => [
          name,
          ...indicators.map((indicator) => cellAt.get(`${id} ${indicator.id}`)?.averagePct ?? null),
        ]),
      ]}
      draw={(width) => {
        const left = Math.min(220, width * 0.4)
        // The last head leans over the edge of its column.
        const column = Math.max((width - left - leaning) / Math.max(indicators.length, 1), narrowest)
        return {
          width: Math.max(width, left + leaning + indicators.length * column),
          height: headHeight + units.length * rowHeight,
          content: (
            <>
              {indicators.map(({ id, code, name }, index) => (
                <text
                  key={id}
                  transform={`translate(${left + (index + 0.6) * column} ${headHeight - 6}) rotate(-60)`}
                  fontSize={Math.min(11, column)}
                >
                  <title>{name}</title>
                  {code}
                </text>
              ))}
              {units.map((unit, row) => (
                <g key={unit.id} transform={`translate(0 ${headHeight + row * rowHeight})`}>
                  <text y={17} fontSize={12}>
                    {clipped(unit.name, left)}
                  </text>
                  {indicators.map((indicator, index) => {
                    const cell = cellAt.get(`${unit.id} ${indicator.id}`)
                    if (!cell) return null
                    const { ground, ink } = toneColours(theme, toneOf(cell))
                    return (
                      <g key={indicator.id} transform={`translate(${left + index * column} 0)`}>
                        <title>{`${unit.name} · ${indicator.name}: ${told(cell)}`}</title>
                        <rect width={Math.max(column - 1, 2)} height={rowHeight - 1} fill={ground} />
                        <text x={column / 2} y={17} textAnchor="middle" fontSize={11} fill={ink}>
                          {told(cell)}
                        </text>
                      </g>
                    )
                  })}
                </g>
              ))}
            </>
          ),
        }
      }}
    />
  )
}
