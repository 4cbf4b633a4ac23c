import { expect, test } from 'vitest'
import { enter, faults } from './axe-faults.ts'
import { describeInCity } from './describe-in-city.ts'
import { faultsOfWalk } from './keyboard-walk.ts'
import { routesOf } from './routes.ts'
import { go, phone, sayIn, wide } from './visit.ts'

const say = sayIn('id')

describeInCity('accessibility of the console on a phone and by keyboard', (stage) => {
  test('no page has a fault that axe knows (phone, both themes, filters unfolded)', async () => {
    const page = await enter(stage, phone, 'admin')
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
    const page = await enter(stage, wide, 'admin')
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
})
