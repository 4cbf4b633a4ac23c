import type { ObjectionState } from '../generated/prisma/client.ts'
import { anonymous } from '../identity/policy.ts'
import { keepStandings } from '../moderation/commands/standings.ts'
import { decideObjection } from '../objections/commands/decide.ts'
import { executeWithin, type Transaction } from '../transact.ts'
import { addDays, atHour, type Calendar, day } from './calendar.ts'
import type { Random } from './random.ts'
import { lastQuarter } from './standing.ts'

const grounds = [
  'Dua laporan triwulan ketiga yang sudah saya kirim tidak ikut dihitung pada hasil kerja saya.',
  'Penyebut layanan memuat hari ketika loket ditutup atas perintah dinas, sehingga capaian saya turun.',
  'Penilaian perilaku saya tidak sesuai dengan catatan dialog kinerja yang kami sepakati.',
] as const

const statements = {
  penilai: 'Angka itu diambil dari sistem sumber; laporan yang dimaksud masuk sesudah batas waktunya.',
  employee: 'Tanda terima laporan saya lampirkan; tanggalnya sebelum batas waktu pengiriman.',
} as const

/** States of objections whose appraisal is being examined, in turn. */
const examined: readonly ObjectionState[] = ['SIAP_DIPUTUS', 'KLARIFIKASI_PENILAI', 'SIAP_DIPUTUS', 'DITERIMA']

/**
 * The objections behind last year's disputed results: new ones, ones being examined, one refused and one granted. Those of last year are all past the
 * day of their decision by now, as a desk that fell behind would look.
 */
export async function writeObjections(tx: Transaction, random: Random, { lastYear, now }: Calendar): Promise<void> {
  const disputed = await tx.appraisal.findMany({
    where: { state: { in: ['KEBERATAN', 'PEMERIKSAAN'] }, isCurrent: true, period: { key: String(lastYear) } },
    orderBy: [{ state: 'desc' }, { employee: { nip: 'asc' } }],
    select: {
      id: true,
      state: true,
      deliveredAt: true,
      isMisconduct: true,
      resultRating: true,
      behaviourRating: true,
      penilai: { select: { superiorId: true } },
    },
  })
  const rows = disputed.map((appraisal, index) => {
    const filedAt = appraisal.deliveredAt ?? now
    const state: ObjectionState = appraisal.state === 'KEBERATAN' ? 'DIAJUKAN' : (examined[index % examined.length] ?? 'DITERIMA')
    const spoken = state === 'SIAP_DIPUTUS' || state === 'KLARIFIKASI_PENILAI'
    return {
      id: random.id(),
      appraisalId: appraisal.id,
      state,
      reasons: grounds[index % grounds.length] ?? grounds[0],
      filedAt,
      deciderId: appraisal.penilai?.superiorId ?? null,
      dueAt: addDays(filedAt, 14),
      hearUntil: state === 'DIAJUKAN' ? null : addDays(filedAt, 7),
      penilaiStatement: spoken ? statements.penilai : null,
      employeeStatement: state === 'SIAP_DIPUTUS' ? statements.employee : null,
    }
  })
  await tx.objection.createMany({ data: rows })
  const ready = rows.filter(({ state, deciderId }) => state === 'SIAP_DIPUTUS' && deciderId !== null)
  const [refused, granted] = [ready[0], ready[1]]
  const reason = 'Kedua pihak sudah didengar dan tanda terima laporan sudah dicocokkan dengan sistem sumber.'
  // Nobody but the superior of the penilai decides, here as everywhere.
  const as = (employeeId: string | null) => ({
    actor: { ...anonymous, kind: 'USER' as const, label: 'tera seed', employeeId },
    now,
  })
  if (refused) {
    await executeWithin(tx, decideObjection, { id: refused.id, revision: 0, decision: 'DITOLAK', reason }, as(refused.deciderId))
  }
  const standing = granted && disputed.find(({ id }) => id === granted.appraisalId)
  if (granted && standing?.behaviourRating && standing.resultRating !== 'DI_ATAS' && !standing.isMisconduct) {
    const result = standing.resultRating === 'DI_BAWAH' ? 'SESUAI' : 'DI_ATAS'
    const ruling = { decision: 'DIKABULKAN', reason, result, behaviour: standing.behaviourRating } as const
    await executeWithin(tx, decideObjection, { id: granted.id, revision: 0, ...ruling }, as(granted.deciderId))
  }
}

