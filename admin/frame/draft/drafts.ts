/** What somebody typed and has not saved, with the instant of the last key. */
export type Draft<Value> = { value: Value; at: string }

/** The part of the browser's storage that is needed; a test brings its own. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Lies below the prefix of the console's store, so that signing out empties it: the next person at this machine finds nothing. */
const prefix = 'RaStoretera.draft'

/** A draft that nobody asked for in this time is forgotten: 14 days. */
const longestMs = 14 * 86_400_000
/** Longest text of a draft; a longer one is not kept. */
const longestText = 200_000

/** Where the draft of one form at one address is kept for one person. */
export function draftKey(viewerId: string, address: string, form: string): string {
  return `${prefix}.${JSON.stringify([viewerId, address, form])}`
}

/** The draft, or null when there is none, when it is too old, or when the storage is forbidden. */
export function readDraft<Value>(shelf: Shelf | null, key: string, now: Date): Draft<Value> | null {
  try {
    const raw = shelf?.getItem(key)
    if (!raw) return null
    const draft = JSON.parse(raw) as Draft<Value>
    if (now.getTime() - new Date(draft.at).getTime() <= longestMs) return draft
    shelf?.removeItem(key)
    return null
  } catch {
    // Something else lies there, or the storage is forbidden: there is no draft.
    return null
  }
}

export function writeDraft(shelf: Shelf | null, key: string, value: unknown, now: Date): void {
  try {
    const text = JSON.stringify({ value, at: now.toISOString() } satisfies Draft<unknown>)
    if (text.length <= longestText) shelf?.setItem(key, text)
  } catch {
    // A full or forbidden storage: the text still stands in the open form.
  }
}

export function dropDraft(shelf: Shelf | null, key: string): void {
  try {
    shelf?.removeItem(key)
  } catch {
    // Nothing could be kept there either.
  }
}

/** The values of a form without what must never lie in a browser's storage: passwords and other secrets. */
export function withoutSecrets(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !/password|secret|token/i.test(name)))
}

/** The storage of this browser, or null where it is forbidden. */
export function deviceShelf(): Shelf | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
