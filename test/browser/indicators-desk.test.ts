import { expect, test } from 'vitest'
import { describeInCity } from './describe-in-city.ts'
import { confirm, openAs, openPage, sayIn, signIn, wide } from './visit.ts'

const say = sayIn('id')

describeInCity('the desk of indicators, measurements and settings', (stage) => {
  test('a definition is worked out while somebody types it, with a decimal comma, and what is wrong is said before it is saved', async () => {
    const page = await openPage(stage.browser, stage.server.url, wide)
    await openAs(page, 'timkinerja', '/indicators/create')
    await page.getByText(say('editor.noTarget')).waitFor()
    await page.getByText(say('indicators.blocking')).waitFor()
    await page.getByRole('textbox', { name: say('indicators.target'), exact: true }).fill('37,5')
    const examples = page.getByRole('table', { name: say('editor.examples') })
    const atTarget = examples.getByRole('row').filter({ hasText: say('editor.place.AT_TARGET') })
    await atTarget.getByText('37,5').waitFor()
    await atTarget.getByText(say('levelShort.SESUAI')).waitFor()
    await page.getByRole('textbox', { name: say('editor.own') }).fill('45')
    await examples
      .getByRole('row')
      .filter({ hasText: say('editor.place.OWN') })
      .getByText('120 %')
      .waitFor()
    await page.context().close()
  }, 120_000)

  test('another weight of a family becomes a draft of its indicator, and nothing in force changes', async () => {
    const page = await openPage(stage.browser, stage.server.url, wide)
    await signIn(page, 'timkinerja')
    await page.getByRole('menuitem', { name: say('weights.menu') }).click()
    const table = page.getByRole('table', { name: say('weights.title') })
    const family = table.getByRole('button').first()
    const name = (await family.textContent()) ?? ''
    await family.click()
    const dialog = page.getByRole('dialog', { name })
    const weight = dialog.getByRole('textbox').first()
    await weight.fill('12,5')
    await dialog.getByRole('button', { name: say('weights.propose', { count: 1 }) }).click()
    await page.getByText(say('weights.proposed')).waitFor()
    const proposed = await stage.city.database.prisma.familyWeight.findMany({
      where: { family: name.replaceAll(' ', '_'), weight: '12.5' },
      select: { version: { select: { state: true } } },
    })
    expect(proposed).toEqual([{ version: { state: 'DRAFT' } }])
    await page.context().close()
  }, 120_000)

  test('a setting is changed from a day on, with its reason, and shows what is to come', async () => {
    const page = await openPage(stage.browser, stage.server.url, wide)
    await openAs(page, 'admin', '/settings')
    const row = page.getByRole('row').filter({ hasText: 'Masa keputusan keberatan' })
    await row.getByRole('button', { name: say('settings.change'), exact: true }).click()
    const dialog = page.getByRole('dialog', { name: say('settings.change') })
    await dialog.getByText('Batas waktu keberatan', { exact: false }).waitFor()
    await dialog.getByRole('textbox', { name: new RegExp(say('settings.newValue')) }).fill('10')
    await dialog.getByLabel(say('settings.validFrom')).fill('2099-01-01')
    await dialog.getByRole('textbox', { name: say('settings.reason') }).fill('Keputusan wali kota 7')
    await dialog.getByRole('button', { name: say('settings.save') }).click()
    await row.getByText('10 hari', { exact: false }).waitFor()
    await row.getByRole('button', { name: say('settings.history') }).click()
    await page
      .getByRole('dialog', { name: say('settings.history') })
      .getByText('Keputusan wali kota 7')
      .waitFor()
    expect(await stage.city.database.prisma.auditEvent.count({ where: { event: 'setting.changed' } })).toBe(1)
    await page.context().close()
  }, 120_000)

  test('a measurement is recorded by one person, refused to that person, and verified by another', async () => {
    const { prisma } = stage.city.database
    const quarter = await prisma.period.findFirstOrThrow({
      where: { kind: 'QUARTER', state: 'OPEN' },
      orderBy: { startsOn: 'asc' },
    })
    const series = await prisma.measurementSeries.findFirstOrThrow({
      where: { year: quarter.year, unitId: { not: null }, indicator: { versions: { some: { state: 'AKTIF', maxValue: null } } } },
      include: { indicator: { include: { versions: { where: { state: 'AKTIF' } } } } },
    })
    const kind = series.indicator.versions[0]?.evidenceTypes[0] ?? 'OFFICIAL_DOCUMENT'
    const address = new URLSearchParams({
      indicatorId: `indicator_${series.indicatorId}`,
      periodKey: quarter.key,
      unitId: `unit_${series.unitId}`,
    })
    const recorder = await openPage(stage.browser, stage.server.url, wide)
    await openAs(recorder, 'timkinerja', `/measurements/create?${address}`)
    await recorder.getByText(say('measurements.asks').split('%')[0] ?? '', { exact: false }).waitFor()
    for (const [label, value] of [
      ['measurements.value', '7,5'],
      ['measurements.numerator', '15'],
      ['measurements.denominator', '200'],
      ['measurements.source', 'Register uji'],
    ] as const) {
      const field = recorder.getByRole('textbox', { name: new RegExp(`^${say(label)}`) })
      if ((await field.count()) > 0) await field.fill(value)
    }
    await recorder.getByLabel(say('measurements.measuredOn')).fill(quarter.startsOn.toISOString().slice(0, 10))
    await recorder.getByRole('button', { name: say('measurements.addEvidence') }).click()
    await recorder
      .getByRole('region', { name: say('measurements.evidence') })
      .getByRole('combobox')
      .click()
    await recorder.getByRole('option', { name: say(`evidenceKind.${kind}`) }).click()
    await recorder.getByRole('textbox', { name: say('measurements.description') }).fill('Rekap')
    await recorder.getByRole('textbox', { name: say('measurements.url') }).fill('https://arsip.example/rekap')
    await recorder.getByRole('button', { name: say('measurements.record'), exact: true }).click()
    await recorder.getByText(say('measurements.recorded')).waitFor()
    await recorder.waitForURL(/\/measurements\/[^/]+\/show/)
    const verify = recorder.getByRole('button', { name: say('measurements.verify') })
    expect(await verify.getAttribute('aria-disabled')).toBe('true')

    const verifier = await openPage(stage.browser, stage.server.url, wide)
    await openAs(verifier, 'admin', new URL(recorder.url()).pathname)
    await confirm(verifier, say('measurements.verify'), say('measurements.verified'))
    const record = await prisma.realisation.findFirstOrThrow({ where: { source: 'Register uji' } })
    // The quarter of the invented city may have closed by the clock of today, so being on time is left open.
    expect(record).toMatchObject({ state: 'VERIFIED', isComplete: true, isTraceable: true })
    await recorder.context().close()
    await verifier.context().close()
  }, 180_000)
})
