import { join } from 'node:path'
import { openDemoCity } from './demo-city.ts'

// Makes docs/console.png: an opened explanation in the invented city. Run it with `node test/browser/screenshot.ts`.
const { database, url, browser, close } = await openDemoCity()
try {
  // These need the generated client, which exists only now.
  const [{ openPage, openToEvidence, sayIn, signIn, wide }, { encodeId }] = await Promise.all([
    import('./visit.ts'),
    import('../../server/list.ts'),
  ])
  const page = await openPage(browser, url, wide)
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
  await close()
}

/** A nurse's year whose results lie above, within and below expectation: one page shows all three. */
async function chooseAppraisal(): Promise<string> {
  const at = (level: 'DI_ATAS' | 'DI_BAWAH') => ({ rhkResults: { some: { ikiResults: { some: { level } } } } })
  const { id } = await database.prisma.appraisal.findFirstOrThrow({
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
