import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStorage } from '../../server/storage.ts'
import { findChromium, openChromium } from './chromium.ts'

// Makes docs/console.png: an opened explanation in the invented city. Run it with `node test/browser/screenshot.ts`.
const executablePath = findChromium(process.env)
if (executablePath === null) throw new Error('No Chromium found; install one or name it in CHROMIUM.')
const dataDir = mkdtempSync(join(tmpdir(), 'tera-screenshot-'))
const env = {
  host: '127.0.0.1',
  port: 0,
  nodeEnv: 'test',
  databaseUrl: undefined,
  dataDir,
  demo: true,
  isDemoRefused: false,
  origins: [],
  isHttps: false,
  proxies: 0,
} as const
const storage = await openStorage(env)
// These need the generated client, which exists only now.
const [{ serveCity }, { openPage, openToEvidence, sayIn, signIn, wide }, { encodeId }] = await Promise.all([
  import('./city.ts'),
  import('./visit.ts'),
  import('../../server/list.ts'),
])
const server = await serveCity(storage.database)
const browser = await openChromium(executablePath)
try {
  const page = await openPage(browser, server.url, wide)
  await signIn(page, 'timkinerja')
  await page.goto(`/appraisals/${encodeId('Appraisal', await chooseAppraisal())}/show`)
  const part = await openToEvidence(page)
  await part
    .getByRole('list')
    .first()
    .evaluate((tree) => tree.scrollIntoView())
  // The bar on top would cover the first lines.
  await page.mouse.move(700, 450)
  await page.mouse.wheel(0, -64)
  await part.getByText(sayIn('id')('explanation.asTree')).waitFor()
  await page.mouse.move(0, 0)
  await page.screenshot({ path: join(import.meta.dirname, '../../docs/console.png') })
} finally {
  await browser.close()
  await server.close()
  await storage.close()
  rmSync(dataDir, { recursive: true, force: true })
}

/** A nurse's year whose results lie above, within and below expectation: one page shows all three. */
async function chooseAppraisal(): Promise<string> {
  const at = (level: 'DI_ATAS' | 'DI_BAWAH') => ({ rhkResults: { some: { ikiResults: { some: { level } } } } })
  const { id } = await storage.database.prisma.appraisal.findFirstOrThrow({
    where: {
      predikat: 'BAIK',
      isCurrent: true,
      kind: 'ANNUAL',
      positionTitle: { startsWith: 'Perawat' },
      AND: [at('DI_ATAS'), at('DI_BAWAH')],
    },
    orderBy: { weightedScore: 'desc' },
  })
  return id
}
