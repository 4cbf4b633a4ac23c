import { expect, test } from 'vitest'
import { encodeId } from '../../server/list.ts'
import { describeInCity } from './describe-in-city.ts'
import { openAs, openPage, phone, sayIn, wide } from './visit.ts'

const say = sayIn('id')

describeInCity('awards, talent boxes and dossiers in the console', (stage) => {
  test('an award is proposed from cited figures by one person and given by the decree that another enters', async () => {
    const proposer = await openPage(stage.browser, stage.server.url, wide)
    await openAs(proposer, 'timkinerja', '/award-candidates')
    const third = proposer
      .getByRole('table', { name: say('candidates.title') })
      .getByRole('row')
      .nth(3)
    await third.getByRole('button', { name: say('candidates.propose') }).click()
    const form = proposer.getByRole('dialog', { name: say('candidates.propose') })
    await form.getByText(/setelah penyusutan \(F12\)/).waitFor()
    await form.getByRole('textbox', { name: say('awards.name') }).fill('Pelayan publik terbaik')
    await form.getByRole('button', { name: say('candidates.propose') }).click()
    await proposer.getByText(say('candidates.proposed'), { exact: true }).waitFor()

    const award = await stage.city.database.prisma.award.findFirstOrThrow({ where: { title: 'Pelayan publik terbaik' } })
    const decider = await openPage(stage.browser, stage.server.url, wide)
    await openAs(decider, 'admin', `/awards/${encodeId('Award', award.id)}`)
    await decider.getByRole('button', { name: say('awards.decide') }).click()
    const decree = decider.getByRole('dialog', { name: say('awards.decide') })
    await decree.getByRole('textbox', { name: say('awards.decreeNumber') }).fill('800/77/2026')
    await decree.getByLabel(say('awards.decreeOn')).fill('2026-01-20')
    await decree.getByRole('textbox', { name: say('awards.signatory') }).fill('Wali Kota')
    await decree.getByRole('button', { name: say('awards.decide') }).click()
    await decider.getByText(say('awards.decided'), { exact: true }).waitFor()
    const given = await stage.city.database.prisma.award.findUniqueOrThrow({ where: { id: award.id } })
    expect(given).toMatchObject({ state: 'DITETAPKAN', signatory: 'Wali Kota', decreeNumber: '800/77/2026' })
  }, 120_000)

  test('a talent box is opened by keyboard and names its people', async () => {
    const page = await openPage(stage.browser, stage.server.url, phone)
    await openAs(page, 'timkinerja', '/talent-boxes')
    const box = page.getByRole('button', { name: /^Kotak 5, / })
    await box.focus()
    await page.keyboard.press('Enter')
    await page
      .getByRole('region', { name: say('talent.names') })
      .getByRole('link')
      .first()
      .waitFor()
    expect(new URL(page.url()).searchParams.get('box')).toBe('5')
  }, 90_000)

  test('a dossier is downloaded, and whoever holds it finds that it is authentic, without signing in', async () => {
    const appraisal = await stage.city.database.prisma.appraisal.findFirstOrThrow({
      where: { state: 'FINAL', isCurrent: true, kind: 'ANNUAL', penilaiId: { not: null } },
      orderBy: { id: 'asc' },
    })
    const page = await openPage(stage.browser, stage.server.url, wide)
    await openAs(page, 'admin', `/appraisals/${encodeId('Appraisal', appraisal.id)}/show`)
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: say('dossiers.download') }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toMatch(/^berkas-penilaian-[0-9A-Z-]{19}\.pdf$/)
    const { code } = await stage.city.database.prisma.dossier.findFirstOrThrow({ where: { appraisalId: appraisal.id } })
    const visitor = await openPage(stage.browser, stage.server.url, phone)
    await visitor.goto('/verifikasi')
    await visitor.getByRole('textbox').fill(code.toLowerCase())
    await visitor.getByRole('button', { name: 'Periksa' }).click()
    await visitor.getByText('Asli dan masih berlaku.').waitFor()
    expect(await visitor.locator('main').textContent()).not.toMatch(/NIP|Baik|Sesuai/)
  }, 120_000)
})
