import { describe, expect, test } from 'vitest'
import { findChromium } from './chromium.ts'

/**
 * A group of tests that need a browser. Without one they do not run, and the group says so on the console; with
 * `TERA_REQUIRE_BROWSER=1` it fails instead.
 */
export function describeInBrowser(name: string, define: (executablePath: string) => void): void {
  const executablePath = findChromium(process.env)
  if (executablePath !== null) {
    describe(name, () => define(executablePath))
    return
  }
  test(`${name}: a missing Chromium is told`, () => {
    const notice = `browser tests not run: no Chromium found (${name}); install one or name it in CHROMIUM`
    expect(process.env.TERA_REQUIRE_BROWSER, notice).not.toBe('1')
    console.warn(notice)
  })
}
