import { createContext, useContext } from 'react'
import type { Viewer } from './session.ts'

export const ViewerContext = createContext<Viewer | null>(null)

/** The signed-in person. Pages are only drawn inside a session. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext)
  if (!viewer) throw new Error('This page is drawn outside a session.')
  return viewer
}

/** Whether the person holds a permission somewhere; it only decides what is worth drawing, the server decides what is allowed. */
export function useMay(permission: string | null): boolean {
  const viewer = useViewer()
  return permission === null || viewer.permissions.includes(permission)
}
