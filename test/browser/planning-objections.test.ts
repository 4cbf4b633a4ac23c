import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { encodeId } from '../../server/list.ts'
import { describeInCity } from './describe-in-city.ts'
import { confirm, openPage, phone, sayIn, signIn, wide } from './visit.ts'

const say = sayIn('id')
const year = '2026'
const reasons = 'Pasien rawat jalan triwulan keempat belum ikut terhitung.'

describeInCity('plans, feedback and objections', (stage) => {
  const person: Record<string, string> = {}

  beforeAll(async () => {
    const { prisma } = stage.city.database
    for (const username of ['pegawai', 'penilai', 'timkinerja']) {
      const { employeeId } = await prisma.user.findFirstOrThrow({ where: { username } })
      person[username] = employeeId ?? ''
    }
    await prisma.employee.update({ where: { id: person.pegawai }, data: { superiorId: person.penilai } })
    await prisma.employee.update({ where: { id: person.penilai }, data: { superiorId: person.timkinerja } })
  }, 180_000)

  async function enter(username: string, size: typeof wide | typeof phone = wide): Promise<Page> {
    const page = await openPage(stage.browser, stage.server.url, size)
    await signIn(page, username)
    return page
  }

  /** Presses a button, writes into the dialog that it opens and sends it; resolves when `done` was said. */
  async function write(page: Page, label: string, text: string, done: string): Promise<void> {
    await page.getByRole('button', { name: label, exact: true }).click()
    const dialog = page.getByRole('dialog', { name: label })
    await dialog.getByRole('textbox').first().fill(text)
    await dialog.getByRole('button', { name: label, exact: true }).click()
    await page.getByText(done, { exact: true }).waitFor()
  }

  test('an employee objects on a phone, both sides are heard, and the superior of the penilai decides; the new version holds', async () => {
    const { prisma } = stage.city.database
    const appraisal = await prisma.appraisal.findFirstOrThrow({
      where: { period: { key: year }, employeeId: person.pegawai, isCurrent: true },
    })
    await prisma.appraisal.update({
      where: { id: appraisal.id },
      data: {
        ...{
          state: 'DISAMPAIKAN',
          penilaiId: person.penilai,
          resultRating: 'SESUAI',
          behaviourRating: 'SESUAI',
          predikat: 'BAIK',
        },
        ...{ noPredikatReason: null, deliveredAt: new Date(), objectionUntil: new Date(Date.now() + 7 * 86_400_000) },
      },
    })
    const employee = await enter('pegawai', phone)
    await employee.goto(`/my-appraisal?period=${year}`)
    await employee.getByRole('button', { name: say('objections.file'), exact: true }).click()
    const filing = employee.getByRole('dialog', { name: say('objections.file') })
    await filing.getByRole('textbox', { name: say('objections.reasons') }).fill(reasons)
    await filing.getByRole('textbox', { name: say('objections.evidence') }).fill('https://rekap.example/rawat-jalan')
    await filing.getByRole('button', { name: say('objections.file'), exact: true }).click()
    await employee.getByText(say('objections.filed'), { exact: true }).waitFor()
    const { id } = await prisma.objection.findUniqueOrThrow({ where: { appraisalId: appraisal.id } })

    const superior = await enter('timkinerja')
    await superior.goto(
      `/objections?filter=${encodeURIComponent(JSON.stringify({ waitingForMe: true, state: 'DIAJUKAN', periodKey: year }))}`,
    )
    await superior.locator('tbody tr').first().click()
    await superior
      .getByRole('complementary', { name: say('review.record') })
      .getByText(reasons)
      .waitFor()
    await confirm(superior, say('objectionStep.accept'), say('objectionStep.accepted'))

    const penilai = await enter('penilai')
    await penilai.goto(`/objections/${encodeId('Objection', id)}`)
    await write(
      penilai,
      say('objectionStep.explainRating'),
      'Rekapnya saya terima setelah menilai.',
      say('objectionStep.explained'),
    )
    expect(await penilai.getByRole('button', { name: say('objectionStep.decide'), exact: true }).count()).toBe(0)
    await employee.reload()
    await write(employee, say('objectionStep.explain'), 'Rekap sudah dikirim sejak Januari.', say('objectionStep.explained'))

    await superior.goto(`/objections/${encodeId('Objection', id)}/show`)
    await superior.getByRole('button', { name: say('objectionStep.decide'), exact: true }).click()
    const ruling = superior.getByRole('dialog', { name: say('objectionStep.decide') })
    await ruling.getByRole('radio', { name: say('objectionDecision.DIKABULKAN'), exact: true }).check()
    await ruling.getByRole('combobox', { name: say('appraisals.result') }).click()
    await superior.getByRole('option', { name: say('levelShort.DI_ATAS') }).click()
    await ruling
      .getByRole('textbox', { name: say('objections.ruling') })
      .fill('Rekap rawat jalan menunjukkan capaian di atas target tahunan.')
    await ruling.getByRole('button', { name: say('objectionStep.decide'), exact: true }).click()
    await superior.getByText(say('objectionStep.decided'), { exact: true }).waitFor()

    expect(await prisma.objection.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'DIPUTUS',
      decision: 'DIKABULKAN',
      evidenceUrls: ['https://rekap.example/rawat-jalan'],
      decidedById: person.timkinerja,
    })
    const successor = await prisma.appraisal.findFirstOrThrow({ where: { predecessorId: appraisal.id } })
    expect(successor).toMatchObject({ isCurrent: true, state: 'FINAL', resultRating: 'DI_ATAS', version: 2 })
    await employee.goto(`/my-appraisal?period=${year}`)
    await employee.getByText(say('version.openOld')).click()
    await employee.getByText(say('version.openNew')).waitFor()
    for (const page of [employee, superior, penilai]) await page.context().close()
  }, 240_000)

  test('a returned plan is mended with its weights counted while typing, submitted, reviewed by key and set by the penilai', async () => {
    const { prisma } = stage.city.database
    const plan = await prisma.skp.findFirstOrThrow({
      where: { employeeId: person.pegawai, period: { key: year } },
      orderBy: { sequence: 'desc' },
    })
    const reason = 'Lengkapi dukungan sumber daya.'
    await prisma.skp.update({ where: { id: plan.id }, data: { state: 'DIKEMBALIKAN', standingReason: reason, system: 'LOKAL' } })
    const employee = await enter('pegawai')
    await employee.goto('/my-plan')
    await employee.getByText(say('skps.returnedBecause', { reason })).waitFor()
    await employee.getByRole('tab', { name: say('skps.edit') }).click()
    const weight = employee.getByRole('textbox', { name: say('skps.weight'), exact: true }).first()
    const before = await weight.inputValue()
    await weight.fill(String(Number(before) - 5))
    await employee
      .getByText(say('planForm.missing', { rest: 5 }))
      .first()
      .waitFor()
    await weight.fill(before)
    await employee.getByText(say('planForm.whole')).first().waitFor()
    await employee.getByRole('textbox', { name: say('appendixKind.DUKUNGAN_SUMBER_DAYA') }).fill('Satu perawat tambahan.')
    await employee.getByRole('button', { name: say('planForm.save'), exact: true }).click()
    await employee.getByText(say('planForm.saved'), { exact: true }).waitFor()
    expect(await prisma.skpAppendix.count({ where: { skpId: plan.id, text: 'Satu perawat tambahan.' } })).toBe(1)
    await confirm(employee, say('skpStep.submit'), say('skpStep.submitted'))

    const tim = await enter('timkinerja')
    await tim.goto(`/skps/${encodeId('Skp', plan.id)}`)
    await tim
      .getByRole('complementary')
      .getByRole('button', { name: say('skpStep.review'), exact: true })
      .waitFor()
    await tim.keyboard.press('r')
    await tim
      .getByRole('dialog', { name: say('skpStep.review') })
      .getByRole('button', { name: say('skpStep.review'), exact: true })
      .click()
    await tim.getByText(say('skpStep.reviewed'), { exact: true }).waitFor()

    const penilai = await enter('penilai')
    await penilai.goto(`/skps/${encodeId('Skp', plan.id)}/show?tab=cascade`)
    await penilai.getByRole('table', { name: say('skps.servesTitle') }).waitFor()
    await confirm(penilai, say('skpStep.approve'), say('skpStep.approved'))
    expect(await prisma.skp.findUniqueOrThrow({ where: { id: plan.id } })).toMatchObject({
      state: 'DITETAPKAN',
      penilaiId: person.penilai,
    })
    for (const page of [employee, tim, penilai]) await page.context().close()
  }, 180_000)

  test('a leader notes what went well on a phone, the employee reads it; upward it goes unnamed and leaves a code alone', async () => {
    const words = 'Keluarga pasien dijelaskan dengan sabar sampai paham.'
    const give = async (page: Page, about: string, tone: string, text: string) => {
      await page.goto('/feedback')
      await page.getByRole('combobox', { name: say('feedback.about') }).fill(about)
      await page.getByRole('option').filter({ hasText: about }).first().click()
      await page.getByRole('button', { name: tone, exact: true }).click()
      await page.getByRole('combobox', { name: say('feedback.tie') }).click()
      await page.getByRole('option', { name: say('behaviourValue.BP') }).click()
      await page.getByRole('textbox', { name: say('feedback.text') }).fill(text)
      await page.getByRole('button', { name: say('feedback.send'), exact: true }).click()
    }
    const { prisma } = stage.city.database
    const nameOf = async (username: string) =>
      (await prisma.employee.findUniqueOrThrow({ where: { id: person[username] ?? '' } })).name
    const penilai = await enter('penilai', phone)
    await give(penilai, await nameOf('pegawai'), say('feedbackTone.POSITIF'), words)
    await penilai.getByText(say('feedback.given')).waitFor()
    const employee = await enter('pegawai', phone)
    await employee.goto('/feedback?tab=received')
    await employee.getByText(words).waitFor()
    await give(employee, await nameOf('penilai'), say('feedbackTone.NEGATIF'), 'Jadwal jaga sering berubah tanpa kabar.')
    await employee.getByText(say('feedback.handedIn')).waitFor()
    expect(await employee.locator('code').first().textContent()).toMatch(/^[\w-]{43}$/)
    expect(await prisma.feedback.count({ where: { authorId: person.pegawai } })).toBe(0)
    for (const page of [penilai, employee]) await page.context().close()
  }, 120_000)
})
