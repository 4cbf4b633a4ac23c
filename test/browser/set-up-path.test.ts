import { readFile } from 'node:fs/promises'
import { gunzipSync } from 'node:zlib'
import pino from 'pino'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signInMessages } from '../../admin/identity/sign-in-messages.ts'
import { consoleHome, ensureConsole } from '../../server/console.ts'
import { createUser } from '../../server/identity/commands/users.ts'
import { systemActor } from '../../server/identity/policy.ts'
import { serveTera } from '../../server/serve.ts'
import type { Listening } from '../../server/start.ts'
import { execute } from '../../server/transact.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { openChromium } from './chromium.ts'
import { describeInBrowser } from './describe-in-browser.ts'
import { openPage, sayIn, wide } from './visit.ts'

const say = sayIn('id')
const account = { username: 'kepegawaian', displayName: 'Bagian Kepegawaian', password: 'kata sandi yang panjang sekali' }
const local = { host: '127.0.0.1', port: 0, nodeEnv: 'test', origins: [], isHttps: false, proxies: 0 } as const
const patient = { pressure: { requests: 1_000, waiting: 1_000, loopDelayMs: 60_000 } }

const units = 'KODE;NAMA;JENIS;KODE INDUK;LAYANAN PUBLIK\n1;Kota Contoh;PEMDA;;T\n1.01;Dinas Kesehatan;DINAS;1;Y\n'
const staffHeader = 'NIP;NAMA;L/P;STATUS;JABATAN;TMT JABATAN;KODE UNIT;NIP ATASAN'
const staff = [
  staffHeader,
  '196909231993021901;Irwan Oktaviani;L;PNS;Kepala Dinas;01-11-2023;1.01;',
  '198503122010031100;Pegawai Satu;L;PNS;Analis Kebijakan;01-03-2024;1.01;196909231993021901',
].join('\n')

describeInBrowser('the path from an empty database to an open period', (executablePath) => {
  let city: TestDatabase
  let server: Listening
  let browser: Browser

  beforeAll(async () => {
    city = await createTestDatabase()
    const caller = { actor: systemActor('test'), now: new Date() }
    await execute(city.database, createUser, { ...account, role: 'ADMIN' }, caller)
    await ensureConsole(() => undefined)
    const log = pino({ level: 'error' })
    server = await serveTera(city.database, local, { log, now: () => new Date(), consoleHome, limits: patient })
    browser = await openChromium(executablePath)
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await city?.drop()
  })

  /** Presses the one next button of the path, reads a file in, and comes home again. */
  async function importNext(page: Page, label: string, name: string, text: string | Buffer): Promise<void> {
    await page.getByRole('link', { name: label, exact: true }).click()
    const buffer = typeof text === 'string' ? Buffer.from(text) : text
    await page
      .getByRole('region', { name: say('imports.step.file') })
      .getByLabel(say('imports.chooseFile'))
      .setInputFiles({ name, mimeType: 'text/csv', buffer })
    await page.getByRole('button', { name: say('imports.tryOut'), exact: true }).click()
    await page.getByRole('button', { name: say('imports.runNow'), exact: true }).click()
    await page.waitForURL(/\/imports\/[^/]+\/show/)
    await page.getByText(say('importState.FINISHED')).first().waitFor()
    await page.getByRole('menuitem', { name: say('home.title') }).click()
  }

  const progress = (page: Page, done: number) => page.getByText(say('home.progress', { done, all: 5 }), { exact: true }).waitFor()

  test('is walked by clicking alone: each time the one next button, and the home page says how far it is', async () => {
    const page = await openPage(browser, server.url, wide)
    await page.goto('/')
    await page.getByLabel(signInMessages.id.identifier).fill(account.username)
    await page.getByLabel(signInMessages.id.password, { exact: true }).fill(account.password)
    await page.getByRole('button', { name: signInMessages.id.submit, exact: true }).click()
    await progress(page, 0)
    await page.getByText(say('home.state.noUnits')).waitFor()

    await importNext(page, say('home.import.units'), 'unit.csv', units)
    await progress(page, 1)
    await importNext(page, say('home.import.employees'), 'pegawai.csv', staff)
    await progress(page, 2)
    const catalogue = gunzipSync(await readFile(new URL('../city/indikator.csv.gz', import.meta.url)))
    await importNext(page, say('home.import.indicators'), 'indikator.csv', catalogue)
    // A catalogue that was in force is adopted: what it holds is published already.
    await progress(page, 4)

    await page.getByRole('link', { name: say('home.next.prepare'), exact: true }).click()
    await page
      .getByRole('button', { name: say('periods.prepare'), exact: true })
      .first()
      .click()
    const form = page.getByRole('dialog', { name: say('periods.prepare') })
    await form.getByRole('button', { name: say('periods.prepare'), exact: true }).click()
    await page.getByText(say('periods.prepared')).waitFor()
    await page.getByRole('menuitem', { name: say('home.title') }).click()

    await page.getByText(say('home.state.periodPrepared', { key: new Date().getFullYear() })).waitFor()
    await page.getByRole('link', { name: say('home.next.open'), exact: true }).click()
    await page
      .getByRole('row')
      .filter({ has: page.getByRole('cell', { name: String(new Date().getFullYear()), exact: true }) })
      .getByRole('button', { name: say('periods.open'), exact: true })
      .click()
    const dialog = page.getByRole('dialog', { name: say('periods.open') })
    await dialog.getByRole('button', { name: say('periods.open'), exact: true }).click()
    await page.getByText(say('periods.opened')).waitFor()
    await page.getByRole('menuitem', { name: say('home.title') }).click()

    await page.getByRole('region', { name: say('home.deadlines') }).waitFor()
    await page
      .getByRole('region', { name: say('home.activity') })
      .getByText('membuka periode')
      .waitFor()
    expect(await city.database.prisma.period.count({ where: { kind: 'ANNUAL', state: 'OPEN' } })).toBe(1)
    await page.context().close()
  }, 240_000)
})
