import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Stage } from './describe-in-city.ts'
import { openPage, settle, signIn, stopMotion, wear } from './visit.ts'

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
// Of the rules that hold, one element is enough: listing all of them takes most of the time.
const resultTypes: RunOptions['resultTypes'] = ['violations']
export const everyRule: RunOptions = { runOnly: levels, resultTypes }
/** A theme changes colours and nothing else. */
const colourRules: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }, resultTypes }

/** The script of axe, for a page on which nobody is signed in. */
export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe objects to on the page as it stands, one line for each element. */
export async function objections(page: Page, rules: RunOptions, place: string): Promise<string[]> {
  const { violations, passes } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(rules)})`)
  expect(passes.length, `${place}: rules that could be tried`).toBeGreaterThan(0)
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${place} · ${id}: ${html.slice(0, 200)}`))
}

/** The page in the light theme by every rule, and in the dark one by those of colour. */
export async function faults(page: Page, place: string): Promise<string[]> {
  const light = await objections(page, everyRule, place)
  await wear(page, 'dark')
  const dark = await objections(page, colourRules, `${place}, dark`)
  await wear(page, 'light')
  return [...light, ...dark]
}

/** A window of this size in which somebody is signed in, nothing moves, and axe is at hand. */
export async function enter(
  { browser, server }: Stage,
  size: { width: number; height: number },
  username: string,
): Promise<Page> {
  const page = await openPage(browser, server.url, size)
  await signIn(page, username)
  await page.evaluate(axe)
  await stopMotion(page)
  await settle(page)
  return page
}
