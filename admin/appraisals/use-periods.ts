import { useRead } from '../frame/data/read.ts'
import { PERIOD_KEYS, type PeriodKey } from './data.ts'

type Periods = {
  /** Years and quarters, newest year first. */
  periods: PeriodKey[]
  years: PeriodKey[]
  /** What pages show at first: the latest closed year, else the open one. */
  latest: string | null
  isPending: boolean
}

/** The periods that can be appraised. */
export function usePeriods(): Periods {
  const { data, isPending } = useRead(PERIOD_KEYS, {})
  const periods = (data?.periods.nodes ?? []).filter(({ kind }) => kind !== 'MONTH')
  const years = periods.filter(({ kind }) => kind === 'ANNUAL')
  const latest = years.find(({ state }) => state === 'CLOSED') ?? years.find(({ state }) => state === 'OPEN') ?? years[0]
  return { periods, years, latest: latest?.key ?? null, isPending }
}
