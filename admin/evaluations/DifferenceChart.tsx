import { useTheme } from '@mui/material'
import { ChartFrame } from '../frame/chart/ChartFrame.tsx'
import { toneColours } from '../frame/chip/tones.ts'
import type { MessageKey } from '../frame/language/messages.ts'
import { useSay } from '../frame/language/use-say.ts'
import type { Evaluation } from './data.ts'
import { useAmount } from './use-amount.ts'

type Line = { key: MessageKey; value: string; low: string; high: string }

const rowHeight = 46

/** Effect, effect over all cases and trend before, each with its 95 % interval against zero; the same figures as a table. */
export function DifferenceChart({ evaluation }: { evaluation: Evaluation }) {
  const say = useSay()
  const amount = useAmount(evaluation.proportionEffect !== null)
  const line = (key: MessageKey, value: string | null, low: string | null, high: string | null): Line[] =>
    value !== null && low !== null && high !== null ? [{ key, value, low, high }] : []
  const lines = [
    ...line('impact.main', evaluation.effect, evaluation.ciLow, evaluation.ciHigh),
    ...line('impact.pooled', evaluation.proportionEffect, evaluation.proportionLow, evaluation.proportionHigh),
    ...line('impact.trend', evaluation.trendEffect, evaluation.trendLow, evaluation.trendHigh),
  ]
  return (
    <ChartFrame<Line>
      caption="impact.differences"
      file={`beda-${evaluation.programmeCode}`}
      rows={lines}
      keyOf={({ key }) => key}
      empty="impact.noInterval"
      columns={[
        { label: 'impact.measure', render: ({ key }) => say(key) },
        { label: 'impact.estimate', isNumber: true, render: ({ value }) => amount.change(value) },
        { label: 'impact.low', isNumber: true, render: ({ low }) => amount.change(low) },
        { label: 'impact.high', isNumber: true, render: ({ high }) => amount.change(high) },
      ]}
      csv={() => [
        ['ukuran', 'perkiraan', 'bawah', 'atas'],
        ...lines.map(({ key, value, low, high }) => [say(key), Number(value), Number(low), Number(high)]),
      ]}
      draw={(width) => ({
        height: lines.length * rowHeight + 8,
        content: <Intervals lines={lines} width={width} change={amount.change} />,
      })}
    />
  )
}

function Intervals({ lines, width, change }: { lines: Line[]; width: number; change: (value: string) => string }) {
  const theme = useTheme()
  const ends = lines.flatMap(({ low, high }) => [Number(low), Number(high)])
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)]
  const spread = most - least || 1
  const x = (value: number) => 8 + ((value - least) / spread) * (width - 16)
  return (
    <>
      <line
        x1={x(0)}
        x2={x(0)}
        y1={0}
        y2={lines.length * rowHeight}
        stroke={theme.palette.text.secondary}
        strokeDasharray="2 3"
      />
      <text x={x(0)} y={lines.length * rowHeight + 6} textAnchor="middle" fontSize={11} fill={theme.palette.text.secondary}>
        0
      </text>
      {lines.map(({ key, value, low, high }, index) => (
        <Interval key={key} name={key} said={`${change(value)} (${change(low)} … ${change(high)})`} y={index * rowHeight}>
          {[x(Number(low)), x(Number(value)), x(Number(high))]}
        </Interval>
      ))}
    </>
  )
}

function Interval({
  name,
  said,
  y,
  children: [low = 0, value = 0, high = 0],
}: {
  name: MessageKey
  said: string
  y: number
  children: number[]
}) {
  const theme = useTheme()
  const say = useSay()
  const { solid } = toneColours(theme, 'fair')
  return (
    <g transform={`translate(0 ${y})`}>
      <text y={14} fontSize={12}>
        {say(name)}: {said}
      </text>
      <line x1={low} x2={high} y1={28} y2={28} stroke={solid} strokeWidth={3} />
      <line x1={low} x2={low} y1={23} y2={33} stroke={solid} strokeWidth={2} />
      <line x1={high} x2={high} y1={23} y2={33} stroke={solid} strokeWidth={2} />
      <circle cx={value} cy={28} r={5} fill={solid} />
    </g>
  )
}
