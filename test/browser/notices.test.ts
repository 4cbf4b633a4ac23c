import { expect, test } from 'vitest'
import { describeInCity } from './describe-in-city.ts'
import { openAs, openPage, phone, sayIn, settle, signIn, wide } from './visit.ts'

const say = sayIn('id')

describeInCity('notices in the console', (stage) => {
  const unreadOf = (username: string) => stage.city.database.prisma.notice.count({ where: { user: { username }, readAt: null } })

  test('the bell counts, the inbox says what to do, and whoever follows a notice to its record has read it', async () => {
    const page = await openPage(stage.browser, stage.server.url, wide)
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
    const { prisma } = stage.city.database
    const letter = { user: { username: 'pegawai' }, mail: { isNot: null } }
    await expect.poll(() => prisma.notice.count({ where: letter }), { timeout: 20_000 }).toBeGreaterThan(0)
    const mail = await prisma.outboxMail.findFirstOrThrow({ where: { notice: letter }, orderBy: { id: 'asc' } })
    const path = new URL(/https?:\S+/.exec(mail.body)?.[0] ?? '').pathname
    const page = await openPage(stage.browser, stage.server.url, phone)
    await openAs(page, 'pegawai', path)
    await page.getByRole('link', { name: say('notices.open') }).click()
    await page.waitForURL(({ pathname }) => !pathname.startsWith('/notices'))
    await settle(page)
    await expect.poll(() => prisma.notice.count({ where: { id: mail.noticeId, readAt: { not: null } } })).toBe(1)
    await page.context().close()

    const admin = await openPage(stage.browser, stage.server.url, wide)
    await openAs(admin, 'admin', '/outbox-mails')
    await settle(admin)
    await admin
      .getByRole('button', { name: new RegExp(`^${say('mails.look')}: `) })
      .first()
      .click()
    await admin.getByRole('dialog').getByText(say('mails.close')).waitFor()
    expect(await admin.getByRole('dialog').textContent()).toContain('tidak memuat isi penilaian')
    const job = await stage.city.database.prisma.job.findFirstOrThrow({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] })
    await admin.goto('/jobs')
    await admin.getByRole('cell', { name: job.kind, exact: true }).first().waitFor()
    await admin.context().close()
  })
})
