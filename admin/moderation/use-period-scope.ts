import { usePeriods } from '../appraisals/use-periods.ts'
import { type ScopeState, useScope } from '../home/use-scope.ts'

/** Period and unit of a page, quarters among the periods: they are moderated as years are. */
export function usePeriodScope(): ScopeState {
  const scope = useScope()
  const { periods } = usePeriods()
  return { ...scope, years: periods }
}
