import { useLocale, useTranslate } from 'ra-core'
import { useCallback } from 'react'
import type { Language } from '../preferences.ts'
import type { CodeGroup } from './codes.ts'
import { codeMessages } from './codes.ts'
import type { MessageKey } from './messages.ts'

type Values = Record<string, string | number>

/** Says a message of the console in the person's language; a key that does not exist does not compile. */
export function useSay(): (key: MessageKey, values?: Values) => string {
  const translate = useTranslate()
  return useCallback((key, values) => translate(key, values), [translate])
}

/** The label of a code of the server, for example `codeLabel('predikat', 'BAIK')`. An unknown code is shown as it is. */
export function useCodeLabel(): (group: CodeGroup, code: string) => string {
  const translate = useTranslate()
  return useCallback((group, code) => (`${group}.${code}` in codeMessages ? translate(`${group}.${code}`) : code), [translate])
}

export function useLanguage(): Language {
  return useLocale() === 'en' ? 'en' : 'id'
}

/** The codes of a group with their labels, for choices and filters. */
export function codesOf(group: CodeGroup): { id: string; name: string }[] {
  return Object.keys(codeMessages)
    .filter((key) => key.startsWith(`${group}.`))
    .map((key) => ({ id: key.slice(group.length + 1), name: key }))
}
