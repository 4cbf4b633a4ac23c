import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { signInMessages } from '../../admin/identity/sign-in-messages.ts'
import { describeInCity } from './describe-in-city.ts'
import { faultsOfWalk } from './keyboard-walk.ts'
import { routesOf } from './routes.ts'
import { go, openPage, phone, sayIn, settle, signIn, stopMotion, wear, wide } from './visit.ts'

const say = sayIn('id')
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
// Of the rules that hold, one element is enough: listing all of them takes most of the time.
const resultTypes: RunOptions['resultTypes'] = ['violations']
const everyRule: RunOptions = { runOnly: levels, resultTypes }
/** A theme changes colours and nothing else. */
const colourRules: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }, resultTypes }

/** Menus that react-admin draws itself, with faults that only another menu in their place would mend. */
const ofLibrary: ReadonlySet<string> = new Set(['Tambah saringan', 'Kolom'])

describeInCity('accessibility of the console', (stage) => {
  let axe: string

  beforeAll(async () => {
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  }, 180_000)

  /** What axe objects to on the page as it stands, one line for each element. */
  async function objections(page: Page, rules: RunOptions, place: string): Promise<string[]> {
    const { violations, passes } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(rules)})`)
    expect(passes.length, `${place}: rules that could be tried`).toBeGreaterThan(0)
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${place} · ${id}: ${html.slice(0, 200)}`))
  }

  /** The page in the light theme by every rule, and in the dark one by those of colour. */
  async function faults(page: Page, place: string): Promise<string[]> {
    const light = await objections(page, everyRule, place)
    await wear(page, 'dark')
    const dark = await objections(page, colourRules, `${place}, dark`)
    await wear(page, 'light')
    return [...light, ...dark]
  }

  async function enter(size: typeof wide | typeof phone, username: string): Promise<Page> {
    const page = await openPage(stage.browser, stage.server.url, size)
    await signIn(page, username)
    await page.evaluate(axe)
    await stopMotion(page)
    await settle(page)
    return page
  }

  /** Presses every button of the page that was not pressed before; answers what axe objects to in the dialogs and menus that open. */
  async function faultsOfDialogs(page: Page, path: string, pressed: Set<string>): Promise<string[]> {
    const found: string[] = []
    const here = new URL(page.url())
    const buttons = page
      .locator(
        '#main-content button.MuiButton-root:not([aria-expanded], [aria-pressed], [aria-disabled=true], [type=submit], :disabled)',
      )
      .filter({ visible: true })
    for (const label of new Set(await buttons.allTextContents())) {
      if (label === '' || pressed.has(label) || ofLibrary.has(label)) continue
      pressed.add(label)
      await buttons.filter({ hasText: label }).first().click()
      const opened = page
        .locator('body > .MuiModal-root:not(.MuiModal-hidden), body > .MuiPopper-root:not(.MuiTooltip-popper)')
        .first()
      // Not every button opens something.
      const isOpen = await opened.waitFor({ timeout: 500 }).then(
        () => true,
        () => false,
      )
      if (isOpen) found.push(...(await faults(page, `${path} › ${label}`)))
      await page.keyboard.press('Escape')
      await opened.waitFor({ state: 'detached' })
      await go(page, `${here.pathname.slice(1)}${here.search}`)
    }
    return found
  }

  test('signing in has no fault that axe knows', async () => {
    const found: string[] = []
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const size of [wide, phone]) {
        const page = await openPage(stage.browser, stage.server.url, size)
        await page.emulateMedia({ colorScheme })
        await page.goto('/')
        await page.getByRole('button', { name: signInMessages.id.submit, exact: true }).waitFor()
        await page.evaluate(axe)
        found.push(...(await objections(page, everyRule, `sign-in, ${colorScheme}, ${size.width}`)))
        await page.context().close()
      }
    }
    expect(found).toEqual([])
  }, 120_000)

  test('no page, tab or dialog has a fault that axe knows (wide, both themes)', async () => {
    const page = await enter(wide, 'admin')
    // Dialogs are looked at; nothing in this walk is to change the city.
    await page.route('**/graphql', (route) =>
      /"query":"\s*mutation/.test(route.request().postData() ?? '') ? route.abort() : route.continue(),
    )
    const found: string[] = []
    const pressed = new Set<string>()
    for (const { path } of await routesOf(stage.city.database)) {
      await go(page, path)
      found.push(...(await faults(page, path)))
      found.push(...(await faultsOfDialogs(page, path, pressed)))
      const tabs = page.locator('#main-content [role=tab][aria-controls][aria-selected=false]')
      for (const tab of await tabs.allTextContents()) {
        await page.getByRole('tab', { name: tab, exact: true }).click()
        await settle(page)
        found.push(...(await faults(page, `${path} › ${tab}`)))
        found.push(...(await faultsOfDialogs(page, path, pressed)))
      }
    }
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog', { name: say('palette.title') }).waitFor()
    found.push(...(await faults(page, 'palette')))
    expect(found).toEqual([])
    await page.context().close()
  }, 400_000)

  test('no page has a fault that axe knows (phone, both themes, filters unfolded)', async () => {
    const page = await enter(phone, 'admin')
    const found: string[] = []
    for (const { path } of await routesOf(stage.city.database)) {
      await go(page, path)
      const filters = page.getByRole('button', { name: say('list.filters'), expanded: false })
      if ((await filters.count()) > 0) await filters.click()
      found.push(...(await faults(page, `phone ${path}`)))
    }
    await page.getByRole('banner').getByRole('button').first().click()
    await page.getByRole('menuitem').first().waitFor()
    found.push(...(await faults(page, 'phone menu')))
    expect(found).toEqual([])
    await page.context().close()
  }, 300_000)

  test('Tab reaches everything that can be pressed, the focus is always seen, and it comes around', async () => {
    const page = await enter(wide, 'admin')
    const found: string[] = []
    const kinds =
      /^(home|(employees|indicators|appraisals|measurements)( show)?|units|units create|imports create|users|settings|dashboards|rules)$/
    const routes = (await routesOf(stage.city.database)).filter(({ name }) => kinds.test(name))
    expect(routes.length).toBeGreaterThan(8)
    for (const { path } of routes) {
      await go(page, path)
      found.push(...(await faultsOfWalk(page, path)))
    }
    expect(found).toEqual([])
    await page.context().close()
  }, 200_000)

  test('the pages of those who appraise and are appraised have no fault that axe knows', async () => {
    const page = await enter(wide, 'penilai')
    const found: string[] = []
    for (const path of ['', 'my-team', 'my-appraisal']) {
      await go(page, path)
      found.push(...(await faults(page, `penilai ${path}`)))
    }
    expect(found).toEqual([])
    await page.context().close()
  }, 120_000)
})
