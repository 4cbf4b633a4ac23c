import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { surveyPageWords as words } from '../../server/public/survey-words.ts'
import { questionRows } from '../../server/surveys/commands/surveys.ts'
import { writeCounted } from '../../server/surveys/commands/write-answers.ts'
import { hashCode } from '../../server/surveys/rules/ticket-code.ts'
import { unsurCodes } from '../../server/surveys/rules/unsur.ts'
import { describeInCity } from './describe-in-city.ts'
import { phone } from './visit.ts'

const tickets = ['ABCDE1234FGHJ', 'ABCDE1234FGHK'] as const

describeInCity('a survey on the phone of a citizen', (stage) => {
  let surveyId: string

  beforeAll(async () => {
    surveyId = await prepare()
  }, 180_000)

  /** A running survey of the clinic in which the demo employee works, with nine answers counted and two tickets left. */
  async function prepare(): Promise<string> {
    const { prisma } = stage.city.database
    const { employee } = await prisma.user.findUniqueOrThrow({ where: { username: 'pegawai' }, include: { employee: true } })
    const { id: indicatorId } = await prisma.indicator.findUniqueOrThrow({ where: { code: 'HLT-02' } })
    const today = new Date(new Date().toISOString().slice(0, 10))
    const period = await prisma.period.findFirstOrThrow({
      where: { kind: 'QUARTER', startsOn: { lte: today }, endsOn: { gte: today } },
    })
    const place = { unitId: employee?.unitId ?? '', periodId: period.id }
    await prisma.survey.deleteMany({ where: { ...place, state: 'RANCANGAN' } })
    const { id } = await prisma.survey.create({
      data: {
        ...{ ...place, indicatorId, title: 'Survei uji', state: 'AKTIF', opensOn: period.startsOn, closesOn: period.endsOn },
        questions: { create: questionRows({ unsur: unsurCodes }) },
      },
    })
    await prisma.surveyTicket.createMany({
      data: tickets.map((code) => ({ codeHash: hashCode(code), surveyId: id, isUsed: false })),
    })
    const answers = Array.from(
      { length: 9 },
      () => ({ scores: unsurCodes.map(() => 3), mode: 'MANDIRI', source: 'PAPER', isBurst: false }) as const,
    )
    await prisma.$transaction((tx) => writeCounted(tx, id, { answers, comments: [], findings: [] }))
    return id
  }

  async function citizen(javaScriptEnabled: boolean): Promise<Page> {
    const context = await stage.browser.newContext({ baseURL: stage.server.url, viewport: phone, javaScriptEnabled })
    context.setDefaultTimeout(40_000)
    return context.newPage()
  }

  const answerAll = async (page: Page) => {
    for (const code of unsurCodes) await page.locator(`input[name=${code}][value="4"]`).check()
  }
  const waiting = () => stage.city.database.prisma.surveyIntake.count({ where: { surveyId } })

  test('a citizen answers without JavaScript; another one while the line is down, and it arrives once', async () => {
    const plain = await citizen(false)
    await plain.goto(`/s/${tickets[0]}`)
    await answerAll(plain)
    await plain.getByLabel(words.assisted.id).check()
    await plain.getByRole('button', { name: words.send.id }).click()
    await plain.getByText(words.thanks.id).waitFor()
    await plain.goto(`/s/${tickets[0]}`)
    await plain.getByText(words.already.id).waitFor()

    const street = await citizen(true)
    await street.goto(`/s/${tickets[1]}`)
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    await street.evaluate(axe)
    const { violations } = await street.evaluate<AxeResults>('axe.run()')
    expect(violations.map(({ id }) => id)).toEqual([])
    await answerAll(street)
    await street.context().setOffline(true)
    await street.getByRole('button', { name: words.send.id }).click()
    await street.getByText(words.kept.id).waitFor()
    expect(await waiting()).toBe(1)
    await street.context().setOffline(false)
    await street.getByText(words.thanks.id).waitFor()
    expect(await waiting()).toBe(2)
    expect(await street.evaluate('localStorage.length')).toBe(0)
  }, 120_000)
})
