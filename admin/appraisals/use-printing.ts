import { useSyncExternalStore } from 'react'

const onPaper = window.matchMedia('print')

function subscribe(onChange: () => void): () => void {
  onPaper.addEventListener('change', onChange)
  return () => onPaper.removeEventListener('change', onChange)
}

/** True while the page is laid out for paper, where nothing can be opened. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => onPaper.matches)
}