/** Organisation predikat of last year for the offices, and a calibration session on the quarter in hand with its proposals. */
export async function writeModeration(tx: Transaction, random: Random, calendar: Calendar): Promise<void> {
  const { lastYear, now } = calendar
  const inHand = lastQuarter(calendar) ?? String(lastYear)
  const [year, quarter] = await Promise.all(
    [String(lastYear), inHand].map((key) => tx.period.findUniqueOrThrow({ where: { key }, select: { id: true, key: true } })),
  )
  if (!year || !quarter) return
  const offices = await tx.unit.findMany({
    where: { type: { in: ['DINAS', 'BADAN', 'KECAMATAN', 'INSPEKTORAT', 'SETDA'] } },
    orderBy: { code: 'asc' },
    select: { id: true, name: true },
  })
  const setAt = atHour(day(lastYear + 1, 1, 20), 2)
  await tx.orgPredikatDecision.createMany({
    data: offices.map(({ id }, index) => ({
      id: random.id(),
      unitId: id,
      periodId: year.id,
      predikat: index % 7 === 3 ? 'ISTIMEWA' : index % 9 === 5 ? 'BUTUH_PERBAIKAN' : 'BAIK',
      basis: 'Capaian perjanjian kinerja tahun ini, dibahas bersama perencanaan, kepegawaian, dan inspektorat.',
      setAt,
    })),
  })
  const office = offices.find(({ name }) => name.includes('Kesehatan')) ?? offices[0]
  if (!office) return
  const members = await tx.employee.findMany({
    where: { subordinates: { some: {} }, unit: { ancestors: { some: { ancestorId: office.id } } } },
    orderBy: { nip: 'asc' },
    take: 4,
    select: { id: true },
  })
  const rated = await tx.appraisal.findMany({
    where: {
      periodId: quarter.id,
      isCurrent: true,
      state: { in: ['DINILAI', 'MODERASI'] },
      unit: { ancestors: { some: { ancestorId: office.id } } },
      employeeId: { notIn: members.map(({ id }) => id) },
      resultRating: 'SESUAI',
      behaviourRating: { not: null },
    },
    orderBy: { employee: { nip: 'asc' } },
    take: 3,
    select: { id: true, predikat: true, behaviourRating: true },
  })
  // The session looks at what is in moderation: a share of what was rated in the office waits there.
  const moderated = await tx.appraisal.findMany({
    where: { periodId: quarter.id, isCurrent: true, state: 'DINILAI', unit: { ancestors: { some: { ancestorId: office.id } } } },
    orderBy: { employee: { nip: 'asc' } },
    select: { id: true },
  })
  const waiting = new Set([
    ...rated.map(({ id }) => id),
    ...moderated.filter((_row, index) => index % 3 !== 0).map(({ id }) => id),
  ])
  await tx.appraisal.updateMany({ where: { id: { in: [...waiting] }, state: 'DINILAI' }, data: { state: 'MODERASI' } })
  const sessionId = random.id()
  const scheduledAt = addDays(now, -2)
  await tx.calibrationSession.create({
    data: {
      id: sessionId,
      unitId: office.id,
      periodId: quarter.id,
      title: `Kalibrasi ${office.name} ${quarter.key}`,
      agenda: 'Membandingkan nilai antarpuskesmas, memeriksa penilai yang jauh dari rata-rata, dan menyepakati perbaikan.',
      scheduledAt,
      quorum: Math.min(3, members.length),
      state: 'BERLANGSUNG',
      openedAt: scheduledAt,
    },
    select: { id: true },
  })
  await keepStandings(tx, sessionId)
  await raiseOne(
    tx,
    random,
    { sessionId, unitId: office.id, periodId: quarter.id, apart: [...rated, ...members].map(({ id }) => id) },
    scheduledAt,
  )
  await tx.calibrationMember.createMany({
    data: members.map(({ id }, index) => ({ sessionId, employeeId: id, isChair: index === 0, presentAt: scheduledAt })),
  })
  await tx.calibrationProposal.createMany({
    data: rated.flatMap(({ id, predikat, behaviourRating }, index) =>
      behaviourRating === null
        ? []
        : [
            {
              id: random.id(),
              sessionId,
              appraisalId: id,
              state: index === 0 ? ('DITOLAK' as const) : ('DIUSULKAN' as const),
              fromPredikat: predikat,
              resultRating: 'DI_ATAS' as const,
              behaviourRating,
              reason: 'Beban kunjungan puskesmas ini tertinggi di kota, sementara waktu tunggunya tetap di bawah satu jam.',
              decisionReason: index === 0 ? 'Angka kunjungan sudah dihitung dalam capaian indikatornya.' : null,
              decidedAt: index === 0 ? scheduledAt : null,
            },
          ],
    ),
  })
}

/** One proposal that the session agreed on already, and whose penilai has rated again since: somebody stands better than when it began. */
async function raiseOne(
  tx: Transaction,
  random: Random,
  { sessionId, unitId, periodId, apart }: { sessionId: string; unitId: string; periodId: string; apart: readonly string[] },
  at: Date,
): Promise<void> {
  const raised = await tx.appraisal.findFirst({
    where: {
      ...{
        periodId,
        isCurrent: true,
        state: 'MODERASI',
        predikat: 'BAIK',
        id: { notIn: [...apart] },
        employeeId: { notIn: [...apart] },
      },
      unit: { ancestors: { some: { ancestorId: unitId } } },
    },
    orderBy: { employee: { nip: 'asc' } },
    select: { id: true, resultRating: true, behaviourRating: true },
  })
  if (!raised?.resultRating || !raised.behaviourRating) return
  const { id: appraisalId, resultRating, behaviourRating } = raised
  await tx.calibrationStanding.update({
    where: { sessionId_appraisalId: { sessionId, appraisalId } },
    data: { before: 'BUTUH_PERBAIKAN' },
  })
  await tx.calibrationProposal.create({
    data: {
      ...{
        id: random.id(),
        sessionId,
        appraisalId,
        resultRating,
        behaviourRating,
        state: 'DISEPAKATI',
        fromPredikat: 'BUTUH_PERBAIKAN',
      },
      reason: 'Dua bulan tanpa dokter pengganti tidak dapat dipersalahkan kepada petugasnya; rekam kunjungan terlampir.',
      decisionReason: 'Sidang menerima bukti penugasan dan mengembalikan nilai kepada penilainya.',
      decidedAt: at,
    },
  })
}
