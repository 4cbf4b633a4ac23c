import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { complaintTexts as texts } from '../../server/public/complaint-words.ts'
import { describeInCity } from './describe-in-city.ts'
import { confirm, go, openAs, openPage, phone, sayIn, wide } from './visit.ts'

const say = sayIn('id')
const story = 'Loket tiga tutup sejak Senin dan antrean sampai ke jalan.'
const answer = 'Loket tiga dibuka lagi mulai hari ini dan jadwalnya dipasang di pintu masuk.'

describeInCity('a complaint from the street to its answer', (stage) => {
  /** A phone of somebody who is not signed in, with or without scripts. */
  async function citizen(javaScriptEnabled: boolean): Promise<Page> {
    const context = await stage.browser.newContext({ baseURL: stage.server.url, viewport: phone, javaScriptEnabled })
    context.setDefaultTimeout(40_000)
    return context.newPage()
  }

  test('a citizen files without JavaScript, an officer assigns, another one answers, the citizen rates', async () => {
    const { prisma } = stage.city.database
    const nurse = await prisma.user.findUniqueOrThrow({
      where: { username: 'pegawai' },
      include: { employee: { include: { unit: true } } },
    })
    const street = await citizen(false)
    await street.goto('/aduan')
    await street.getByLabel(texts.category.id).selectOption('WAKTU_LAYANAN')
    await street.getByLabel(texts.unit.id).selectOption({ label: nurse.employee?.unit.name ?? '' })
    await street.getByLabel(texts.no.id).check()
    // Too short: the form comes back with what was typed.
    await street.getByLabel(texts.description.id).fill('Tutup')
    await street.getByRole('button', { name: texts.send.id }).click()
    await street.getByText(texts.tooShort.id).waitFor()
    await street.getByLabel(texts.description.id).fill(story)
    await street.getByRole('button', { name: texts.send.id }).click()
    await street.getByText(texts.received.id).waitFor()
    expect(street.url()).toMatch(/\/aduan\/[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]{5}/)

    const desk = await openPage(stage.browser, stage.server.url, wide)
    await openAs(desk, 'timkinerja', `/complaints?filter=${encodeURIComponent(JSON.stringify({ search: 'Loket tiga tutup' }))}`)
    await desk.getByRole('cell', { name: /^ADU-/ }).click()
    await desk.getByText(story).waitFor()
    await confirm(desk, say('complaintStep.verify'), say('complaintStep.verified'))
    await desk.getByRole('button', { name: say('complaintStep.assign'), exact: true }).click()
    const dialog = desk.getByRole('dialog', { name: say('complaintStep.assign') })
    await dialog.getByRole('combobox').fill(nurse.displayName)
    // Whoever was listed before the search stands there until it is answered.
    await desk
      .getByRole('option')
      .filter({ hasText: nurse.employee?.nip ?? '' })
      .click()
    await dialog.getByRole('button', { name: say('complaintStep.assign'), exact: true }).click()
    await desk.getByText(say('complaintStep.assigned'), { exact: true }).waitFor()

    const office = await openPage(stage.browser, stage.server.url, wide)
    await openAs(office, 'pegawai', `/complaints?filter=${encodeURIComponent(JSON.stringify({ search: 'Loket tiga tutup' }))}`)
    await office.getByRole('cell', { name: /^ADU-/ }).click()
    await confirm(office, say('complaintStep.start'), say('complaintStep.started'))
    await office.getByRole('button', { name: say('complaintStep.answer'), exact: true }).click()
    const form = office.getByRole('dialog', { name: say('complaintStep.answer') })
    await form.getByRole('textbox', { name: say('complaints.text') }).fill(answer)
    await form.getByRole('button', { name: say('complaintStep.answer'), exact: true }).click()
    await office.getByText(say('complaintStep.answered'), { exact: true }).waitFor()

    await street.reload()
    await street.getByText(answer).waitFor()
    await street.getByLabel('Sangat puas').check()
    await street.getByRole('button', { name: texts.rateSend.id }).click()
    await street.getByText(texts.rated.id).waitFor()
    expect(await prisma.complaint.findFirstOrThrow({ where: { description: story } })).toMatchObject({
      state: 'SELESAI',
      satisfaction: 4,
      handlerId: nurse.employeeId,
    })
    // Whoever answers complaints sees none of those about officials.
    await go(office, `complaints?filter=${encodeURIComponent('{"queue":"INSPECTORATE"}')}`)
    expect(await office.getByRole('cell', { name: /^ADU-/ }).count()).toBe(0)
  }, 240_000)

  test('the public pages have no fault for axe and are small', async () => {
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    const street = await citizen(true)
    const forum = await stage.city.database.prisma.fkp.findFirstOrThrow({ where: { state: 'DIPUBLIKASI' } })
    for (const path of ['/aduan', '/aduan?bahasa=en', '/forum', `/forum/${forum.id}`]) {
      const response = await street.goto(path)
      expect((await response?.body())?.length, path).toBeLessThan(15_000)
      await street.evaluate(axe)
      const { violations } = await street.evaluate<AxeResults>('axe.run()')
      expect(violations.map(({ id }) => `${path}: ${id}`)).toEqual([])
    }
  }, 60_000)
})
