import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { openChromium } from './chromium.ts'
import { serveCity } from './city.ts'
import { describeInBrowser } from './describe-in-browser.ts'
import { openPage, phone, sayIn, settle, signIn, wide } from './visit.ts'

const say = sayIn('id')

describeInBrowser('notices in the console', (executablePath) => {
  let city: TestDatabase
  let server: Awaited<ReturnType<typeof serveCity>>
  let browser: Browser

  beforeAll(async () => {
    city = await createTestDatabase()
    server = await serveCity(city.database)
    browser = await openChromium(executablePath)
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await city?.drop()
  })

  const unreadOf = (username: string) => city.database.prisma.notice.count({ where: { user: { username }, readAt: null } })

  test('the bell counts, the inbox says what to do, and whoever follows a notice to its record has read it', async () => {
    const page = await openPage(browser, server.url, wide)
    await signIn(page, 'penilai')
    await page.getByRole('link', { name: new RegExp(`^${say('notices.bell', { count: '' }).split(':')[0]}: [1-9]`) }).click()
    await page.getByRole('tab', { name: new RegExp(`^${say('notices.toDo')} \\(`), selected: true }).waitFor()
    const before = await unreadOf('penilai')
    await page.getByRole('cell').getByRole('link').first().click()
    await page.waitForURL(({ pathname }) => !pathname.startsWith('/notices'))
    await expect.poll(() => unreadOf('penilai')).toBe(before - 1)
    await page.getByRole('link', { name: say('notices.bell', { count: String(before - 1) }) }).click()
    await page.getByRole('button', { name: say('notices.readAll') }).click()
    // The jobs of the server may tell of more meanwhile; what was there is read.
    await expect.poll(() => unreadOf('penilai')).toBeLessThan(before - 1)
    await page.context().close()
  })

  test('the link of a letter leads a phone to the notice and on to its record; the administrator reads the captured letter', async () => {
    const { prisma } = city.database
    const letter = { user: { username: 'pegawai' }, mail: { isNot: null } }
    await expect.poll(() => prisma.notice.count({ where: letter }), { timeout: 20_000 }).toBeGreaterThan(0)
    const mail = await prisma.outboxMail.findFirstOrThrow({ where: { notice: letter }, orderBy: { id: 'asc' } })
    const path = new URL(/https?:\S+/.exec(mail.body)?.[0] ?? '').pathname
    const page = await openPage(browser, server.url, phone)
    await signIn(page, 'pegawai')
    await page.goto(path)
    await page.getByRole('link', { name: say('notices.open') }).click()
    await page.waitForURL(({ pathname }) => !pathname.startsWith('/notices'))
    await settle(page)
    await expect.poll(() => prisma.notice.count({ where: { id: mail.noticeId, readAt: { not: null } } })).toBe(1)
    await page.context().close()

    const admin = await openPage(browser, server.url, wide)
    await signIn(admin, 'admin')
    await admin.goto('/outbox-mails')
    await settle(admin)
    await admin
      .getByRole('button', { name: new RegExp(`^${say('mails.look')}: `) })
      .first()
      .click()
    await admin.getByRole('dialog').getByText(say('mails.close')).waitFor()
    expect(await admin.getByRole('dialog').textContent()).toContain('tidak memuat isi penilaian')
    await admin.goto('/jobs')
    await admin.getByRole('cell', { name: 'appraisals.finalise' }).waitFor()
    await admin.context().close()
  })
})
