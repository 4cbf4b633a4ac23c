import { expect, test } from 'vitest'
import { describeInCity } from './describe-in-city.ts'
import { openAs, openPage, phone, sayIn, wide } from './visit.ts'

const say = sayIn('id')
const year = '2026'
/** The last quarter that is over on the day of the invented city: what penilai are rating. */
const quarter = '2026-TW2'

/** How many appraisals are worked through by keyboard. */
const queue = 20

describeInCity('the queue of appraisals, the own one and the team', (stage) => {
  async function employeeOf(username: string): Promise<string> {
    const { employeeId } = await stage.city.database.prisma.user.findFirstOrThrow({ where: { username } })
    if (employeeId === null) throw new Error(`${username} is nobody of the city.`)
    return employeeId
  }

  function queueAt(state: string): string {
    return `/appraisals?filter=${encodeURIComponent(JSON.stringify({ periodKey: quarter, state }))}`
  }

  test('twenty appraisals are rated by keyboard alone: the suggestion is confirmed, and the next one opens by itself', async () => {
    const { prisma } = stage.city.database
    const me = await employeeOf('penilai')
    const rows = await prisma.appraisal.findMany({
      where: {
        period: { key: quarter },
        isCurrent: true,
        employeeId: { not: me },
        system: 'LOKAL',
        resultAmbiguous: false,
        behaviourAmbiguous: false,
        resultRating: { not: null },
        behaviourRating: { not: null },
        parts: { none: {} },
        skpId: { not: null },
        legalStanding: 'AKTIF',
      },
      orderBy: { id: 'asc' },
      take: queue,
      select: { id: true },
    })
    expect(rows.length).toBe(queue)
    const ids = rows.map(({ id }) => id)
    await prisma.appraisal.updateMany({
      where: { period: { key: quarter }, state: 'BUKTI_DIVERIFIKASI' },
      data: { state: 'PENILAIAN_DIRI' },
    })
    await prisma.appraisal.updateMany({ where: { id: { in: ids } }, data: { penilaiId: me, state: 'BUKTI_DIVERIFIKASI' } })
    await prisma.employee.updateMany({
      where: { id: { not: me }, appraisals: { some: { id: { in: ids } } } },
      data: { superiorId: me },
    })

    const page = await openPage(stage.browser, stage.server.url, wide)
    await openAs(page, 'penilai', queueAt('BUKTI_DIVERIFIKASI'))
    await page.getByRole('tab', { name: `${say('appraisalState.BUKTI_DIVERIFIKASI')} (${queue})` }).waitFor()
    await page.locator('tbody tr').first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    const heading = page.getByRole('complementary', { name: say('review.record') }).getByRole('heading', { level: 2 })
    for (let left = queue; left > 0; left -= 1) {
      await heading.waitFor()
      const name = (await heading.textContent()) ?? ''
      await page
        .getByRole('complementary')
        .getByRole('button', { name: say('rating.rate'), exact: true })
        .waitFor()
      await page.keyboard.press('r')
      const dialog = page.getByRole('dialog', { name: say('rating.of', { name }) })
      await dialog.getByRole('radio', { checked: true }).first().waitFor()
      await page.keyboard.press('Enter')
      await dialog.waitFor({ state: 'detached' })
      await page.getByRole('tab', { name: `${say('appraisalState.BUKTI_DIVERIFIKASI')} (${left - 1})` }).waitFor()
      // The next one, or none, has taken its place.
      await heading.filter({ hasText: name }).waitFor({ state: 'detached' })
    }
    const rated = await prisma.appraisal.count({ where: { id: { in: ids }, state: 'DINILAI', ratedById: me } })
    expect(rated).toBe(queue)
    await page.context().close()
  }, 240_000)

  test('a rating that departs from the suggestion asks for its kind and thirty characters; what somebody else decided is told and the text stays', async () => {
    const { prisma } = stage.city.database
    const me = await employeeOf('penilai')
    const { id, employee } = await prisma.appraisal.findFirstOrThrow({
      where: {
        period: { key: quarter },
        employeeId: { not: me },
        system: 'LOKAL',
        isCurrent: true,
        resultRating: 'SESUAI',
        behaviourRating: 'SESUAI',
        resultAmbiguous: false,
        behaviourAmbiguous: false,
        parts: { none: {} },
        skpId: { not: null },
      },
      include: { employee: true },
    })
    await prisma.appraisal.update({ where: { id }, data: { penilaiId: me, state: 'BUKTI_DIVERIFIKASI' } })
    await prisma.employee.update({ where: { id: employee.id }, data: { superiorId: me } })
    const page = await openPage(stage.browser, stage.server.url, wide)
    await openAs(page, 'penilai', queueAt('BUKTI_DIVERIFIKASI'))
    await page.getByRole('cell', { name: employee.name }).first().click()
    await page
      .getByRole('complementary')
      .getByRole('button', { name: say('rating.rate'), exact: true })
      .click()
    const dialog = page.getByRole('dialog')
    const result = dialog.getByRole('radiogroup', { name: say('appraisals.result') })
    await result.getByRole('radio', { name: say('levelShort.DI_ATAS') }).check()
    const save = dialog.getByRole('button', { name: say('rating.confirm') })
    expect(await save.isDisabled()).toBe(true)
    await dialog.getByRole('combobox', { name: say('rating.category') }).click()
    await page.getByRole('option', { name: say('overrideCategory.MUTU_HASIL') }).click()
    const reason = dialog.getByRole('textbox', { name: say('rating.reason') })
    await reason.fill('Terlalu singkat')
    await dialog.getByText(say('rating.counted', { length: 15, least: 30, left: 15 })).waitFor()
    expect(await save.isDisabled()).toBe(true)
    const words = 'Mutu layanannya terbukti dari rekam medis yang lengkap.'
    await reason.fill(words)
    // Somebody else takes a step in the meantime.
    await prisma.appraisal.update({ where: { id }, data: { revision: { increment: 1 } } })
    await save.click()
    await dialog.getByText(say('conflict.title')).waitFor()
    await dialog.getByText(say('conflict.kept'), { exact: false }).waitFor()
    expect(await reason.inputValue()).toBe(words)
    await dialog.getByRole('button', { name: say('conflict.goOn') }).click()
    await expect
      .poll(
        async () => {
          if ((await dialog.count()) > 0 && (await save.isEnabled())) await save.click()
          return (await prisma.appraisal.findUniqueOrThrow({ where: { id } })).state
        },
        { timeout: 30_000, interval: 500 },
      )
      .toBe('DINILAI')
    const stored = await prisma.appraisal.findUniqueOrThrow({ where: { id } })
    expect(stored).toMatchObject({
      resultRating: 'DI_ATAS',
      resultOverride: 'MUTU_HASIL',
      resultReason: words,
      suggestedResult: 'SESUAI',
    })
    await page.context().close()
  }, 120_000)

  test('a delivered result is read and accepted on a phone, with where it comes from and until when to answer', async () => {
    const { prisma } = stage.city.database
    const me = await employeeOf('pegawai')
    const { id } = await prisma.appraisal.findFirstOrThrow({ where: { period: { key: year }, employeeId: me, isCurrent: true } })
    await prisma.appraisal.update({
      where: { id },
      data: { state: 'DISAMPAIKAN', deliveredAt: new Date(), objectionUntil: new Date(Date.now() + 7 * 86_400_000) },
    })
    const page = await openPage(stage.browser, stage.server.url, phone)
    await openAs(page, 'pegawai', `/my-appraisal?period=${year}`)
    await page.getByRole('region', { name: say('explanation.title') }).waitFor()
    await page.getByRole('region', { name: say('plan.title') }).waitFor()
    await page.getByRole('button', { name: say('decision.accept'), exact: true }).click()
    const dialog = page.getByRole('dialog', { name: say('decision.accept') })
    await dialog.getByRole('button', { name: say('decision.accept'), exact: true }).click()
    await page.getByText(say('mine.state.FINAL')).waitFor()
    expect(await prisma.appraisal.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'FINAL', finalCause: 'ACCEPTED' })
    await page.context().close()
  }, 120_000)

  test('a penilai sees whose turn it is, and an appraisal beside its peers with the sentence that this is no rating', async () => {
    const page = await openPage(stage.browser, stage.server.url, wide)
    await openAs(page, 'penilai', `/my-team?period=${quarter}`)
    const waiting = page.getByRole('region', { name: say('team.turn.EMPLOYEE') })
    await waiting.getByRole('link').first().click()
    const comparison = page.getByRole('region', { name: say('comparison.title') })
    await comparison.getByText(say('comparison.noRating'), { exact: false }).waitFor()
    await page.emulateMedia({ media: 'print' })
    await page.getByRole('table', { name: say('explanation.title') }).waitFor()
    expect(await page.getByRole('button', { name: say('appraisals.print') }).isVisible()).toBe(false)
    await page.context().close()
  }, 120_000)
})
