import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { openDemoCity } from './demo-city.ts'

// Makes the sheets in docs/console: every page of the console in both languages and themes, wide and on a phone, from the invented city.
// Run it with `node test/browser/contact-sheet.ts`; `--keep FOLDER` also keeps the single pictures, `--only TEXT` takes some of the pages.
const { values } = parseArgs({ options: { keep: { type: 'string' }, only: { type: 'string', default: '' } } })

const root = join(import.meta.dirname, '../..')
const home = join(root, 'docs/console')

// The areas name Apollo's `gql`, of which Node finds no export; the built console has this in its place as well.
const gql = pathToFileURL(join(root, 'admin/frame/data/gql.ts')).href
registerHooks({ resolve: (name, context, next) => next(name === '@apollo/client' ? gql : name, context) })

type Picture = { name: string; bytes: Buffer }

const sizes = {
  wide: { view: { width: 1440, height: 900 }, columns: 3, width: 470 },
  phone: { view: { width: 390, height: 844 }, columns: 8, width: 170 },
} as const
const languages = ['id', 'en'] as const
const themes = ['light', 'dark'] as const

/** Quality of a sheet out of 100: small print is just readable, and all sheets together stay under 4 MB. */
const quality = 42

const { database, url, browser, close } = await openDemoCity()
try {
  const [{ routesOf }, visit] = await Promise.all([import('./routes.ts'), import('./visit.ts')])
  const routes = (await routesOf(database)).filter(({ name }) => name.includes(values.only))
  if (values.keep) mkdirSync(values.keep, { recursive: true })
  const sheets = new Map<string, Picture[]>()

  const take = async (page: Page, sheet: string, name: string) => {
    const bytes = await page.screenshot({ type: 'jpeg', quality: 80 })
    sheets.set(sheet, [...(sheets.get(sheet) ?? []), { name, bytes }])
    if (values.keep) writeFileSync(join(values.keep, `${name.replaceAll(/[^a-z-]+/g, '_')}.${sheet}.jpg`), bytes)
  }

  for (const [size, { view }] of Object.entries(sizes)) {
    for (const language of languages) {
      const page = await visit.openPage(browser, url, view)
      await page.goto('/')
      await page.evaluate(`localStorage.setItem('RaStoretera.locale', '"${language}"')`)
      for (const theme of themes) {
        await page.emulateMedia({ colorScheme: theme })
        await page.reload()
        await page.locator('form').waitFor()
        await take(page, `${size}-${language}-${theme}`, 'sign-in')
      }
      await visit.signIn(page, 'admin', language)
      await visit.stopMotion(page)
      for (const { name, path } of routes) {
        await visit.go(page, path)
        for (const theme of themes) {
          await visit.wear(page, theme)
          await take(page, `${size}-${language}-${theme}`, name)
        }
      }
      process.stderr.write(`${size}, ${language}: ${routes.length} pages\n`)
      await page.context().close()
    }
  }

  rmSync(home, { recursive: true, force: true })
  mkdirSync(home, { recursive: true })
  for (const [sheet, pictures] of sheets) {
    writeFileSync(join(home, `${sheet}.webp`), await layOut(pictures, sizes[sheet.startsWith('wide') ? 'wide' : 'phone']))
  }
  writeFileSync(join(home, 'README.md'), listing([...sheets.keys()], ['sign-in', ...routes.map(({ name }) => name)]))
} finally {
  await close()
}

/** The pictures with their names in a grid, as one WebP. */
async function layOut(pictures: readonly Picture[], { columns, width }: { columns: number; width: number }): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: columns * (width + 10) + 10, height: 600 } })
  const cells = pictures.map(
    ({ name, bytes }) =>
      `<figure><img src="data:image/jpeg;base64,${bytes.toString('base64')}"><figcaption>${name}</figcaption></figure>`,
  )
  await page.setContent(
    `<style>body{margin:10px;display:grid;grid-template-columns:repeat(${columns},${width}px);gap:10px;background:#888;font:12px sans-serif}
    figure{margin:0}img{width:100%;display:block}</style>${cells.join('')}`,
  )
  await page.locator('img').evaluateAll((images) => Promise.all(images.map((image) => (image as HTMLImageElement).decode())))
  const session = await page.context().newCDPSession(page)
  const height = await page.evaluate<number>('document.documentElement.scrollHeight')
  const clip = { x: 0, y: 0, width: columns * (width + 10) + 10, height, scale: 1 }
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality, captureBeyondViewport: true, clip })
  await page.close()
  return Buffer.from(data, 'base64')
}

/** The text beside the sheets. */
function listing(sheets: readonly string[], names: readonly string[]): string {
  const title = (sheet: string) => {
    const [size, language, theme] = sheet.split('-')
    return `${size === 'wide' ? '1440 px' : 'phone, 390 px'}, ${language === 'id' ? 'Indonesian' : 'English'}, ${theme}`
  }
  return `# The console, page by page

Every page of the console as an administrator of the invented city sees it, in both languages and themes, wide and on a phone.
The list of pages comes from \`admin/areas.ts\`; \`node test/browser/contact-sheet.ts\` takes all pictures again.

| sheet | |
| --- | --- |
${sheets.map((sheet) => `| ${title(sheet)} | [${sheet}.webp](${sheet}.webp) |`).join('\n')}

In this order, from left to right: ${names.join(' · ')}.
`
}
