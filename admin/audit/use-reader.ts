import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import type { ViewRow } from './history.ts'

/** Name and roles of who looked, and whether it was another system. */
export function useReader(): (row: ViewRow) => string {
  const say = useSay()
  const label = useCodeLabel()
  return ({ actorLabel, actorKind, role }) => {
    const roles = role?.split(' ').map((one) => label('role', one)) ?? []
    const standing = actorKind === 'TOKEN' ? [say('seen.token'), ...roles] : roles
    return standing.length > 0 ? `${actorLabel} (${standing.join(', ')})` : actorLabel
  }
}
