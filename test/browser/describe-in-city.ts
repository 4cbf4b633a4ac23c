import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { Listening } from '../../server/start.ts'
import type { TestDatabase } from '../database.ts'
import { createDemoDatabase } from '../demo-database.ts'
import { openChromium } from './chromium.ts'
import { serveCity } from './city.ts'
import { describeInBrowser } from './describe-in-browser.ts'

/** What stands ready when the tests of a group begin. */
export type Stage = { readonly city: TestDatabase; readonly server: Listening; readonly browser: Browser }

/** A group of tests that need a browser and the invented city, which is served with its console for this group alone. */
export function describeInCity(name: string, define: (stage: Stage) => void): void {
  describeInBrowser(name, (executablePath) => {
    const ready: Partial<{ -readonly [Key in keyof Stage]: Stage[Key] }> = {}
    const part = <Key extends keyof Stage>(key: Key): Stage[Key] => {
      const value = ready[key]
      if (value === undefined) throw new Error(`The ${key} is not ready before the tests begin.`)
      return value as Stage[Key]
    }

    beforeAll(async () => {
      ready.city = await createDemoDatabase()
      ready.server = await serveCity(ready.city.database)
      ready.browser = await openChromium(executablePath)
    }, 180_000)

    afterAll(async () => {
      await ready.browser?.close()
      await ready.server?.close()
      await ready.city?.drop()
    })

    define({
      get city() {
        return part('city')
      },
      get server() {
        return part('server')
      },
      get browser() {
        return part('browser')
      },
    })
  })
}
