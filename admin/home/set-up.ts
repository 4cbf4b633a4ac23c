import type { MessageKey } from '../frame/language/messages.ts'
import { listLink } from '../frame/list/list-link.ts'
import type { SetUpCounts } from './data.ts'

export type SetUpStep = {
  label: MessageKey
  isDone: boolean
  /** What is missing, or what is there. */
  state: { text: MessageKey; count: number; key?: string }
  /** The one thing to do next. */
  next: { label: MessageKey; to: string }
  /** Another way to the same end. */
  other?: { label: MessageKey; to: string }
}

const importOf = (kind: string) => `/imports/create?kind=${kind}`

/** What a new city does first, in order: each step knows from the counts whether it is done, and what it lacks. */
export function setUpSteps(counts: SetUpCounts): SetUpStep[] {
  const { units, employees, withoutSuperior, indicators, published, inReview, prepared, open, closed } = counts
  const people = employees.totalCount
  const alone = withoutSuperior.totalCount
  const year = prepared.nodes[0]?.key
  return [
    {
      label: 'home.step.units',
      isDone: units.totalCount > 0,
      state: units.totalCount > 0 ? there('home.state.units', units.totalCount) : there('home.state.noUnits', 0),
      next: { label: 'home.import.units', to: importOf('unit') },
      other: { label: 'home.byHand.units', to: '/units' },
    },
    {
      label: 'home.step.employees',
      isDone: people > 0 && alone < people,
      state:
        people === 0
          ? there('home.state.noEmployees', 0)
          : alone === people && people > 0
            ? there('home.state.noSuperiors', people)
            : alone > 1
              ? there('home.state.someAlone', alone)
              : there('home.state.employees', people),
      next:
        people === 0
          ? { label: 'home.import.employees', to: importOf('pegawai') }
          : { label: 'home.next.superiors', to: listLink('employees', { hasSuperior: false }) },
    },
    {
      label: 'home.step.indicators',
      isDone: indicators.totalCount > 0,
      state:
        indicators.totalCount > 0 ? there('home.state.indicators', indicators.totalCount) : there('home.state.noIndicators', 0),
      next: { label: 'home.import.indicators', to: importOf('indikator') },
      other: { label: 'home.byHand.indicators', to: '/indicators/create' },
    },
    {
      label: 'home.step.publish',
      isDone: published.totalCount > 0,
      state:
        published.totalCount > 0
          ? there('home.state.published', published.totalCount)
          : inReview.totalCount > 0
            ? there('home.state.inReview', inReview.totalCount)
            : there('home.state.noPublished', 0),
      next:
        inReview.totalCount > 0
          ? { label: 'home.next.review', to: listLink('indicators', { draftState: 'REVIU' }) }
          : { label: 'home.next.drafts', to: listLink('indicators', { draftState: 'DRAFT' }) },
    },
    {
      label: 'home.step.period',
      isDone: open.totalCount + closed.totalCount > 0,
      state:
        open.totalCount + closed.totalCount > 0
          ? there('home.state.periodOpen', open.totalCount)
          : year
            ? { text: 'home.state.periodPrepared', count: prepared.totalCount, key: year }
            : there('home.state.noPeriod', 0),
      next: { label: year ? 'home.next.open' : 'home.next.prepare', to: '/periods' },
    },
  ]
}

function there(text: MessageKey, count: number): SetUpStep['state'] {
  return { text, count }
}
