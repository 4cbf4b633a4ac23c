import type { SurveyState } from '../generated/prisma/client.ts'
import type { Actor } from '../identity/policy.ts'
import { issueEdition } from '../publication/commands.ts'
import { mayIssue } from '../publication/policy.ts'
import { draftEdition } from '../publication/queries.ts'
import { editionHash } from '../publication/rules/edition.ts'
import { surveyKeys } from '../quarter-keys.ts'
import { closeSurvey } from '../surveys/commands/closing.ts'
import { publishSurvey, questionRows } from '../surveys/commands/surveys.ts'
import { type NewAnswer, writeCounted } from '../surveys/commands/write-answers.ts'
import { unsurCodes } from '../surveys/rules/unsur.ts'
import { executeWithin, type Transaction } from '../transact.ts'
import { addDays, type Calendar } from './calendar.ts'
import type { Random } from './random.ts'

const comments = [
  'Petugas ramah dan menjelaskan dengan sabar.',
  'Antrean pagi terlalu lama, mohon loket ditambah.',
  'Syaratnya sebaiknya dipasang di depan, bukan di dalam.',
  'Ruang tunggu panas dan kursinya kurang.',
  'Cepat, kurang dari setengah jam sudah selesai.',
  'Tolong hubungi saya di •••, berkas saya belum kembali.',
] as const

/** Surveys of the last period that was published, of the one that runs, and a draft; in the order of the service units. */
const plan: readonly SurveyState[] = [
  ...Array.from({ length: 7 }, () => 'DIPUBLIKASI' as const),
  ...(['DITUTUP', 'DITUTUP', 'AKTIF', 'AKTIF', 'AKTIF', 'RANCANGAN'] as const),
]

type Actors = { readonly timkinerja: Actor }

/** Surveys in every state with their answers and what follows from them, and the edition of public figures of a past quarter. */
export async function writeSurveys(tx: Transaction, random: Random, { now, today, lastYear }: Calendar, { timkinerja }: Actors) {
  const units = await tx.unit.findMany({
    where: { isServiceUnit: true, closedOn: null, type: { not: 'SEKOLAH' } },
    orderBy: { code: 'asc' },
    take: plan.length,
    select: { id: true, employees: { orderBy: { nip: 'asc' }, take: 1, select: { id: true } } },
  })
  const past = await tx.period.findUniqueOrThrow({ where: { key: `${lastYear}-TW4` } })
  const running = await tx.period.findFirstOrThrow({
    where: { kind: 'QUARTER', startsOn: { lte: today }, endsOn: { gte: today } },
  })
  const caller = { actor: timkinerja, now }
  for (const [index, unit] of units.entries()) {
    const state = plan[index] ?? 'RANCANGAN'
    const isPast = state === 'DITUTUP' || state === 'DIPUBLIKASI'
    const period = isPast ? past : running
    const { id } = await tx.survey.create({
      data: {
        ...{ unitId: unit.id, periodId: period.id, title: 'Survei Kepuasan Masyarakat', population: random.int(300, 4_000) },
        ...{ opensOn: period.startsOn, closesOn: period.endsOn, createdById: timkinerja.id, createdAt: now },
        state: state === 'RANCANGAN' ? 'RANCANGAN' : 'AKTIF',
        questions: { create: questionRows({ unsur: unsurCodes }).map((row) => ({ ...row, id: random.id() })) },
        id: random.id(),
      },
      select: { id: true },
    })
    if (state === 'RANCANGAN') continue
    // One clinic had too few visitors for a public figure.
    const answers = answersOf(random, index === 8 ? 7 : random.int(60, 180))
    const said = Array.from({ length: Math.min(6, answers.length) }, () => random.pick(comments))
    await writeCounted(tx, id, { answers, comments: said, findings: [] })
    if (!isPast) continue
    await executeWithin(tx, closeSurvey(surveyKeys()), { id, revision: 0 }, caller)
    if (state === 'DIPUBLIKASI') await executeWithin(tx, publishSurvey, { id, revision: 1 }, caller)
    const [owner] = unit.employees
    if (!owner) continue
    const isDone = index % 2 === 0
    await tx.surveyFollowUp.create({
      data: {
        ...{ id: random.id(), surveyId: id, code: 'U3', ownerId: owner.id, createdById: timkinerja.id, createdAt: now },
        ...{ action: 'Menambah satu loket pada jam sibuk pagi.', dueOn: addDays(today, isDone ? -20 : 40) },
        ...(isDone ? { doneOn: addDays(today, -30), outcome: 'Loket ketiga dibuka pukul 07.30 sampai 10.00.' } : {}),
      },
    })
  }
  if (mayIssue(timkinerja, { endsOn: past.endsOn, hasEdition: false }, today) !== true) return
  const edition = await draftEdition(tx, past.key)
  if (edition) {
    await executeWithin(tx, issueEdition, { periodKey: past.key, contentHash: editionHash(edition) }, caller)
  }
}

function answersOf(random: Random, count: number): NewAnswer[] {
  const level = 3.05 + random.next() * 0.4
  const leanings = unsurCodes.map(() => random.normal() * 0.15)
  return Array.from({ length: count }, () => ({
    scores: leanings.map((leaning) =>
      random.chance(0.03) ? 0 : Math.max(1, Math.min(4, Math.round(level + leaning + random.normal() * 0.6))),
    ),
    mode: random.chance(0.15) ? ('DIBANTU' as const) : ('MANDIRI' as const),
    source: random.chance(0.2) ? ('PAPER' as const) : ('ONLINE' as const),
    isBurst: false,
  }))
}
