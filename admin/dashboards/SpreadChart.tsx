import type { ReactNode } from 'react'
import { ChartFrame } from '../frame/chart/ChartFrame.tsx'
import { type Part, Stacks, stacksHeight } from '../frame/chart/Stacks.tsx'
import { useFormat } from '../frame/format.ts'
import type { MessageKey } from '../frame/language/messages.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import type { KeyCount } from '../home/data.ts'
import { partsOf, predikatKeys } from './parts.ts'

export type SpreadRow = {
  key: string
  label: string
  link?: ReactNode
  isSuppressed: boolean
  total: number | null
  counts: KeyCount[]
}

type Props = { caption: MessageKey; head: MessageKey; file: string; rows: SpreadRow[]; empty: MessageKey }

/** Spreads of predikat beneath each other, each as shares of its own people. */
export function SpreadChart({ caption, head, file, rows, empty }: Props) {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const nameOf = (key: string) => label('predikat', key)
  const partsIn = (row: SpreadRow) => partsOf(row.counts, nameOf, say('dashboards.without'))
  const told = (row: SpreadRow, index: number) =>
    row.isSuppressed ? say('dashboards.hidden') : format.number(partsIn(row)[index]?.value)
  const legend: Part[] = partsOf([], nameOf, say('dashboards.without'))
  return (
    <ChartFrame
      caption={caption}
      file={file}
      rows={rows}
      keyOf={(row) => row.key}
      empty={empty}
      columns={[
        { label: head, render: (row) => row.link ?? row.label },
        {
          label: 'dashboards.people',
          isNumber: true,
          render: (row) => (row.isSuppressed ? say('dashboards.hidden') : format.number(row.total)),
        },
        { label: 'predikat.SANGAT_BAIK', isNumber: true, render: (row) => told(row, 0) },
        { label: 'predikat.BAIK', isNumber: true, render: (row) => told(row, 1) },
        { label: 'predikat.BUTUH_PERBAIKAN', isNumber: true, render: (row) => told(row, 2) },
        { label: 'predikat.KURANG', isNumber: true, render: (row) => told(row, 3) },
        { label: 'predikat.SANGAT_KURANG', isNumber: true, render: (row) => told(row, 4) },
        { label: 'dashboards.without', isNumber: true, render: (row) => told(row, 5) },
      ]}
      csv={() => [
        [say(head), say('dashboards.people'), ...predikatKeys.map(nameOf), say('dashboards.without')],
        ...rows.map((row) => [row.label, row.total, ...partsIn(row).map(({ value }) => (row.isSuppressed ? null : value))]),
      ]}
      draw={(width) => ({
        height: stacksHeight(rows.length, true),
        content: (
          <Stacks
            width={width}
            legend={legend}
            shown={(part, total) => `${format.number(part.value)} (${format.share(part.value, total)})`}
            stacks={rows.map((row) => ({
              key: row.key,
              label: row.label,
              parts: partsIn(row),
              note: row.isSuppressed ? say('dashboards.hidden') : say('home.people', { count: format.number(row.total) }),
            }))}
          />
        ),
      })}
    />
  )
}
