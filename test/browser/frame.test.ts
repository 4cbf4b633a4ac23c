import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { describeInCity } from './describe-in-city.ts'
import { openAs, openPage, phone, sayIn, signIn, wide } from './visit.ts'

const say = sayIn('id')

/** Opens the palette, types, waits for what is found, and takes the first entry; by keys alone. */
async function jump(page: Page, text: string, found: string): Promise<void> {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: say('palette.title') })
  await palette.getByRole('combobox').pressSequentially(text)
  await palette.getByRole('option').filter({ hasText: found }).first().waitFor()
  await page.keyboard.press('Enter')
  await palette.waitFor({ state: 'hidden' })
}

describeInCity('what the console offers on every page', (stage) => {
  test('a view that somebody saves and shares is seen by a colleague who opens its link', async () => {
    const officer = await openPage(stage.browser, stage.server.url, wide)
    await openAs(officer, 'timkinerja', '/units?view=list')
    await officer.getByRole('button', { name: say('list.dense') }).click()
    await officer.getByRole('textbox', { name: say('units.searchHint') }).fill('Dinas Sosial')
    await officer.waitForURL(/Dinas/)
    await officer.getByRole('button', { name: say('views.save') }).click()
    const dialog = officer.getByRole('dialog', { name: say('views.save') })
    await dialog.getByLabel(say('views.name')).fill('Dinas sosial saja')
    await dialog.getByLabel(say('views.shareNow')).check()
    await dialog.getByRole('button', { name: say('views.keep') }).click()
    await dialog.waitFor({ state: 'hidden' })
    await officer.waitForURL(/saved=savedView/)

    const colleague = await openPage(stage.browser, stage.server.url, wide)
    await signIn(colleague, 'admin')
    const { pathname, search } = new URL(officer.url())
    await colleague.goto(`${pathname}${search}`)
    await colleague.getByRole('button', { name: 'Dinas sosial saja', pressed: true }).waitFor()
    await colleague.getByRole('cell', { name: 'Dinas Sosial', exact: true }).waitFor()
    expect(await colleague.getByRole('textbox', { name: say('units.searchHint') }).inputValue()).toBe('Dinas Sosial')
    await colleague.getByRole('button', { name: say('list.dense'), pressed: true }).waitFor()
    // The way back to the whole list is one click.
    await colleague.getByRole('button', { name: say('views.all'), exact: true }).click()
    await colleague.getByRole('cell', { name: 'Dinas Kesehatan', exact: true }).first().waitFor()
    await officer.context().close()
    await colleague.context().close()
  }, 180_000)

  test('the palette reaches a unit and a page by keys alone, remembers them, and works on a phone', async () => {
    const page = await openPage(stage.browser, stage.server.url, wide)
    await signIn(page, 'timkinerja')
    await jump(page, 'dinas sosial', 'Dinas Sosial')
    await page.waitForURL(/\/units\/unit_/)
    await jump(page, say('periods.title'), say('periods.title'))
    await page.waitForURL(/\/periods/)
    await page.keyboard.press('Control+k')
    await page.getByText(say('palette.recent'), { exact: true }).waitFor()
    expect(await page.getByRole('option').first().textContent()).toContain(say('periods.title'))
    await page.context().close()

    const mobile = await openPage(stage.browser, stage.server.url, phone)
    await signIn(mobile, 'pegawai')
    await mobile.getByRole('button', { name: say('palette.title') }).click()
    await mobile.getByRole('combobox', { name: say('palette.hint') }).fill('dinas sosial')
    await mobile.getByRole('option').filter({ hasText: 'Dinas Sosial' }).first().click()
    await mobile.waitForURL(/\/units\/unit_/)
    await mobile.context().close()
  }, 180_000)

  test('text survives a cut line and a closed tab, is sent again by one click, and is gone once it is saved', async () => {
    const page = await openPage(stage.browser, stage.server.url, wide)
    await signIn(page, 'timkinerja')
    const open = async () => {
      await page.goto('/units')
      await page.getByRole('button', { name: say('units.create') }).click()
      return page.getByRole('dialog', { name: say('units.create') })
    }
    const dialog = await open()
    await dialog.getByLabel(say('units.code')).fill('9.99.99')
    await dialog.getByLabel(say('units.name')).fill('Dinas Percobaan')
    await dialog.getByLabel(say('units.validFrom')).fill('2026-09-01')
    await dialog.getByRole('combobox', { name: say('units.type') }).click()
    await page.getByRole('option', { name: say('unitType.DINAS'), exact: true }).click()
    const keys: (string | undefined)[] = []
    await page.route('**/graphql', (route) => {
      const isCommand = (route.request().postData() ?? '').includes('mutation')
      if (isCommand) keys.push(route.request().headers()['idempotency-key'])
      return isCommand ? route.abort('connectionreset') : route.continue()
    })
    await dialog.getByRole('button', { name: say('units.create') }).click()
    await dialog.getByText(say('command.notSaved')).waitFor()
    await dialog.getByRole('button', { name: say('command.sendAgain') }).click()
    await expect.poll(() => keys.length).toBe(2)
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/)
    expect(keys[1]).toBe(keys[0])

    // The tab is closed and opened again.
    await page.unroute('**/graphql')
    const again = await open()
    await again.getByRole('button', { name: say('draft.take') }).click()
    expect(await again.getByLabel(say('units.name')).inputValue()).toBe('Dinas Percobaan')
    await again.getByRole('button', { name: say('units.create') }).click()
    await page.waitForURL(/\/units\/unit_/)
    const third = await open()
    await third.getByLabel(say('units.code')).waitFor()
    expect(await third.getByRole('button', { name: say('draft.take') }).count()).toBe(0)
    await page.context().close()
  }, 180_000)
})
