import { useTheme } from '@mui/material'
import { ChartFrame } from '../frame/chart/ChartFrame.tsx'
import { toneColours } from '../frame/chip/tones.ts'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import type { Evaluation, SeriesPoint } from './data.ts'
import { useAmount } from './use-amount.ts'

const height = 260
const room = { left: 46, right: 28, top: 30, bottom: 34 }

/** The outcome of both groups month by month, with the training between; the same figures as a table. */
export function CourseChart({ evaluation: { series, programmeCode, proportionEffect } }: { evaluation: Evaluation }) {
  const label = useCodeLabel()
  const format = useFormat()
  const amount = useAmount(proportionEffect !== null)
  return (
    <ChartFrame<SeriesPoint>
      caption="impact.course"
      file={`dampak-${programmeCode}`}
      rows={series}
      keyOf={({ arm, month }) => `${month} ${arm}`}
      empty="impact.noCourse"
      columns={[
        { label: 'impact.month', render: ({ month }) => format.date(month) },
        { label: 'impact.group', render: ({ arm }) => label('outcomeArm', arm) },
        { label: 'impact.value', isNumber: true, render: ({ value }) => amount.level(value) },
        { label: 'impact.units', isNumber: true, render: ({ n }) => format.number(n) },
      ]}
      csv={() => [
        ['bulan', 'kelompok', 'fase', 'nilai', 'unit'],
        ...series.map(({ month, arm, phase, value, n }) => [month, arm, phase, Number(value), n]),
      ]}
      draw={(width) => ({
        height,
        content: <Course series={series} width={width} scaled={amount.scaled} level={amount.level} />,
      })}
    />
  )
}

type Drawing = { series: SeriesPoint[]; width: number; scaled: (value: string) => number; level: (value: string) => string }

function Course({ series, width, scaled, level }: Drawing) {
  const theme = useTheme()
  const say = useSay()
  const label = useCodeLabel()
  const months = [...new Set(series.map(({ month }) => month))].sort()
  const values = series.map(({ value }) => scaled(value))
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const spread = most - least || 1
  const [low, high] = [least - spread * 0.1, most + spread * 0.1]
  const x = (month: string) =>
    room.left + (months.indexOf(month) / Math.max(months.length - 1, 1)) * (width - room.left - room.right)
  const y = (value: number) => room.top + (1 - (value - low) / (high - low)) * (height - room.top - room.bottom)
  const lastBefore = months.findLast((month) => series.some((point) => point.month === month && point.phase === 'PRA')) ?? ''
  const after = months[months.indexOf(lastBefore) + 1]
  const trainedAt = after ? (x(lastBefore) + x(after)) / 2 : null
  const secondary = theme.palette.text.secondary
  const arms = [
    { arm: 'DILATIH' as const, colour: toneColours(theme, 'good').solid, dash: undefined },
    { arm: 'PEMBANDING' as const, colour: toneColours(theme, 'quiet').solid, dash: '6 4' },
  ]
  const ticks = [low + (high - low) * 0.1, (low + high) / 2, high - (high - low) * 0.1]
  const every = Math.ceil(months.length / Math.max(Math.floor((width - room.left) / 70), 1))
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={room.left} x2={width - room.right} y1={y(tick)} y2={y(tick)} stroke={theme.palette.divider} />
          <text x={room.left - 6} y={y(tick) + 4} textAnchor="end" fontSize={12} fill={secondary}>
            {Math.round(tick * 10) / 10}
          </text>
        </g>
      ))}
      {months.map((month, index) =>
        index % every === 0 ? (
          <text key={month} x={x(month)} y={height - 12} textAnchor="middle" fontSize={12} fill={secondary}>
            {month.slice(0, 7)}
          </text>
        ) : null,
      )}
      {trainedAt !== null && (
        <>
          <line x1={trainedAt} x2={trainedAt} y1={room.top} y2={height - room.bottom} stroke={secondary} strokeDasharray="2 3" />
          <text x={trainedAt} y={room.top - 4} textAnchor="middle" fontSize={11} fill={secondary}>
            {say('impact.training')}
          </text>
        </>
      )}
      {arms.map(({ arm, colour, dash }, index) => {
        const points = series.filter((point) => point.arm === arm)
        return (
          <g key={arm}>
            <polyline
              points={points.map(({ month, value }) => `${x(month)},${y(scaled(value))}`).join(' ')}
              fill="none"
              stroke={colour}
              strokeWidth={2}
              {...(dash ? { strokeDasharray: dash } : {})}
            />
            {points.map(({ month, value, n }) => (
              <Mark key={month} isRound={arm === 'DILATIH'} x={x(month)} y={y(scaled(value))} colour={colour}>
                {`${label('outcomeArm', arm)} ${month.slice(0, 7)}: ${level(value)} (${n})`}
              </Mark>
            ))}
            <g transform={`translate(${room.left + index * 120} 14)`}>
              <line x1={0} x2={22} y1={-4} y2={-4} stroke={colour} strokeWidth={2} {...(dash ? { strokeDasharray: dash } : {})} />
              <text x={28} fontSize={12}>
                {label('outcomeArm', arm)}
              </text>
            </g>
          </g>
        )
      })}
    </>
  )
}

/** A round mark for those trained, a square one for the others: the colour says nothing alone. */
function Mark({ isRound, x, y, colour, children }: { isRound: boolean; x: number; y: number; colour: string; children: string }) {
  return (
    <g>
      <title>{children}</title>
      {isRound ? <circle cx={x} cy={y} r={3.5} fill={colour} /> : <rect x={x - 3} y={y - 3} width={6} height={6} fill={colour} />}
    </g>
  )
}
