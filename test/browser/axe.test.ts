import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signInMessages } from '../../admin/identity/sign-in-messages.ts'
import { encodeId } from '../../server/list.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { openChromium } from './chromium.ts'
import { serveCity } from './city.ts'
import { describeInBrowser } from './describe-in-browser.ts'
import { openPage, phone, signIn, wide } from './visit.ts'

const rules: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations', 'passes'],
}

const lists = [
  'appraisals',
  'periods',
  'indicators',
  'employees',
  'units',
  'data-issues',
  'imports',
  'audit-events',
  'users',
  'tokens',
]
const pages = ['dashboards', 'imports/create', 'settings', 'account']

describeInBrowser('accessibility of the console', (executablePath) => {
  let city: TestDatabase
  let server: Awaited<ReturnType<typeof serveCity>>
  let browser: Browser
  let axe: string

  beforeAll(async () => {
    axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    city = await createTestDatabase()
    server = await serveCity(city.database)
    browser = await openChromium(executablePath)
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await city?.drop()
  })

  /** What axe objects to on the page as it stands, one line for each element. */
  async function faults(page: Page): Promise<string[]> {
    await page.evaluate(axe)
    const { violations, passes } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(rules)})`)
    const path = new URL(page.url()).pathname
    expect(passes.length, `${path}: rules that could be tried`).toBeGreaterThan(5)
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${path} ${id}: ${html.slice(0, 160)}`))
  }

  /** Goes to an address inside the console, and waits until another page stands there with all that it reads. */
  async function open(page: Page, path: string): Promise<void> {
    const title = page.getByRole('heading', { level: 1 })
    const before = (await title.textContent()) ?? ''
    await page.evaluate(`history.pushState(null, '', '/${path}'); dispatchEvent(new PopStateEvent('popstate'))`)
    await title.filter({ hasText: /\S/, hasNotText: before }).waitFor()
    await settle(page)
  }

  async function settle(page: Page): Promise<void> {
    await page.locator('.MuiSkeleton-root').first().waitFor({ state: 'detached' })
    expect(await page.locator('.MuiAlert-standardError').allTextContents(), page.url()).toEqual([])
  }

  /** Addresses of one record of each kind. */
  async function records(): Promise<string[]> {
    const { appraisal, indicator, employee, unit, user } = city.database.prisma
    const [appraised, drafted, person, office, account] = await Promise.all([
      appraisal.findFirstOrThrow({ where: { predikat: 'BAIK', isCurrent: true } }),
      indicator.findFirstOrThrow({ where: { versions: { some: { state: 'DRAFT', version: 2 } } } }),
      employee.findFirstOrThrow({ where: { appraisals: { some: {} } } }),
      unit.findFirstOrThrow({ where: { parentId: { not: null } } }),
      user.findFirstOrThrow({ where: { username: 'penilai' } }),
    ])
    return [
      `appraisals/${encodeId('Appraisal', appraised.id)}/show`,
      `indicators/${encodeId('Indicator', drafted.id)}/show?tab=what-if`,
      `indicators/${encodeId('Indicator', drafted.id)}`,
      `employees/${encodeId('Employee', person.id)}/show`,
      `units/${encodeId('Unit', office.id)}/show`,
      `users/${encodeId('User', account.id)}/show`,
    ]
  }

  test.each([
    ['wide', wide],
    ['phone', phone],
  ] as const)(
    'no page has a fault that axe knows (%s)',
    async (_name, size) => {
      const page = await openPage(browser, server.url, size)
      await page.goto('/')
      await page.getByRole('button', { name: signInMessages.id.submit, exact: true }).waitFor()
      const found = await faults(page)
      await signIn(page, 'admin')
      await settle(page)
      found.push(...(await faults(page)))
      for (const path of [...lists, ...pages, ...(await records())]) {
        await open(page, path)
        found.push(...(await faults(page)))
      }
      expect(found).toEqual([])
      await page.context().close()
    },
    240_000,
  )
})
