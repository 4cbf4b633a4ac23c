import { createHash } from 'node:crypto'
import type { BehaviourValue, FeedbackGroup, Prisma } from '../generated/prisma/client.ts'
import { quarterKey } from '../planning/rules/feedback.ts'
import type { Transaction } from '../transact.ts'
import { addDays, atHour, type Calendar, day, earlier } from './calendar.ts'
import type { Random } from './random.ts'
import { dialogueTexts, feedbackTexts } from './tables/planning.ts'

/**
 * What people did with their plans beside writing them: results handed down, steps with their days, appendices, dialogues, feedback and a template.
 * Needs the plans of both years.
 */
export async function writePlanning(tx: Transaction, random: Random, calendar: Calendar): Promise<void> {
  await linkResults(tx, calendar)
  await dateSteps(tx, calendar)
  const plans = await tx.skp.findMany({
    where: { period: { year: calendar.thisYear, kind: 'ANNUAL' }, system: 'LOKAL' },
    select: { id: true, state: true, startsOn: true, employeeId: true, penilaiId: true, employee: { select: { nip: true } } },
    orderBy: { employee: { nip: 'asc' } },
  })
  await tx.skpAppendix.createMany({ data: plans.flatMap(({ id }) => appendicesOf(id, random)) })
  await tx.dialogue.createMany({ data: plans.flatMap((plan) => dialoguesOf(plan, random, calendar)) })
  await tx.feedback.createMany({ data: plans.flatMap((plan) => leadersFeedback(plan, random, calendar)) })
  await writeUnnamed(tx, plans, random, calendar)
  await writeTemplate(tx, random, calendar)
}

type Planned = {
  readonly id: string
  readonly state: string
  readonly startsOn: Date
  readonly employeeId: string
  readonly penilaiId: string | null
}

/** Results serve the one of the penilai that they name; what names another source serves an assignment letter. */
async function linkResults(tx: Transaction, { thisYear, now }: Calendar): Promise<void> {
  await tx.$executeRaw`
    UPDATE rhk r SET serves_rhk_id = up.id, cascade = 'DIRECT'
    FROM skp s JOIN period p ON p.id = s.period_id AND p.year = ${thisYear}
    JOIN skp b ON b.employee_id = s.penilai_id AND b.period_id = s.period_id
    JOIN rhk up ON up.skp_id = b.id
    WHERE r.skp_id = s.id AND s.system = 'LOKAL' AND up.title = r.intervention_of`
  await tx.$executeRaw`
    UPDATE rhk r SET assignment_letter = 'Surat tugas 800/' || (100 + r.number) || '/' || ${String(thisYear)}
    FROM skp s JOIN period p ON p.id = s.period_id AND p.year = ${thisYear}
    WHERE r.skp_id = s.id AND s.system = 'LOKAL' AND s.state NOT IN ('DRAFT', 'DIKEMBALIKAN') AND r.kind = 'UTAMA' AND r.serves_rhk_id IS NULL`
  await tx.$executeRaw`
    UPDATE skp s SET predecessor_id = old.id, updated_at = ${now}
    FROM period p, skp old JOIN period q ON q.id = old.period_id
    WHERE p.id = s.period_id AND p.year = ${thisYear} AND q.year = ${thisYear} - 1 AND q.kind = 'ANNUAL' AND old.employee_id = s.employee_id
      AND NOT EXISTS (SELECT FROM skp later WHERE later.employee_id = old.employee_id AND later.period_id = old.period_id AND later.sequence > old.sequence)`
}

/** Days and reasons of the steps that led to each state. */
async function dateSteps(tx: Transaction, { thisYear, now, today }: Calendar): Promise<void> {
  const [submitted, set] = [earlier(atHour(day(thisYear, 1, 9), 3), now), earlier(atHour(day(thisYear, 1, 20), 3), now)]
  const ofYear = (year: number): Prisma.SkpWhereInput => ({ period: { year, kind: 'ANNUAL' }, system: 'LOKAL' })
  const all = ofYear(thisYear)
  await tx.skp.updateMany({ where: { ...all, state: { not: 'DRAFT' } }, data: { updatedAt: now, submittedAt: submitted } })
  await tx.skp.updateMany({
    where: { ...all, state: { in: ['DITETAPKAN', 'BERJALAN', 'REVISI'] } },
    data: { updatedAt: now, setAt: set },
  })
  await tx.skp.updateMany({
    where: { ...all, state: 'DIKEMBALIKAN' },
    data: { updatedAt: now, standingReason: 'Target belum mengacu pada capaian tahun lalu; lengkapi alasannya.' },
  })
  await tx.skp.updateMany({
    where: { ...all, state: 'REVISI' },
    data: { updatedAt: now, standingReason: 'Anggaran kegiatan berubah setelah pergeseran APBD.' },
  })
  await tx.skp.updateMany({
    where: { ...all, state: 'DRAFT' },
    data: { updatedAt: now, isTimSet: today >= day(thisYear, 1, 15) },
  })
  const closed = earlier(atHour(day(thisYear, 1, 1), 1), now)
  await tx.skp.updateMany({
    where: { ...ofYear(thisYear - 1), state: 'DITUTUP' },
    data: { updatedAt: now, closeReason: 'PERIOD_END', closedAt: closed },
  })
  await tx.skp.updateMany({
    where: { ...ofYear(thisYear - 1), state: 'DITUTUP', endsOn: { lt: day(thisYear - 1, 12, 31) } },
    data: { updatedAt: now, closeReason: 'TRANSFER' },
  })
}

