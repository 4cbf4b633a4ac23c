import { type Query, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useViewer } from '../frame/viewer-context.ts'
import { followChanges } from './events.ts'

/** What the console follows, with the permission that hearing of it needs. */
const topics: Record<string, string | null> = {
  ORGANIZATION: null,
  INDICATORS: null,
  PERIODS: null,
  MEASUREMENTS: null,
  APPRAISALS: null,
  SETTINGS: null,
  NOTICES: null,
  JOBS: 'jobs.manage',
  IMPORTS: 'imports.run',
  DATA_ISSUES: 'organization.write',
  USERS: 'users.manage',
  AUDIT: 'audit.read',
}

/** Changes of this time are read together. */
const gatherMs = 1_500
const firstRetryMs = 2_000
const longestRetryMs = 60_000

/**
 * Reads again what is on the screen when the server tells of a change, and answers when that was last done. Only the window that is seen
 * follows: a browser has few connections to one server. A form that somebody is writing in keeps what it was opened with.
 */
export function useChanges(): Date | null {
  const queries = useQueryClient()
  const { permissions } = useViewer()
  const [updatedAt, setUpdatedAt] = useState<Date | null>(null)
  const held = useRef(permissions)
  held.current = permissions
  useEffect(() => {
    let control = new AbortController()
    let gather: ReturnType<typeof setTimeout> | undefined
    let retry: ReturnType<typeof setTimeout> | undefined
    let wait = firstRetryMs

    const refresh = () => {
      gather = undefined
      void queries.invalidateQueries({ predicate: isShown }).then(() => setUpdatedAt(new Date()))
    }
    const told = () => {
      wait = firstRetryMs
      gather ??= setTimeout(refresh, gatherMs)
    }
    const follow = () => {
      control = new AbortController()
      const { signal } = control
      const asked = Object.entries(topics).flatMap(([topic, needs]) =>
        needs === null || held.current.includes(needs) ? [topic] : [],
      )
      const again = () => {
        if (signal.aborted) return
        retry = setTimeout(follow, wait)
        wait = Math.min(wait * 2, longestRetryMs)
      }
      followChanges(asked, told, signal).then(again, again)
    }
    const stop = () => {
      control.abort()
      clearTimeout(gather)
      clearTimeout(retry)
      gather = undefined
    }
    const onVisibility = () => {
      stop()
      if (document.visibilityState !== 'visible') return
      // What changed in the meantime was not heard.
      told()
      follow()
    }
    if (document.visibilityState === 'visible') follow()
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      document.removeEventListener('visibilitychange', onVisibility)
      stop()
    }
  }, [queries])
  return updatedAt
}

/** Everything that is read only; the record of a form is not exchanged under the hands of who writes. */
function isShown({ queryKey }: Query): boolean {
  const [resource, kind] = queryKey
  if (resource === 'read') return true
  const isWriting =
    /\/create$|^\/[^/]+\/[^/]+$/.test(window.location.pathname) || document.querySelector('[role="dialog"] form') !== null
  return kind !== 'getOne' || !isWriting
}
