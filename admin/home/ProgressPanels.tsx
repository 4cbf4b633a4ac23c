import { Bars } from '../frame/chart/Bars.tsx'
import { predikatTones } from '../frame/chip/predikat-tones.ts'
import type { Tone } from '../frame/chip/tones.ts'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { listLink } from '../frame/list/list-link.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { useMay } from '../frame/viewer-context.ts'
import { COCKPIT, type Scope } from './data.ts'

/** How far a period has come in a unit and below it. Every figure is counted by the server and opens its list. */
export function ProgressPanels({ periodKey, underUnitId }: Scope) {
  const say = useSay()
  const label = useCodeLabel()
  const mayOpen = useMay('appraisals.read')
  const { data, error, isPending, refetch } = useRead(COCKPIT, { periodKey, underUnitId }, { keepPrevious: true })
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <PageSkeleton rows={6} />
  const { coverage, predikatDistribution: spread } = data
  const scope = { periodKey, ...(underUnitId ? { underUnitId } : {}) }
  const to = (filter: Record<string, string>) => (mayOpen ? { to: listLink('appraisals', { ...scope, ...filter }) } : {})
  const step = (key: string, text: string, count: number, tone: Tone = 'fair') => ({ key, label: text, count, tone })
  return (
    <>
      <Section title="home.coverage" help="home.coverageHelp">
        <Bars
          caption="home.coverage"
          total={coverage.employees}
          empty="home.noPredikat"
          bars={[
            { ...step('employees', say('home.employees'), coverage.employees, 'quiet'), ...to({}) },
            step('withSkp', say('home.withSkp'), coverage.withSkp),
            step('withResult', say('home.withResult'), coverage.withResult),
            step('withBehaviour', say('home.withBehaviour'), coverage.withBehaviour),
            step('withPredikat', say('home.withPredikat'), coverage.withPredikat, 'good'),
          ]}
        />
      </Section>
      <Section title="home.predikat" help="home.predikatHelp">
        <Bars
          caption="home.predikat"
          total={spread.total}
          empty="home.noPredikat"
          bars={[
            ...spread.predikat.map(({ key, count }) => ({
              ...step(key, label('predikat', key), count, predikatTones[key]),
              ...to({ predikat: key }),
            })),
            ...spread.reasons.map(({ key, count }) => ({
              ...step(key, label('noPredikatReason', key), count, 'quiet'),
              ...to({ noPredikatReason: key }),
            })),
          ]}
        />
      </Section>
    </>
  )
}