const appendixTexts = {
  DUKUNGAN_SUMBER_DAYA: 'Anggaran dan sarana sesuai dokumen pelaksanaan anggaran unit.',
  SKEMA_PERTANGGUNGJAWABAN: 'Laporan bulanan kepada penilai dan dialog kinerja setiap triwulan.',
  KONSEKUENSI: 'Hasil menjadi dasar pengembangan kompetensi dan tindak lanjut penilaian.',
} as const

function appendicesOf(skpId: string, random: Random): Prisma.SkpAppendixCreateManyInput[] {
  const kinds = Object.keys(appendixTexts) as (keyof typeof appendixTexts)[]
  return kinds.map((kind) => ({ id: random.id(), skpId, kind, text: appendixTexts[kind] }))
}

/** Most running plans were talked about at the beginning, fewer in each quarter since; some wait for the other side. */
function dialoguesOf(plan: Planned, random: Random, { today, thisYear }: Calendar): Prisma.DialogueCreateManyInput[] {
  if (plan.penilaiId === null || (plan.state !== 'BERJALAN' && plan.state !== 'REVISI')) return []
  const wanted = [
    ['PERENCANAAN', day(thisYear, 1, random.int(5, 25)), 0.9],
    ...[1, 2, 3, 4].map((quarter) => ['TRIWULAN', day(thisYear, quarter * 3, random.int(5, 25)), 0.7] as const),
  ] as const
  return wanted.flatMap(([stage, heldOn, share]) => {
    if (heldOn >= today || !random.chance(share)) return []
    const { clarified, agreements, support } = random.pick(dialogueTexts)
    const createdAt = atHour(heldOn, 4)
    const confirmedAt = random.chance(0.85) ? atHour(heldOn, 8) : null
    return [
      {
        ...{ id: random.id(), skpId: plan.id, stage, heldOn, clarified, agreements, support },
        ...{ recordedById: random.chance(0.7) ? plan.penilaiId : plan.employeeId, confirmedAt, createdAt },
      },
    ]
  })
}

const values = ['BP', 'AK', 'KO', 'HA', 'LO', 'AD', 'KL'] as const satisfies readonly BehaviourValue[]

function content(random: Random, calendar: Calendar) {
  const spread = Math.max(1, Math.round((calendar.today.getTime() - day(calendar.thisYear, 1, 2).getTime()) / 86_400_000))
  const givenOn = addDays(calendar.today, -random.int(1, spread))
  const tone = random.chance(0.75) ? ('POSITIF' as const) : ('NEGATIF' as const)
  return { givenOn, periodKey: quarterKey(givenOn), tone, value: random.pick(values), text: random.pick(feedbackTexts[tone]) }
}

function leadersFeedback(plan: Planned, random: Random, calendar: Calendar): Prisma.FeedbackCreateManyInput[] {
  if (plan.penilaiId === null || !random.chance(0.35)) return []
  const said = content(random, calendar)
  const named = { group: 'PIMPINAN' as const, authorId: plan.penilaiId, createdAt: atHour(said.givenOn, 5) }
  return [{ id: random.id(), employeeId: plan.employeeId, ...named, ...said }]
}

/** Unnamed feedback to one person in eight: a group of three to five contributors that is shown, or of two that is held back. */
async function writeUnnamed(tx: Transaction, plans: readonly Planned[], random: Random, calendar: Calendar): Promise<void> {
  const entries: Prisma.FeedbackCreateManyInput[] = []
  const contributors: Prisma.FeedbackContributorCreateManyInput[] = []
  for (const { employeeId } of plans) {
    if (!random.chance(0.125)) continue
    const group: FeedbackGroup = random.pick(['REKAN', 'BAWAHAN'])
    const count = random.int(2, 5)
    const { periodKey, givenOn } = content(random, calendar)
    for (let number = 0; number < count; number += 1) {
      const secret = createHash('sha256').update(random.id())
      const said = { ...content(random, calendar), periodKey, givenOn }
      entries.push({ id: random.id(), employeeId, group, receiptHash: secret.copy().digest('hex'), isShown: count >= 3, ...said })
      contributors.push({ employeeId, periodKey, group, tag: secret.digest('base64url') })
    }
  }
  await tx.feedback.createMany({ data: entries })
  await tx.feedbackContributor.createMany({ data: contributors })
}

/** One template, made of the plan of somebody who has one in force. */
async function writeTemplate(tx: Transaction, random: Random, { now, thisYear }: Calendar): Promise<void> {
  const model = await tx.skp.findFirst({
    where: {
      period: { year: thisYear, kind: 'ANNUAL' },
      state: 'BERJALAN',
      system: 'LOKAL',
      positionTitle: { startsWith: 'Perawat' },
    },
    orderBy: { employee: { nip: 'asc' } },
    select: {
      rhks: {
        orderBy: { number: 'asc' },
        select: {
          ...{ number: true, title: true, kind: true, weight: true },
          ikis: {
            orderBy: { number: 'asc' },
            select: {
              number: true,
              weight: true,
              target: true,
              targetMin: true,
              targetMax: true,
              indicatorVersion: { select: { indicatorId: true } },
            },
          },
        },
      },
    },
  })
  if (!model) return
  const templateId = random.id()
  await tx.skpTemplate.create({
    data: { id: templateId, name: 'Perawat puskesmas', family: 'PERAWAT', approach: 'KUANTITATIF', createdAt: now },
  })
  for (const { ikis, ...rhk } of model.rhks) {
    const rhkId = random.id()
    await tx.templateRhk.create({ data: { id: rhkId, templateId, ...rhk } })
    await tx.templateIki.createMany({
      data: ikis.map(({ indicatorVersion, ...iki }) => ({
        id: random.id(),
        rhkId,
        indicatorId: indicatorVersion.indicatorId,
        ...iki,
      })),
    })
  }
}
