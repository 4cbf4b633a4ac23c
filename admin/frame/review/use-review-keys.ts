import { useEffect, useRef } from 'react'

export type KeyMap = Readonly<Record<string, () => unknown>>

/** Places in which a letter is text, or in which something else already listens. */
const elsewhere =
  'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"], [role="tablist"]'

/** Single keys of a page. They rest while somebody types, while a dialog or a menu is open, and together with Ctrl, Alt or ⌘. */
export function usePageKeys(keys: KeyMap): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      const target = event.target instanceof Element ? event.target : null
      if (target?.closest(elsewhere)) return
      // Enter on a button or a link presses it.
      if (event.key === 'Enter' && target?.closest('button, a[href]')) return
      const run = latest.current[event.key]
      if (!run) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
