import { useCallback, useEffect, useRef, useState } from 'react'
import type { Identifier, RaRecord } from 'react-admin'
import { matchPath, useLocation, useNavigate } from 'react-router-dom'

/** Address of one record of a queue, under the filters that stand in the address now. */
export function useReviewAddress(resource: string): (id: Identifier) => string {
  const { search } = useLocation()
  return useCallback((id) => `/${resource}/${encodeURIComponent(String(id))}${search}`, [resource, search])
}

/** The id of the record that is open beside the list, from the address. */
export function useOpenId(resource: string): string | null {
  const { pathname } = useLocation()
  return matchPath(`/${resource}/:id`, pathname)?.params.id ?? null
}

export type Review = {
  openId: string | null
  /** The row on which the keys act: the one that is open, or the one that j and k reached. */
  cursor: Identifier | null
  open: (id: Identifier) => void
  close: () => void
  move: (step: 1 | -1) => void
}

/**
 * Which row of a queue is open and where the keys stand. Opening adds a step to the history of the browser, moving on replaces it, so that
 * "back" always closes. When a decision takes the open row out of the list, the one that took its place is opened.
 */
export function useReview<Row extends RaRecord>(resource: string, rows: readonly Row[], isSettled: boolean): Review {
  const navigate = useNavigate()
  const { search } = useLocation()
  const addressOf = useReviewAddress(resource)
  const openId = useOpenId(resource)
  const [reached, setReached] = useState<Identifier | null>(null)
  const lastIndex = useRef(-1)
  const cursor = openId ?? reached
  const index = rows.findIndex((row) => row.id === cursor)

  const open = useCallback(
    (id: Identifier) => {
      setReached(id)
      navigate(addressOf(id), { replace: openId !== null })
    },
    [navigate, addressOf, openId],
  )
  const close = useCallback(() => navigate(`/${resource}${search}`, { replace: true }), [navigate, resource, search])
  const move = (step: 1 | -1) => {
    const next = rows[index === -1 ? 0 : Math.min(Math.max(index + step, 0), rows.length - 1)]
    if (!next) return
    if (openId === null) setReached(next.id)
    else open(next.id)
  }
  useEffect(() => {
    if (index !== -1) {
      lastIndex.current = index
      return
    }
    if (!isSettled || openId === null || lastIndex.current === -1) return
    const next = rows[Math.min(lastIndex.current, rows.length - 1)]
    lastIndex.current = -1
    if (next) open(next.id)
    else close()
  }, [index, isSettled, openId, rows, open, close])
  return { openId, cursor, open, close, move }
}
