import { useRead } from '../frame/data/read.ts'
import { YEARS, type Year } from './data.ts'

/** The performance years, newest first, and the one that pages show at first: the latest closed one, else the open one. */
export function useYears(): { years: Year[]; latest: string | null; isPending: boolean } {
  const { data, isPending } = useRead(YEARS, {})
  const years = data?.periods.nodes ?? []
  const latest = years.find(({ state }) => state === 'CLOSED') ?? years.find(({ state }) => state === 'OPEN') ?? years[0]
  return { years, latest: latest?.key ?? null, isPending }
}
