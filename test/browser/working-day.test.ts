import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { describeInCity } from './describe-in-city.ts'
import { staffFile } from './staff-file.ts'
import { confirm, figure, openAs, openPage, openToEvidence, sayIn, signIn, wide } from './visit.ts'

const say = sayIn('id')
const sayEnglish = sayIn('en')

describeInCity('a working day in the console', (stage) => {
  test('an indicator is drafted, its effect seen by name, and another person publishes it', async () => {
    const editor = await openPage(stage.browser, stage.server.url, wide)
    await signIn(editor, 'timkinerja')
    await editor.getByRole('menuitem', { name: say('indicators.title') }).click()
    await editor.getByRole('textbox', { name: say('indicators.searchHint') }).fill('GEN-04')
    // The list follows the typing a moment later; a row opened before that would be left again.
    await editor.waitForURL(/GEN-04/)
    await editor.getByRole('cell', { name: 'GEN-04' }).click()

    await confirm(editor, say('indicators.draft'), say('indicators.drafted'))
    await editor.getByRole('button', { name: say('command.cancel') }).click()
    await editor.getByRole('tab', { name: say('whatIf.title') }).click()
    await editor.getByText(say('whatIf.nothingMoves')).waitFor()
    const uses = await figure(editor, say('whatIf.appraisals'))
    expect(uses).toBeGreaterThan(0)

    await editor.getByRole('button', { name: say('indicators.edit') }).click()
    await editor.getByRole('textbox', { name: say('indicators.target'), exact: true }).fill('40')
    await editor.getByRole('textbox', { name: say('indicators.levelLow') }).fill('92,5')
    await editor.getByRole('textbox', { name: say('indicators.levelHigh') }).fill('112')
    await editor.getByRole('button', { name: say('indicators.save') }).click()
    await editor.getByRole('button', { name: say('whatIf.showNames') }).click()
    expect(await figure(editor, say('whatIf.appraisals'))).toBe(uses)
    const changed = await figure(editor, say('whatIf.changedLevel'))
    expect(changed).toBeGreaterThan(0)
    const movers = editor.getByRole('table', { name: say('whatIf.movers') })
    await movers.waitFor()
    expect(await movers.getByRole('link').count()).toBeGreaterThan(0)

    await confirm(editor, say('indicators.submit'), say('indicators.submitted'))
    const publish = editor.getByRole('button', { name: say('indicators.publish') })
    expect(await publish.getAttribute('aria-disabled')).toBe('true')

    const approver = await openPage(stage.browser, stage.server.url, wide)
    await openAs(approver, 'admin', new URL(editor.url()).pathname)
    await approver.getByRole('button', { name: say('indicators.publish') }).click()
    const dialog = approver.getByRole('dialog', { name: say('indicators.publish') })
    await dialog.getByText(say('whatIf.changedLevel')).waitFor()
    expect(await figure(dialog, say('whatIf.changedLevel'))).toBe(changed)
    await dialog.getByRole('button', { name: say('indicators.publish') }).click()
    await approver.getByText(say('indicators.published')).waitFor()
    await approver
      .getByRole('combobox', { name: say('indicators.version') })
      .filter({ hasText: say('indicators.versionIs', { number: 2, state: say('indicatorState.AKTIF') }) })
      .waitFor()
    await editor.context().close()
    await approver.context().close()
  }, 180_000)

  test('a staff list is tried out, imported with its progress, and its rejected rows come back to be mended', async () => {
    const file = staffFile(400)
    const page = await openPage(stage.browser, stage.server.url, wide)
    await openAs(page, 'timkinerja', '/imports/create')
    const chosen = { name: 'pegawai-baru.csv', mimeType: 'text/csv', buffer: Buffer.from(file.text) }
    await page
      .getByRole('region', { name: say('imports.step.file') })
      .getByLabel(say('imports.chooseFile'))
      .setInputFiles(chosen)
    await page.getByRole('button', { name: say('imports.tryOut'), exact: true }).click()

    await page.getByText(say('imports.dryRunHelp')).waitFor()
    expect(await figure(page, say('imports.accepted'))).toBe(file.accepted)
    expect(await figure(page, say('imports.rejected'))).toBe(2)
    const causes = page.getByRole('table', { name: say('imports.rejectedByCause') })
    for (const [, code] of file.rejected) await causes.getByRole('cell', { name: code, exact: true }).waitFor()
    expect(await stage.city.database.prisma.employee.count({ where: { nip: { in: file.nips } } })).toBe(0)

    const progress = page.getByRole('progressbar', { name: say('imports.progressBar') }).waitFor()
    await page.getByRole('button', { name: say('imports.runNow'), exact: true }).click()
    await page.waitForURL(/\/imports\/[^/]+\/show/)
    await progress
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: say('imports.downloadRejected') }).click()
    const rejects = await readFile(await (await download).path(), 'utf8')
    for (const [nip, code] of file.rejected) {
      expect(rejects).toContain(nip)
      expect(rejects).toContain(code)
    }
    expect(await figure(page, say('imports.accepted'))).toBe(file.accepted)
    expect(await stage.city.database.prisma.employee.count({ where: { nip: { in: file.nips } } })).toBe(file.accepted)
    await page.context().close()
  }, 180_000)

  test('a predikat opens down to a measurement and its evidence, in both languages', async () => {
    const page = await openPage(stage.browser, stage.server.url, wide)
    await signIn(page, 'timkinerja')
    await page.getByRole('menuitem', { name: say('appraisals.title'), exact: true }).click()
    await page
      .getByRole('row')
      .filter({ hasText: say('predikat.BAIK') })
      .first()
      .getByRole('cell')
      .first()
      .click()
    await page
      .getByRole('complementary', { name: say('review.record') })
      .getByRole('link', { name: say('panel.whole') })
      .click()

    const part = await openToEvidence(page)
    const evidence = part.getByRole('link', { name: say('explanation.openEvidence') })
    expect(await evidence.first().getAttribute('href')).toMatch(/^https:/)
    await part.getByText(say('indicators.local'), { exact: true }).first().waitFor()
    await part.getByText(/^Perilaku .* nilai di atas dan/).waitFor()

    await page.getByRole('button', { name: say('app.switchLanguage') }).click()
    const english = page.getByRole('region', { name: sayEnglish('explanation.title') })
    await english.getByText(/^Behaviour .* values above and/).waitFor()
    await english.getByText(sayEnglish('indicators.local'), { exact: true }).first().waitFor()
    await page.context().close()
  }, 180_000)
})
