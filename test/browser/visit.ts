import type { Browser, Locator, Page } from 'playwright-core'
import { type MessageKey, messages } from '../../admin/frame/language/messages.ts'
import { signInMessages } from '../../admin/identity/sign-in-messages.ts'
import { demoAccounts } from '../../server/seed/accounts.ts'

export type Say = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string

/** What the console says in a language: the tests look for its own words. */
export function sayIn(language: 'id' | 'en'): Say {
  return (key, values = {}) =>
    Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`%{${name}}`, String(value)), messages[key][language])
}

export const wide = { width: 1440, height: 900 } as const
export const phone = { width: 390, height: 844 } as const

/** A window of its own that shares nothing with another one. */
export async function openPage(browser: Browser, url: string, viewport: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    viewport,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(40_000)
  return context.newPage()
}

function accountOf(username: string): { readonly username: string; readonly password: string } {
  const account = demoAccounts.find((candidate) => candidate.kind === 'USER' && candidate.username === username)
  if (account?.kind !== 'USER') throw new Error(`There is no demo account ${username}.`)
  return account
}

/** Signs in as one of the demo accounts, in the language that the page is in, and waits for the home page. */
export async function signIn(page: Page, username: string, language: 'id' | 'en' = 'id'): Promise<void> {
  const text = signInMessages[language]
  await page.goto('/')
  await page.getByLabel(text.identifier).fill(username)
  await page.getByLabel(text.password, { exact: true }).fill(accountOf(username).password)
  await page.getByRole('button', { name: text.submit, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: sayIn(language)('home.title') }).waitFor()
}

/** Opens an address as one of the demo accounts, who signed in a moment ago: without the way over the sign-in and the home page. */
export async function openAs(page: Page, username: string, path: string): Promise<void> {
  const answer = await page.request.post('/graphql', {
    headers: { 'x-graphql-csrf': '1' },
    data: {
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }',
      variables: { input: { identifier: username, password: accountOf(username).password } },
    },
  })
  const { errors } = await answer.json()
  if (errors) throw new Error(`${username} cannot sign in: ${JSON.stringify(errors)}`)
  await page.goto(path)
}

/** Presses a button and confirms in the dialog that it opens; resolves when the dialog is gone and `done` was said. */
export async function confirm(page: Page, label: string, done: string): Promise<void> {
  await page.getByRole('button', { name: label, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: label })
  await dialog.getByRole('button', { name: label, exact: true }).click()
  await page.getByText(done, { exact: true }).waitFor()
  await dialog.waitFor({ state: 'hidden' })
}

/** The number on a card with this label. */
export async function figure(place: Page | Locator, label: string): Promise<number> {
  const card = place.getByText(label, { exact: true }).locator('xpath=self::p/following-sibling::*[1]')
  return Number(((await card.textContent()) ?? '').replace(/[^0-9]/g, ''))
}

/** Opens the explanation of an appraisal along its first branches, in Indonesian, until the link to the evidence is seen; answers its part of the page. */
export async function openToEvidence(page: Page): Promise<Locator> {
  const say = sayIn('id')
  const part = page.getByRole('region', { name: say('explanation.title') })
  const evidence = part.getByRole('link', { name: say('explanation.openEvidence') })
  const opening = say('explanation.open', { label: '' })
  const closed = part.getByRole('button', { name: new RegExp(`^${opening}`), expanded: false })
  await closed.first().waitFor()
  // Result, indicator, measurement, evidence.
  for (let depth = 0; depth < 4; depth += 1) await closed.first().click()
  await evidence.first().waitFor()
  return part
}

/** Goes to an address inside the console without loading it anew, and waits until what it reads is there. */
export async function go(page: Page, path: string): Promise<void> {
  // Another search at the same page would leave the same elements standing.
  if (path.includes('?')) await go(page, '')
  const left = 'data-left'
  await page.locator('#main-content > *').evaluateAll((parts, name) => {
    for (const part of parts) part.setAttribute(name, '')
  }, left)
  const isThere = new URL(page.url()).pathname === `/${path}`
  await page.evaluate(`history.pushState(null, '', '/${path}'); dispatchEvent(new PopStateEvent('popstate'))`)
  if (!isThere) await page.locator(`#main-content > [${left}]`).first().waitFor({ state: 'detached' })
  await settle(page)
}

/** Waits until nothing on the page is being read any more; throws when something could not be read. */
export async function settle(page: Page): Promise<void> {
  await page.locator('.MuiSkeleton-root, [role=progressbar].MuiCircularProgress-root').first().waitFor({ state: 'detached' })
  const faults = await page.locator('.MuiAlert-standardError').allTextContents()
  if (faults.length > 0) throw new Error(`${page.url()} says: ${faults.join(' · ')}`)
}

/** Puts on a theme where the page stands, as if it had been chosen in another window of the same person. */
export async function wear(page: Page, theme: 'light' | 'dark'): Promise<void> {
  const key = 'RaStoretera.theme'
  await page.evaluate(
    `localStorage.setItem('${key}', '"${theme}"'); dispatchEvent(new StorageEvent('storage', { key: '${key}', newValue: '"${theme}"' }))`,
  )
  await page.locator(`html[data-theme=${theme}]`).waitFor()
}

/** Colours change at once, so that what is looked at is not on its way between two. Lasts until the page is loaded anew. */
export async function stopMotion(page: Page): Promise<void> {
  await page.evaluate(`{
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important }')
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }`)
}
