import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { encodeId } from '../../server/list.ts'
import { describeInCity } from './describe-in-city.ts'
import { openAs, openPage, phone, sayIn, wide } from './visit.ts'

const say = sayIn('id')

describeInCity('monitoring teams and what programmes changed', (stage) => {
  /** Chooses what an input with suggestions offers for some typed letters. */
  async function suggest(page: Page, label: string, typed: string, nth = 0): Promise<void> {
    await page
      .getByRole('combobox', { name: new RegExp(`^${label}`) })
      .nth(nth)
      .fill(typed)
    await page.getByRole('option', { name: typed }).first().click()
  }

  async function choose(page: Page, label: string, option: string): Promise<void> {
    await page.getByLabel(label).click()
    await page.getByRole('option', { name: option, exact: true }).click()
  }

  test('an administrator sets up a team, sees its conflicts before saving, and appoints it by its decree', async () => {
    const { prisma } = stage.city.database
    const head = await prisma.employee.findFirstOrThrow({
      where: { subordinates: { some: {} }, unit: { type: 'PUSKESMAS' } },
      orderBy: { nip: 'asc' },
      include: { unit: true },
    })
    const user = await prisma.user.findUniqueOrThrow({ where: { username: 'inspektur' }, include: { employee: true } })
    const page = await openPage(stage.browser, stage.server.url, wide)
    await openAs(page, 'admin', '/monitoring-teams/create')
    await page.locator('input[name=name]').fill('Tim pemantau puskesmas')
    await page.locator('textarea[name=mandate]').fill('Melihat penerapan pelatihan di puskesmas.')
    await suggest(page, say('teams.unit'), head.unit.name)
    await page.locator('input[name=decreeNumber]').fill('800/1/2026')
    await page.locator('input[name=decreeOn]').fill('2026-08-01')
    await page.locator('input[name=startsOn]').fill('2026-08-01')
    await page.locator('input[name=endsOn]').fill('2026-12-31')
    await suggest(page, say('teams.employee'), user.employee?.nip ?? '')
    await suggest(page, say('teams.employee'), head.nip, 1)
    await suggest(page, say('teams.scopeUnit'), head.unit.name)
    const conflicts = page.getByRole('region', { name: say('conflicts.title') })
    await conflicts.getByRole('alert').filter({ hasText: head.name }).first().waitFor()
    await page.getByRole('button', { name: say('teams.save'), exact: true }).click()
    await page.getByRole('heading', { level: 2, name: 'Tim pemantau puskesmas' }).waitFor()
    await page.getByRole('button', { name: say('teams.appoint'), exact: true }).click()
    const dialog = page.getByRole('dialog', { name: say('teams.appoint') })
    await dialog.getByRole('button', { name: say('teams.appoint'), exact: true }).click()
    await page.getByText(say('teams.appointed'), { exact: true }).waitFor()
    const team = await prisma.monitoringTeam.findFirstOrThrow({
      where: { name: 'Tim pemantau puskesmas' },
      include: { members: true, scopes: true },
    })
    expect(team).toMatchObject({ state: 'AKTIF', decreeNumber: '800/1/2026', scopes: [{ unitId: head.unitId }] })
    expect(team.members.map(({ employeeId }) => employeeId).sort()).toEqual([user.employeeId, head.id].sort())
    await page.context().close()
  })

  test('a member files a checkpoint on a phone without a connection, and it arrives once', async () => {
    const { prisma } = stage.city.database
    const { employeeId } = await prisma.user.findUniqueOrThrow({ where: { username: 'timpantau' } })
    const checkpoint = await prisma.checkpoint.findFirstOrThrow({
      where: { assigneeId: employeeId, state: { in: ['JATUH_TEMPO', 'TERLEWAT'] } },
      orderBy: { id: 'asc' },
    })
    const page = await openPage(stage.browser, stage.server.url, phone)
    await openAs(page, 'timpantau', `/checkpoints/${encodeId('Checkpoint', checkpoint.id)}`)
    await page.getByRole('button', { name: say('checkpoints.file'), exact: true }).click()
    const form = page.getByRole('dialog', { name: say('checkpoints.file') })
    await form.waitFor()
    await choose(page, say('checkpoints.applied'), say('applied.2'))
    await form.getByLabel(say('checklistItem.MATERI_DIPAKAI')).check()
    await choose(page, say('checkpoints.support'), say('support.3'))
    await form.getByLabel(say('checkpoints.evidence')).fill('Buku pengaduan bulan ini.')
    await choose(page, say('checkpoints.finding'), say('finding.BAIK'))
    await page.context().setOffline(true)
    await form.getByRole('button', { name: say('checkpoints.send'), exact: true }).click()
    await form.getByText(say('checkpoints.offline')).waitFor()
    const { filedAt } = await prisma.checkpoint.findUniqueOrThrow({ where: { id: checkpoint.id } })
    expect(filedAt).toBeNull()
    await page.context().setOffline(false)
    await form.waitFor({ state: 'hidden' })
    await expect
      .poll(() => prisma.checkpoint.findUniqueOrThrow({ where: { id: checkpoint.id } }))
      .toMatchObject({ state: 'DIISI', applied: 2, filedById: employeeId, checklist: ['MATERI_DIPAKAI'] })
    expect(await prisma.auditEvent.count({ where: { event: 'checkpoint.filed', entityId: checkpoint.id } })).toBe(1)
    await page.context().close()
  })

  test('a reviewer reads the answer, its figures as a table, and the design with its lock', async () => {
    const { prisma } = stage.city.database
    const evaluation = await prisma.impactEvaluation.findFirstOrThrow({
      where: { isCurrent: true, claimLevel: 'BUKTI_KUAT' },
    })
    const page = await openPage(stage.browser, stage.server.url, wide)
    await openAs(page, 'inspektur', `/impact-evaluations/${encodeId('ImpactEvaluation', evaluation.id)}/show`)
    await page.getByText(say('impact.means.BUKTI_KUAT')).waitFor()
    const course = page.getByRole('region', { name: say('impact.course'), exact: true })
    await course.getByRole('img', { name: say('impact.course') }).waitFor()
    await course.getByRole('button', { name: say('chart.asTable') }).click()
    await course.getByRole('table', { name: say('impact.course') }).waitFor()
    const design = page.getByRole('region', { name: say('impact.design') })
    await design.getByText(say('impact.locked').split('%')[0]?.trim() ?? '').waitFor()
    expect(await page.getByRole('button', { name: say('impact.publish') }).count()).toBe(0)
    await page.context().close()
  })
})
