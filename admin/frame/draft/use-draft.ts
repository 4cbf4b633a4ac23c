import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useLocation } from 'react-router-dom'
import { useViewer } from '../viewer-context.ts'
import { type Draft, deviceShelf, draftKey, dropDraft, readDraft, writeDraft } from './drafts.ts'

/** Pause after the last key before a draft is kept, in milliseconds. */
const pauseMs = 300

export type Drafting<Value> = {
  /** What was left here before; null once it was taken or thrown away. */
  found: Draft<Value> | null
  /** Keeps what stands in the form now; null forgets it. */
  keep: (value: Value | null) => void
  /** Forgets it: the text was saved, or the person threw it away. */
  drop: () => void
  /** Takes the offer off the screen, because it was accepted. */
  take: () => void
}

/** Keeps what is typed into one form at this address for this person, across a failed save, an ended session and a closed tab. */
export function useDraft<Value>(form: string): Drafting<Value> {
  const viewer = useViewer()
  const { pathname } = useLocation()
  const key = draftKey(viewer.id, pathname, form)
  const shelf = useMemo(deviceShelf, [])
  const [found, setFound] = useState<Draft<Value> | null>(() => readDraft<Value>(shelf, key, new Date()))
  const waiting = useRef<{ value: Value; timer: number } | null>(null)
  const flush = useCallback(() => {
    if (!waiting.current) return
    window.clearTimeout(waiting.current.timer)
    writeDraft(shelf, key, waiting.current.value, new Date())
    waiting.current = null
  }, [shelf, key])
  const forget = useCallback(() => {
    if (waiting.current) window.clearTimeout(waiting.current.timer)
    waiting.current = null
    dropDraft(shelf, key)
  }, [shelf, key])
  const keep = useCallback(
    (value: Value | null) => {
      if (value === null) return forget()
      if (waiting.current) window.clearTimeout(waiting.current.timer)
      waiting.current = { value, timer: window.setTimeout(flush, pauseMs) }
    },
    [flush, forget],
  )
  const take = useCallback(() => setFound(null), [])
  const drop = useCallback(() => {
    forget()
    setFound(null)
  }, [forget])
  useEffect(() => {
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [flush])
  return { found, keep, drop, take }
}
