import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { signInMessages } from '../../admin/identity/sign-in-messages.ts'
import { demoAccounts } from '../../server/seed/accounts.ts'
import { describeInCity } from './describe-in-city.ts'
import { go, openPage, sayIn, settle, signIn, wide } from './visit.ts'

const say = sayIn('id')

/** Ends the session as another tab of the same browser would; the page does not learn of it. */
async function endSession(page: Page): Promise<void> {
  const status: unknown = await page.evaluate(
    `fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"mutation { signOut }"}' }).then((answer) => answer.status)`,
  )
  expect(status).toBe(200)
}

describeInCity('what was typed is not lost', (stage) => {
  test('a session that ends lays the sign-in over the page, and the form stands as it was', async () => {
    const page = await openPage(stage.browser, stage.server.url, wide)
    await signIn(page, 'timkinerja')
    await go(page, 'indicators/create')
    const code = page.locator('input[name=code]')
    await code.fill('UJI-SESI-1')
    await endSession(page)
    // The page checks the definition while it is typed, and so learns that nobody is signed in.
    const name = page.locator('input[name=name]')
    await name.fill('Layanan selesai tepat waktu')
    const over = page.locator('.sign-in-over')
    await over.getByText(signInMessages.id.expired).waitFor()
    const account = demoAccounts.find((candidate) => candidate.kind === 'USER' && candidate.username === 'timkinerja')
    if (account?.kind !== 'USER') throw new Error('There is no demo account timkinerja.')
    await over.getByLabel(signInMessages.id.identifier).fill('timkinerja')
    await over.getByLabel(signInMessages.id.password, { exact: true }).fill(account.password)
    await over.getByRole('button', { name: signInMessages.id.submit, exact: true }).click()
    await over.waitFor({ state: 'detached' })
    expect(new URL(page.url()).pathname).toBe('/indicators/create')
    expect(await code.inputValue()).toBe('UJI-SESI-1')
    expect(await name.inputValue()).toBe('Layanan selesai tepat waktu')
    await page.context().close()
  }, 180_000)

  test('leaving a form with unsaved text asks first', async () => {
    const page = await openPage(stage.browser, stage.server.url, wide)
    await signIn(page, 'timkinerja')
    await go(page, 'indicators/create')
    await page.locator('input[name=code]').fill('UJI-PERGI-1')
    const asked = page.waitForEvent('dialog')
    const left = page.getByRole('menuitem', { name: say('employees.title'), exact: true }).click()
    await (await asked).dismiss()
    await left
    expect(new URL(page.url()).pathname).toBe('/indicators/create')
    expect(await page.locator('input[name=code]').inputValue()).toBe('UJI-PERGI-1')
    await page.context().close()
  }, 180_000)

  test('chosen measurements are verified one after the other, with counts at the end', async () => {
    const page = await openPage(stage.browser, stage.server.url, wide)
    await signIn(page, 'timkinerja')
    await go(page, 'measurements')
    await page.locator('tbody input[type=checkbox]').first().check()
    await page.getByRole('button', { name: say('measurements.verify'), exact: true }).click()
    const dialog = page.getByRole('dialog', { name: say('measurements.verify') })
    await dialog.waitFor()
    const run = dialog.getByRole('button', {
      name: say('bulk.run', { label: say('measurements.verify'), count: 1 }),
      exact: true,
    })
    if (await run.isVisible()) {
      await run.click()
      await dialog.getByText(say('bulk.result', { succeeded: 1, failed: 0 })).waitFor()
    } else {
      await dialog.getByText(say('bulk.nothing')).waitFor()
    }
    await dialog
      .getByRole('button')
      .filter({ hasText: new RegExp(`${say('bulk.close')}|${say('command.cancel')}`) })
      .click()
    await dialog.waitFor({ state: 'detached' })
    await page.context().close()
  }, 180_000)

  test('a panel leads to its rule, and the rule computes its example again', async () => {
    const page = await openPage(stage.browser, stage.server.url, wide)
    await signIn(page, 'timkinerja')
    await page.getByRole('link', { name: say('rules.linkHelp', { id: 'F6' }) }).click()
    await page.waitForURL(/\/rules#F6$/)
    const card = page.locator('section#F6')
    await card.getByText(say('rules.example')).click()
    await card.getByRole('button', { name: say('rules.recompute') }).click()
    await card.getByText('B_MAX_70').waitFor()
    await settle(page)
    await page.context().close()
  }, 180_000)
})
