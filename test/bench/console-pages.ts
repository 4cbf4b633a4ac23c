import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { chromiumArgs, findChromium } from '../browser/chromium.ts'
import { openDemoCity } from '../browser/demo-city.ts'
import { installBeside } from './beside.ts'
import { type Figure, least, most } from './report.ts'
import { median } from './rounds.ts'

/** What we need of Lighthouse, which is installed beside the bench and brings no types here. */
type Lighthouse = (
  url: string,
  flags: { readonly port: number; readonly disableStorageReset: boolean; readonly logLevel: 'error' },
  config: unknown,
) => Promise<{ readonly lhr: { readonly categories: Readonly<Record<string, { readonly score: number | null }>> } } | undefined>

const marks = { accessibility: 100, 'best-practices': 95, performance: 90 } as const

/** Seconds of patience with a page of the console. */
const patience = 40_000

/**
 * How quickly the console answers a person of the invented city on this machine, and what Lighthouse (its preset for desktops) says of the
 * pages that people see first. Without a Chromium there are no figures, and the report says so.
 */
export async function measurePages(rounds: number, report: (line: string) => void): Promise<Figure[]> {
  const executablePath = findChromium(process.env)
  if (executablePath === null) {
    report('No Chromium found: the pages of the console are not measured.')
    return []
  }
  const city = await openDemoCity()
  const profile = mkdtempSync(join(tmpdir(), 'tera-bench-profile-'))
  const port = await freePort()
  // Lighthouse opens its own tab, which shares the session with this window only in the profile's own context.
  const window = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...chromiumArgs, `--remote-debugging-port=${port}`],
    baseURL: city.url,
    viewport: { width: 1440, height: 900 },
    locale: 'id-ID',
  })
  window.setDefaultTimeout(patience)
  try {
    const visit = await import('../browser/visit.ts')
    report('Lighthouse, before signing in …')
    const lighthouse = await loadLighthouse()
    const figures = await rate(lighthouse, port, city.url, 'sign-in', '/')
    report('First interactions …')
    const page = await window.newPage()
    await visit.signIn(page, 'admin')
    figures.push(...(await timeInteractions(window, page, rounds)))
    for (const [name, path] of [
      ['home', '/'],
      ['list of employees', '/employees'],
      ['list of appraisals', '/appraisals'],
    ] as const) {
      report(`Lighthouse, ${name} …`)
      figures.push(...(await rate(lighthouse, port, city.url, name, path)))
    }
    return figures
  } finally {
    await window.close()
    await city.close()
    rmSync(profile, { recursive: true, force: true })
  }
}

async function loadLighthouse(): Promise<{ run: Lighthouse; desktop: unknown }> {
  const entry = pathToFileURL(join(installBeside('lighthouse'), 'core/index.js')).href
  const { default: run, desktopConfig: desktop }: { default: Lighthouse; desktopConfig: unknown } = await import(entry)
  return { run, desktop }
}

async function rate(
  { run, desktop }: { run: Lighthouse; desktop: unknown },
  port: number,
  origin: string,
  name: string,
  path: string,
): Promise<Figure[]> {
  const answer = await run(new URL(path, origin).href, { port, disableStorageReset: true, logLevel: 'error' }, desktop)
  return Object.entries(marks).map(([category, mark]): Figure => {
    const score = answer?.lhr.categories[category]?.score
    if (score === null || score === undefined) throw new Error(`Lighthouse did not rate ${category} of ${name}.`)
    return { name: `Lighthouse, ${category}, ${name}`, value: Math.round(score * 100), unit: '', target: least(mark, 100) }
  })
}

/** Medians of what a person waits for, from the press to the moment when it stands on the page. */
async function timeInteractions(window: BrowserContext, page: Page, rounds: number): Promise<Figure[]> {
  const times = { cold: [] as number[], warm: [] as number[], next: [] as number[], explanation: [] as number[] }
  const session = await window.newCDPSession(page)
  const homeIsThere = () => page.locator('#main-content h2').first().waitFor()
  for (let round = 0; round < rounds; round += 1) {
    await session.send('Network.clearBrowserCache')
    times.cold.push(await timed(() => Promise.all([page.goto('/', { waitUntil: 'commit' }), homeIsThere()])))
    await page.goto('/employees')
    await page.locator('tbody tr').first().waitFor()
    times.warm.push(await timed(() => Promise.all([page.goto('/', { waitUntil: 'commit' }), homeIsThere()])))

    await page.goto('/employees')
    await page.locator('tbody tr').first().waitFor()
    const first = await page.locator('tbody tr').first().textContent()
    const next = page.locator('.MuiPagination-root li:last-child button, .MuiTablePagination-actions button:last-child').first()
    times.next.push(
      await timed(async () => {
        await next.click()
        await page.waitForFunction(`document.querySelector('tbody tr')?.textContent !== ${JSON.stringify(first)}`, undefined, {
          polling: 'raf',
        })
      }),
    )

    await page.goto('/appraisals')
    await page.locator('tbody tr').first().waitFor()
    await page.locator('tbody tr').first().click()
    await page.locator('[role=tree], [role=treegrid], section table').first().waitFor()
    await page.goBack()
    await page.locator('tbody tr').nth(1).waitFor()
    times.explanation.push(
      await timed(async () => {
        await page.locator('tbody tr').nth(1).click()
        await page.locator('[role=tree], [role=treegrid], section table').first().waitFor()
      }),
    )
  }
  return [
    { name: 'home, nothing kept by the browser', value: median(times.cold) / 1_000, unit: 's', target: most(1.5, 1) },
    { name: 'home, a second time', value: median(times.warm) / 1_000, unit: 's', target: most(0.5, 0.3) },
    { name: 'next page of a list', value: median(times.next), unit: 'ms', target: most(200, 100) },
    { name: 'explanation of an appraisal', value: median(times.explanation), unit: 'ms', target: most(300, 150) },
  ]
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}
