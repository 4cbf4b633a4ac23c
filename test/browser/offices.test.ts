import { expect, test } from 'vitest'
import { describeInCity } from './describe-in-city.ts'
import { openAs, openPage, sayIn, signIn, wide } from './visit.ts'

const say = sayIn('id')

describeInCity('units, people, traces and tokens in the console', (stage) => {
  test('a token is made, used from outside, revoked, and then refused', async () => {
    const page = await openPage(stage.browser, stage.server.url, wide)
    await openAs(page, 'admin', '/tokens')
    await page.getByRole('button', { name: say('tokens.create') }).click()
    const form = page.getByRole('dialog', { name: say('tokens.create') })
    await form.getByRole('textbox', { name: say('tokens.name') }).fill('Dasbor Kominfo')
    await form.getByRole('button', { name: say('tokens.create') }).click()
    const secret = page.getByRole('dialog', { name: say('tokens.secret') })
    const token = (await secret.locator('code').first().textContent()) ?? ''
    expect(token).toMatch(/^tera_/)
    expect(await secret.getByLabel(say('tokens.curl')).textContent()).toContain(`Bearer ${token}`)
    await secret.getByRole('button', { name: say('secret.done') }).click()
    const ask = () =>
      fetch(new URL('/graphql', stage.server.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: '{ units(first: 1) { totalCount } }' }),
      })
    expect(await (await ask()).json()).toMatchObject({ data: { units: { totalCount: expect.any(Number) } } })

    const row = page.getByRole('row').filter({ hasText: 'Dasbor Kominfo' })
    await row.getByRole('button', { name: say('tokens.revoke') }).click()
    const question = page.getByRole('dialog', { name: say('tokens.revoke') })
    await question.getByRole('button', { name: say('tokens.revoke') }).click()
    await row.getByText(say('tokens.revoked'), { exact: true }).waitFor()
    expect(await (await ask()).json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
  }, 120_000)

  test('the tree of units is walked by keyboard, and a move shows what it does before it is saved', async () => {
    const page = await openPage(stage.browser, stage.server.url, wide)
    await openAs(page, 'timkinerja', '/units')
    const tree = page.getByRole('tree', { name: say('units.title') })
    const root = tree.getByRole('treeitem', { level: 1 }).first()
    await root.focus()
    await tree.getByRole('treeitem', { level: 2 }).first().waitFor()
    await page.keyboard.press('ArrowDown')
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-level'))
    expect(await focused()).toBe('2')
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
    expect(await focused()).toBe('1')
    await page.keyboard.press('ArrowLeft')
    await tree.getByRole('treeitem', { level: 2 }).first().waitFor({ state: 'detached' })
    await page.keyboard.press('ArrowRight')
    const second = tree.getByRole('treeitem', { level: 2 }).nth(1)
    await second.waitFor()
    const name = ((await second.getByRole('link').textContent()) ?? '').trim()
    await second.getByRole('button', { name: say('units.moveNamed', { name }) }).click()
    const dialog = page.getByRole('dialog', { name: say('units.moveNamed', { name }) })
    await dialog.getByRole('combobox', { name: say('units.newParent') }).fill(name)
    await page.getByRole('option').filter({ hasText: name }).first().click()
    await dialog.getByLabel(say('units.validFrom')).fill('2026-12-01')
    await dialog.getByText(say('units.movedPeople')).waitFor()
    await dialog
      .getByRole('alert')
      .filter({ hasText: /berada di bawah|sudah berada/ })
      .first()
      .waitFor()
  }, 120_000)

  test('a profile as of a day, a note on it, and the person sees who looked', async () => {
    const page = await openPage(stage.browser, stage.server.url, wide)
    await signIn(page, 'timkinerja')
    const { employeeId } = await stage.city.database.prisma.user.findUniqueOrThrow({ where: { username: 'pegawai' } })
    await page.goto(`/employees/employee_${employeeId}/show?tab=timeline&asOf=2026-01-15`)
    await page.getByRole('status').getByText(say('employees.golongan')).waitFor()
    await page.getByRole('tab', { name: say('employees.trail') }).click()
    await page.getByRole('textbox', { name: say('notes.new') }).fill('Periksa SK terakhir.')
    await page.getByRole('button', { name: say('notes.add') }).click()
    await page
      .getByRole('list', { name: say('notes.title') })
      .getByText('Periksa SK terakhir.')
      .waitFor()

    const own = await openPage(stage.browser, stage.server.url, wide)
    await signIn(own, 'pegawai')
    await expect
      .poll(() => stage.city.database.prisma.recordView.count({ where: { employeeId: employeeId ?? '' } }), { timeout: 10_000 })
      .toBeGreaterThan(0)
    await own.getByRole('menuitem', { name: say('seen.title') }).click()
    await own
      .getByRole('cell', { name: new RegExp(say('role.TIM_KINERJA')) })
      .first()
      .waitFor()
  }, 120_000)

  test('a ready query is tried with one’s own rights, and the documentation is searched', async () => {
    const page = await openPage(stage.browser, stage.server.url, wide)
    await openAs(page, 'admin', '/integrators?tab=try')
    await page.getByRole('button', { name: say('ready.page') }).click()
    await page.getByRole('button', { name: say('api.run') }).click()
    await page.getByLabel(say('api.answer')).getByText('"totalCount"').waitFor()
    await page.getByRole('tab', { name: say('api.docs') }).click()
    await page.getByRole('searchbox', { name: say('api.searchDocs') }).fill('PositionRecord')
    await page
      .getByRole('button', { name: /^PositionRecord/ })
      .first()
      .click()
    await page.getByText('decreeNumber', { exact: false }).first().waitFor()
  }, 120_000)
})
