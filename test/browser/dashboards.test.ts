import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { systemActor } from '../../server/identity/policy.ts'
import { createUnit } from '../../server/organization/commands/units.ts'
import { execute } from '../../server/transact.ts'
import { describeInCity } from './describe-in-city.ts'
import { figure, openPage, sayIn, signIn, wide } from './visit.ts'

const say = sayIn('id')

describeInCity('dashboards and the live home', (stage) => {
  test('units stand beside each other, as a table and as files, and a unit in the address filters every panel', async () => {
    const page = await openPage(stage.browser, stage.server.url, wide)
    await signIn(page, 'timkinerja')
    await page.getByRole('menuitem', { name: say('dashboards.title') }).click()
    const part = page.getByRole('region', { name: say('dashboards.byUnit') })
    await part.getByRole('img', { name: say('dashboards.byUnit') }).waitFor()
    for (const [button, begin] of [
      ['CSV', '\uFEFF"Unit"'],
      ['SVG', '<svg'],
      ['PNG', '\uFFFDPNG'],
    ] as const) {
      const download = page.waitForEvent('download')
      await part.getByRole('button', { name: button, exact: true }).click()
      const text = await readFile(await (await download).path(), 'utf8')
      expect(text.slice(0, begin.length), button).toBe(begin)
    }
    await part.getByRole('button', { name: say('chart.asTable') }).click()
    await part.getByRole('table').getByRole('link').nth(3).click()
    await page.waitForURL(/unit=unit_/)
    await page.getByRole('button', { name: say('home.showWholeCity') }).waitFor()
    await page
      .getByRole('region', { name: say('dashboards.objectivity') })
      .getByText(say('dashboards.ms'), { exact: true })
      .waitFor()
    await page.context().close()
  }, 120_000)

  test('what another process changes is on the screen without a touch, and the console says so', async () => {
    const page = await openPage(stage.browser, stage.server.url, wide)
    await signIn(page, 'timkinerja')
    const place = page.getByRole('main')
    await page.getByText(say('units.title'), { exact: true }).last().waitFor()
    const before = await figure(place, say('units.title'))
    const { id: parentId } = await stage.city.database.prisma.unit.findFirstOrThrow({ where: { parentId: null } })
    const caller = { actor: systemActor('test'), now: new Date() }
    const unit = {
      code: 'BARU.1',
      name: 'Unit Baru',
      type: 'SEKSI',
      isServiceUnit: false,
      validFrom: new Date('2026-01-01'),
    } as const
    await execute(stage.city.database, createUnit, { ...unit, parentId }, caller)
    await page.getByText(say('live.updated'), { exact: true }).waitFor()
    expect(await figure(place, say('units.title'))).toBe(before + 1)
    await page.getByRole('link', { name: 'Unit Baru' }).waitFor()
    await page.context().close()
  }, 120_000)
})
