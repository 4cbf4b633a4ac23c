/** What a person chose on this device: kept under the same keys as react-admin's store, and readable before it has loaded. */
export type Language = 'id' | 'en'

const prefix = 'RaStoretera'

function read(key: string): string | null {
  try {
    const raw = localStorage.getItem(`${prefix}.${key}`)
    return raw === null ? null : String(JSON.parse(raw))
  } catch {
    // Storage is forbidden or holds something else: the defaults serve.
    return null
  }
}

export function savedLanguage(): Language {
  return chosenLanguage() ?? 'id'
}

/** The language that somebody chose on this device; null when nobody has. */
export function chosenLanguage(): Language | null {
  const chosen = read('locale')
  return chosen === 'en' || chosen === 'id' ? chosen : null
}

export function saveLanguage(language: Language): void {
  try {
    localStorage.setItem(`${prefix}.locale`, JSON.stringify(language))
  } catch {
    // Without storage the choice lasts until the page is closed.
  }
  document.documentElement.lang = language
}

export function savedTheme(): 'light' | 'dark' {
  const chosen = read('theme')
  if (chosen === 'light' || chosen === 'dark') return chosen
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}

const sessionKey = `${prefix}.wasSignedIn`

/** Whether somebody was signed in when this device was last used; the server alone knows whether they still are. */
export function wasSignedIn(): boolean {
  return read('wasSignedIn') === 'true'
}

export function rememberSignedIn(isSignedIn: boolean): void {
  try {
    if (isSignedIn) localStorage.setItem(sessionKey, 'true')
    else localStorage.removeItem(sessionKey)
  } catch {
    // Without storage the page waits for the server's answer each time.
  }
}
