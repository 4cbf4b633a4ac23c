import { useSearchParams } from 'react-router-dom'
import type { PeriodKey } from '../appraisals/data.ts'
import { usePeriods } from '../appraisals/use-periods.ts'

export type ScopeState = {
  /** Null until the periods are known, or when there is none. */
  periodKey: string | null
  unitId: string | null
  years: PeriodKey[]
  /** A further choice of the page, such as `compare`. */
  get: (name: string) => string | null
  change: (name: string, value: string | null) => void
}

/** Period and unit live in the address and hold for every panel of the page. */
export function useScope(): ScopeState {
  const [search, setSearch] = useSearchParams()
  const { years, latest } = usePeriods()
  return {
    periodKey: search.get('period') ?? latest,
    unitId: search.get('unit'),
    years,
    get: (name) => search.get(name),
    change: (name, value) =>
      setSearch(
        (before) => {
          if (value) before.set(name, value)
          else before.delete(name)
          return before
        },
        { replace: true },
      ),
  }
}
