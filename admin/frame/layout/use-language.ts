import { gql, type TypedDocumentNode } from '@apollo/client'
import { useCallback, useEffect, useRef } from 'react'
import { useLocaleState } from 'react-admin'
import { useWrite } from '../data/write.ts'
import { chosenLanguage, type Language } from '../preferences.ts'
import type { Viewer } from '../session.ts'
import { useViewer } from '../viewer-context.ts'

export const SET_LANGUAGE: TypedDocumentNode<{ setLanguage: Viewer['language'] }, { input: { language: Viewer['language'] } }> =
  gql`
  mutation SetLanguage($input: SetLanguageInput!) {
    setLanguage(input: $input)
  }
`

/**
 * Changes the language of the console at once, and that of the server's sentences with it: everything on the screen is read again.
 * When the server cannot be told, the console has changed all the same.
 */
export function useChangeLanguage(): (language: Language) => void {
  const [, setLocale] = useLocaleState()
  const { mutate } = useWrite(SET_LANGUAGE)
  return useCallback(
    (language) => {
      setLocale(language)
      mutate({ input: { language: language === 'en' ? 'EN' : 'ID' } })
    },
    [setLocale, mutate],
  )
}

/** After signing in: the choice made on this device wins; without one, the language that the person chose elsewhere. */
export function useSyncedLanguage(): void {
  const viewer = useViewer()
  const [, setLocale] = useLocaleState()
  const change = useChangeLanguage()
  const isDone = useRef(false)
  useEffect(() => {
    if (isDone.current) return
    isDone.current = true
    const stored = viewer.language === 'EN' ? 'en' : 'id'
    const chosen = chosenLanguage()
    if (chosen === null) setLocale(stored)
    else if (chosen !== stored) change(chosen)
  }, [viewer, setLocale, change])
}
