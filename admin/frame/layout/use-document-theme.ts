import { useEffect } from 'react'
import { useTheme } from 'react-admin'

/** Keeps the plain part of the page (the sign-in page, the waiting mark) in the same theme as the application. */
export function useDocumentTheme(): void {
  const [theme] = useTheme()
  useEffect(() => {
    document.documentElement.dataset.theme = typeof theme === 'string' ? theme : 'light'
  }, [theme])
}
