import { useState } from 'react'
import { useTheme } from 'react-admin'
import { areas } from '../../areas.ts'
import { useRead } from '../data/read.ts'
import { useLanguage, useSay } from '../language/use-say.ts'
import { useChangeLanguage } from '../layout/use-language.ts'
import { useSettled } from '../use-settled.ts'
import { useViewer } from '../viewer-context.ts'
import { useDensity } from '../views/use-view-state.ts'
import { SEARCH } from './data.ts'
import { type Entry, foundEntries, matching, type Place } from './entries.ts'
import { pageActions } from './page-actions.ts'

/** Pause after the last key before the server is asked, in milliseconds. */
const pauseMs = 180
/** Shortest text that the server looks for. */
const shortest = 2

/** What fits the text: things to do here, recent places, then people, units, indicators and pages. */
export function useEntries(text: string, places: readonly Place[]): { entries: Entry[]; isSearching: boolean } {
  const own = useOwnEntries()
  const wanted = useSettled(text.trim(), pauseMs)
  const isWorthAsking = wanted.length >= shortest
  const { data, isFetching } = useRead(SEARCH, { text: wanted }, { enabled: isWorthAsking, keepPrevious: true })
  const recent = places.map((place): Entry => ({ id: `recent ${place.to}`, group: 'RECENT', ...place }))
  const found = data && isWorthAsking && text.trim().length >= shortest ? foundEntries(data.search) : []
  const known = new Set(found.map(({ to }) => to))
  const entries = [
    ...matching(recent, text).filter(({ to }) => !known.has(to)),
    ...matching(own.actions, text),
    ...found,
    ...matching(own.pages, text),
  ]
  return { entries, isSearching: isFetching || (text.trim() !== wanted && text.trim().length >= shortest) }
}

function useOwnEntries(): { actions: Entry[]; pages: Entry[] } {
  const say = useSay()
  const { permissions } = useViewer()
  const language = useLanguage()
  const change = useChangeLanguage()
  const [theme, setTheme] = useTheme()
  const [isDense, setDense] = useDensity()
  // The buttons of the page as they stood when the palette was opened.
  const [onPage] = useState(pageActions)
  const may = (permission: string | null) => permission === null || permissions.includes(permission)
  const pages: Entry[] = [{ id: 'page /', group: 'PAGE', label: say('home.title'), to: '/' }]
  const actions: Entry[] = onPage.map(({ label, run }, index) => ({ id: `here ${index}`, group: 'ACTION', label, run }))
  for (const area of areas) {
    const detail = say(area.label)
    for (const { spec, label, permission, create, createPermission = permission } of area.resources) {
      if (may(permission)) pages.push({ id: `page ${spec.name}`, group: 'PAGE', label: say(label), detail, to: `/${spec.name}` })
      if (create && may(createPermission)) {
        const text = say('palette.new', { name: say(label) })
        actions.push({ id: `new ${spec.name}`, group: 'ACTION', label: text, detail, to: `/${spec.name}/create` })
      }
    }
    for (const { path, label, permission } of area.pages) {
      if (may(permission) && !path.includes(':'))
        pages.push({ id: `page ${path}`, group: 'PAGE', label: say(label), detail, to: path })
    }
  }
  const other = language === 'en' ? 'id' : 'en'
  actions.push(
    { id: 'theme', group: 'ACTION', label: say('palette.theme'), run: () => setTheme(theme === 'dark' ? 'light' : 'dark') },
    { id: 'language', group: 'ACTION', label: say('app.switchLanguage'), run: () => change(other) },
    { id: 'density', group: 'ACTION', label: say(isDense ? 'list.comfortable' : 'list.dense'), run: () => setDense(!isDense) },
  )
  return { actions, pages }
}
