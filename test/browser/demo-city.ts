import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { Database } from '../../server/db.ts'
import { openStorage } from '../../server/storage.ts'
import { cityDay } from '../city-day.ts'
import { findChromium, openChromium } from './chromium.ts'

/** The invented city in a folder that vanishes, served with its console, and a browser beside it. */
export type DemoCity = { readonly database: Database; readonly url: string; readonly browser: Browser; close(): Promise<void> }

/** For scripts that make pictures or measure, outside of the tests. Throws when there is no Chromium. */
export async function openDemoCity(): Promise<DemoCity> {
  const executablePath = findChromium(process.env)
  if (executablePath === null) throw new Error('No Chromium found; install one or name it in CHROMIUM.')
  const dataDir = mkdtempSync(join(tmpdir(), 'tera-demo-city-'))
  const local = { host: '127.0.0.1', port: 0, nodeEnv: 'test', origins: [], isHttps: false, proxies: 0 } as const
  const outside = { publicUrl: 'http://127.0.0.1', smtpUrl: undefined, mailFrom: 'tera@localhost' } as const
  const storage = await openStorage({ ...local, ...outside, databaseUrl: undefined, dataDir, demo: true, isDemoRefused: false })
  // It needs the generated client, which exists only now.
  const [{ serveCity }, { seedDemo }] = await Promise.all([import('./city.ts'), import('../../server/seed.ts')])
  await seedDemo(storage.database, cityDay)
  const server = await serveCity(storage.database)
  const browser = await openChromium(executablePath)
  return {
    database: storage.database,
    url: server.url,
    browser,
    close: async () => {
      await browser.close()
      await server.close()
      await storage.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
