import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { encodeId } from '../../server/list.ts'
import { describeInCity } from './describe-in-city.ts'
import { openPage, phone, sayIn, settle, signIn, wide } from './visit.ts'

const say = sayIn('id')
const reason = 'Beban kunjungan loket ini dua kali loket lain, dengan bukti register bulan Agustus.'

describeInCity('moderation', (stage) => {
  let page: Page

  beforeAll(async () => {
    page = await openPage(stage.browser, stage.server.url, wide)
    await signIn(page, 'timkinerja')
  }, 180_000)

  const session = () => stage.city.database.prisma.calibrationSession.findFirstOrThrow({ where: { state: 'BERLANGSUNG' } })

  /** Fills in the reason and sends the proposal that the open dialog asks about. */
  async function propose(): Promise<void> {
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(say('board.reason')).fill(reason)
    await dialog.getByRole('button', { name: say('board.propose'), exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
  }

  test('a card that is dragged, or moved by its button, is a proposal with a reason; agreed, the rating goes back to its penilai', async () => {
    const { prisma } = stage.city.database
    const { id } = await session()
    const before = await prisma.calibrationProposal.count()
    await page.goto(`/calibrations/${encodeId('CalibrationSession', id)}/show`)
    await settle(page)
    const board = page.getByRole('region', { name: say('board.title') })
    const movable = board.locator('li[draggable=true]')
    await movable.first().waitFor()
    const target = board.getByRole('region', {
      name: say('board.cell', {
        result: say('levelShort.DI_ATAS').toLowerCase(),
        behaviour: say('levelShort.DI_ATAS').toLowerCase(),
      }),
    })
    // The whole board is in sight, so that nothing scrolls under the card on its way.
    await page.setViewportSize({ width: wide.width, height: 4_000 })
    await movable.last().dragTo(target, { sourcePosition: { x: 4, y: 4 } })
    await propose()
    await movable.first().getByRole('button').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(say('appraisals.result')).click()
    await page.getByRole('option', { name: say('level.DI_ATAS') }).click()
    await dialog.getByLabel(say('appraisals.behaviour')).click()
    await page.getByRole('option', { name: say('level.DI_ATAS') }).click()
    await propose()
    await page.setViewportSize(wide)
    const proposals = await prisma.calibrationProposal.findMany({ orderBy: { createdAt: 'desc' }, take: 2 })
    expect(await prisma.calibrationProposal.count()).toBe(before + 2)
    expect(proposals.map(({ state, reason: why }) => [state, why])).toEqual(Array(2).fill(['DIUSULKAN', reason]))

    await settle(page)
    const list = page.getByRole('region', { name: say('proposals.title') })
    await list
      .getByRole('row', { name: new RegExp(reason.slice(0, 30)) })
      .first()
      .getByRole('button', { name: say('proposals.agree') })
      .click()
    await dialog.getByRole('textbox').fill(reason)
    await dialog.getByRole('button', { name: say('proposals.agree'), exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    const agreed = await prisma.calibrationProposal.findFirstOrThrow({
      where: { state: 'DISEPAKATI', reason },
      include: { appraisal: true },
    })
    expect(agreed.appraisal).toMatchObject({ state: 'DINILAI', returnReason: reason })
  }, 120_000)

  test('both pictures, raters, questions and groups are read, also on a phone', async () => {
    await page.goto('/moderation?period=2025')
    await page.getByText(say('pictures.rated'), { exact: true }).first().waitFor()
    await page.getByRole('tab', { name: say('moderation.tabRaters') }).click()
    await page.getByRole('img', { name: say('raters.title') }).waitFor()
    const small = await openPage(stage.browser, stage.server.url, phone)
    await signIn(small, 'timkinerja')
    for (const tab of ['pattern', 'raters', 'questions', 'fairness']) {
      await small.goto(`/moderation?period=2025&tab=${tab}`)
      await settle(small)
      expect(await small.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    }
    await small.context().close()
  }, 120_000)

  test('the cockpit tells who is waited for, and lets a closing day be moved on with a reason', async () => {
    const open = await stage.city.database.prisma.period.findFirstOrThrow({
      where: { kind: 'QUARTER', state: 'OPEN' },
      orderBy: { number: 'asc' },
    })
    await page.goto(`/period-cockpit?period=${open.key}`)
    await page
      .getByRole('table', { name: say('stuck.title') })
      .getByRole('row')
      .nth(1)
      .waitFor()
    await page.getByRole('button', { name: say('periods.extend'), exact: true }).click()
    const dialog = page.getByRole('dialog')
    const day = new Date(open.closesOn.getTime() + 10 * 86_400_000).toISOString().slice(0, 10)
    await dialog.getByLabel(say('periods.closesOn')).fill(day)
    await dialog.getByLabel(say('command.reason')).fill('Register sumber mati selama sepekan.')
    await dialog.getByRole('button', { name: say('periods.extend'), exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    const { closesOn } = await stage.city.database.prisma.period.findUniqueOrThrow({ where: { key: open.key } })
    expect(closesOn.toISOString().slice(0, 10)).toBe(day)
    await page.getByRole('tab', { name: say('cockpitPage.tabUse') }).click()
    await page.getByRole('table', { name: say('use.title') }).waitFor()
  }, 120_000)
})
