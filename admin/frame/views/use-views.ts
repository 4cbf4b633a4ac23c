import { useCallback, useEffect, useRef } from 'react'
import { useStore } from 'react-admin'
import { useLocation, useNavigate } from 'react-router-dom'
import { useRead } from '../data/read.ts'
import { SAVED_VIEWS, type SavedView } from './data.ts'
import { useCurrentSetup, useDensity, useHiddenColumns } from './use-view-state.ts'
import { isSameSetup } from './view-search.ts'

export type Views = {
  views: readonly SavedView[]
  /** The view that is shown now: the one in the address, or one that is set up the same. */
  chosen: SavedView | null
  /** The address names a view that does not exist or is not shared with this person. */
  isMissing: boolean
  choose: (view: SavedView | null) => void
}

const none: readonly SavedView[] = []

/**
 * The views of a list and the one that is shown. The choice stands in the address, so that a colleague who opens the link sees the same: the
 * rows at once, columns and density as soon as the view is read. Who opens a list for the first time sees the default of their role.
 */
export function useViews(resource: string): Views {
  const { data } = useRead(SAVED_VIEWS, { resource })
  const views = data?.savedViews.nodes ?? none
  const { search } = useLocation()
  const navigate = useNavigate()
  const current = useCurrentSetup(resource)
  const [, setHidden] = useHiddenColumns(resource)
  const [, setDense] = useDensity()
  const [remembered] = useStore<unknown>(`${resource}.listParams`)
  const wanted = new URLSearchParams(search).get('saved')
  const named = views.find((view) => view.id === wanted) ?? null
  const chosen = named ?? views.find((view) => isSameSetup(view.search, current.search)) ?? null

  const dress = useCallback(
    (view: SavedView | null) => {
      setHidden(view?.hiddenColumns ?? [])
      if (view?.isDense !== null && view?.isDense !== undefined) setDense(view.isDense)
    },
    [setHidden, setDense],
  )
  const go = useCallback(
    (view: SavedView | null, replace: boolean) => {
      // An empty filter in the address, because none at all would mean the last one.
      const setup = view ? `${view.search}&saved=${encodeURIComponent(view.id)}` : 'filter=%7B%7D'
      navigate({ search: `?${setup}` }, { replace })
    },
    [navigate],
  )
  const choose = useCallback(
    (view: SavedView | null) => {
      dress(view)
      go(view, false)
    },
    [dress, go],
  )

  const isOpened = useRef(false)
  useEffect(() => {
    if (!data || isOpened.current) return
    isOpened.current = true
    const nodes = data.savedViews.nodes
    const first = search === '' && remembered === undefined ? nodes.find((view) => view.audience === 'ROLE_DEFAULT') : undefined
    const opened = nodes.find((view) => view.id === wanted) ?? first
    if (!opened) return
    dress(opened)
    if (first || !new URLSearchParams(search).has('filter')) go(opened, true)
  }, [data, search, remembered, wanted, dress, go])

  return { views, chosen, isMissing: data !== undefined && wanted !== null && named === null, choose }
}
