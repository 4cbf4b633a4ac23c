import { useEffect, useId, useRef } from 'react'

/** Something that the server allows on the open page: a button that stands there, under its own words. */
export type PageAction = { label: string; run: () => void }

const actions = new Map<string, PageAction>()

/** What can be done on the open page now, in the order of its buttons. */
export function pageActions(): PageAction[] {
  return [...actions.values()]
}

/** Offers a button of the page in the palette as long as it is drawn and enabled. */
export function usePageAction(label: string, isEnabled: boolean, run: () => void): void {
  const id = useId()
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    if (!isEnabled) return
    actions.set(id, { label, run: () => latest.current() })
    return () => {
      actions.delete(id)
    }
  }, [id, label, isEnabled])
}
