import { useRead } from '../frame/data/read.ts'
import { Facts } from '../frame/detail/Facts.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { FIGURE_OF } from './data.ts'

/** The complaints behind a measurement: what was counted, what was left out and why; nothing where it counts none. */
export default function FigureSection({ id }: { id: string }) {
  const say = useSay()
  const format = useFormat()
  const { data } = useRead(FIGURE_OF, { id })
  const figure = data?.realisation.oneDayFigure ?? data?.realisation.reopenFigure
  if (!figure) return null
  const share = (value: string) => format.share(Number(value), 1)
  const { duplicate, outOfScope, withdrawn, spam } = figure
  return (
    <Section title="oneDay.behind" help="oneDay.help">
      <Facts
        facts={[
          { label: 'oneDay.rate', value: share(figure.rate) },
          { label: 'oneDay.interval', value: `${share(figure.ciLow)} – ${share(figure.ciHigh)}` },
          { label: 'oneDay.handled', value: `${figure.handled} / ${figure.eligible}` },
          { label: 'oneDay.censored', value: format.number(figure.censored) },
          { label: 'oneDay.excluded', value: say('oneDay.leftOut', { duplicate, outOfScope, withdrawn, spam }) },
          { label: 'oneDay.reopened', value: `${figure.reopened} (${share(figure.reopenRate)})` },
          { label: 'oneDay.asOf', value: format.instant(figure.asOf) },
          { label: 'oneDay.hash', value: figure.contentHash },
        ]}
      />
    </Section>
  )
}
