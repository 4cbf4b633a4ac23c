import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { signInMessages } from '../../admin/identity/sign-in-messages.ts'
import { axe, enter, everyRule, faults, objections } from './axe-faults.ts'
import { describeInCity } from './describe-in-city.ts'
import { routesOf } from './routes.ts'
import { go, openPage, phone, sayIn, settle, wide } from './visit.ts'

const say = sayIn('id')
/** Menus that react-admin draws itself, with faults that only another menu in their place would mend. */
const ofLibrary: ReadonlySet<string> = new Set(['Tambah saringan', 'Kolom'])

describeInCity('accessibility of the console', (stage) => {
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
      if (isOpen) found.push(...(await objections(page, everyRule, `${path} › ${label}`)))
      await page.keyboard.press('Escape')
      await opened.waitFor({ state: 'detached' })
      // A dialog that was closed left the page as it was; another button may have changed it.
      if (!isOpen || page.url() !== here.href) await go(page, `${here.pathname.slice(1)}${here.search}`)
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
    const page = await enter(stage, wide, 'admin')
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

  test('the pages of those who appraise and are appraised have no fault that axe knows', async () => {
    const page = await enter(stage, wide, 'penilai')
    const found: string[] = []
    for (const path of ['', 'my-team', 'my-appraisal']) {
      await go(page, path)
      found.push(...(await faults(page, `penilai ${path}`)))
    }
    expect(found).toEqual([])
    await page.context().close()
  }, 120_000)
})
