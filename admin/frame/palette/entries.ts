import type { MessageKey } from '../language/messages.ts'
import type { Found } from './data.ts'

export type EntryGroup = 'ACTION' | 'RECENT' | 'PERSON' | 'UNIT' | 'INDICATOR' | 'PAGE'

/** One thing that the palette offers: an address to open, or something to do on the open page. */
export type Entry = { id: string; group: EntryGroup; label: string; detail?: string; to?: string; run?: () => void }

/** A place that was opened from the palette. */
export type Place = { to: string; label: string; detail?: string }

export const groupLabels: Record<EntryGroup, MessageKey> = {
  ACTION: 'palette.actions',
  RECENT: 'palette.recent',
  PERSON: 'palette.people',
  UNIT: 'palette.units',
  INDICATOR: 'palette.indicators',
  PAGE: 'palette.pages',
}

/** What the server found, as entries. */
export function foundEntries({ employees, units, indicators }: Found): Entry[] {
  return [
    ...employees.map(({ id, fullName, nip, positionTitle, unit }): Entry => {
      return {
        id,
        group: 'PERSON',
        label: fullName,
        detail: `${nip} · ${positionTitle} · ${unit.name}`,
        to: `/employees/${id}/show`,
      }
    }),
    ...units.map(({ id, code, name }): Entry => ({ id, group: 'UNIT', label: name, detail: code, to: `/units/${id}/show` })),
    ...indicators.map(({ id, code, name }): Entry => {
      return { id, group: 'INDICATOR', label: name, detail: code, to: `/indicators/${id}/show` }
    }),
  ]
}

/** Entries that hold every word that was typed, in their order. */
export function matching<Item extends { label: string; detail?: string }>(entries: readonly Item[], text: string): Item[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return entries.filter(({ label, detail = '' }) => {
    const whole = `${label} ${detail}`.toLowerCase()
    return words.every((word) => whole.includes(word))
  })
}

/** Most places that are remembered, and shown while nothing is typed. */
export const mostRecent = 6

/** The places with this one in front. */
export function remember(places: readonly Place[], place: Place): Place[] {
  return [place, ...places.filter(({ to }) => to !== place.to)].slice(0, mostRecent)
}
