import { Bars } from '../frame/chart/Bars.tsx'
import type { Tone } from '../frame/chip/tones.ts'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { codesOf, useCodeLabel } from '../frame/language/use-say.ts'
import { listLink } from '../frame/list/list-link.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import type { Scope } from '../home/data.ts'
import { FUNNEL } from './data.ts'

const tones: Readonly<Record<string, Tone>> = {
  FINAL: 'good',
  TEREKSPOR: 'good',
  KEBERATAN: 'warn',
  PEMERIKSAAN: 'warn',
  BATAL: 'quiet',
}

/** Appraisals of a period by state, in the order in which they follow each other; each opens its list. */
export function FunnelSection({ periodKey, underUnitId }: Scope) {
  const label = useCodeLabel()
  const { data, error, isPending, refetch } = useRead(FUNNEL, { filter: { periodKey, underUnitId } }, { keepPrevious: true })
  const counts = new Map<string, number>(data?.appraisalStateCounts.map(({ state, count }) => [state, count]))
  const bars = codesOf('appraisalState').flatMap(({ id }) => {
    const count = counts.get(id) ?? 0
    const to = listLink('appraisals', { periodKey, state: id, ...(underUnitId ? { underUnitId } : {}) })
    return count === 0 ? [] : [{ key: id, label: label('appraisalState', id), count, tone: tones[id] ?? 'fair', to }]
  })
  return (
    <Section title="cockpitPage.funnel" help="cockpitPage.funnelHelp">
      {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <PageSkeleton rows={5} />}
      {data && (
        <Bars
          caption="cockpitPage.funnel"
          bars={bars}
          total={bars.reduce((sum, { count }) => sum + count, 0)}
          empty="cockpitPage.none"
        />
      )}
    </Section>
  )
}
