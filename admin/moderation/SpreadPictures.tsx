import { ChartFrame } from '../frame/chart/ChartFrame.tsx'
import { Stacks, stacksHeight } from '../frame/chart/Stacks.tsx'
import { predikatTones } from '../frame/chip/predikat-tones.ts'
import { useFormat } from '../frame/format.ts'
import type { MessageKey } from '../frame/language/messages.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { predikats, type Spread } from './data.ts'

export type Picture = { label: MessageKey; spread: Spread }

/** Spreads of predikat beneath each other, each as a bar of parts; the same figures as a table. */
export function SpreadPictures({ caption, file, pictures }: { caption: MessageKey; file: string; pictures: Picture[] }) {
  const say = useSay()
  const format = useFormat()
  const label = useCodeLabel()
  const total = (spread: Spread) => predikats.reduce((sum, key) => sum + spread[key], 0)
  const partsOf = (spread: Spread) =>
    predikats.map((key) => ({
      key,
      label: label('predikat', key),
      value: spread[key],
      tone: predikatTones[key] ?? ('quiet' as const),
      isHatched: key === 'SANGAT_KURANG',
    }))
  return (
    <ChartFrame<Picture>
      caption={caption}
      file={file}
      rows={pictures}
      keyOf={({ label: key }) => key}
      empty="home.noPredikat"
      columns={[
        { label: 'effect.picture', render: (picture) => say(picture.label) },
        ...predikats.map((key) => ({
          label: `predikat.${key}` as const,
          isNumber: true,
          render: ({ spread }: Picture) => format.number(spread[key]),
        })),
      ]}
      csv={() => [
        [say('effect.picture'), ...predikats.map((key) => label('predikat', key))],
        ...pictures.map((picture) => [say(picture.label), ...predikats.map((key) => picture.spread[key])]),
      ]}
      draw={(width) => ({
        height: stacksHeight(pictures.length, true),
        content: (
          <Stacks
            width={width}
            legend={partsOf(pictures[0]?.spread ?? emptySpread)}
            shown={(part, whole) => `${format.number(part.value)} · ${format.share(part.value, whole)}`}
            stacks={pictures.map(({ label: key, spread }) => ({
              key,
              label: say(key),
              note: say('home.people', { count: format.number(total(spread)) }),
              parts: partsOf(spread),
            }))}
          />
        ),
      })}
    />
  )
}

const emptySpread: Spread = { SANGAT_BAIK: 0, BAIK: 0, BUTUH_PERBAIKAN: 0, KURANG: 0, SANGAT_KURANG: 0 }
