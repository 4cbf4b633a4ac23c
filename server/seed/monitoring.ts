import { designHash } from '../evaluations/rules/design.ts'
import type { CheckpointState, EvaluationDesign, FindingClass, Prisma } from '../generated/prisma/client.ts'
import { computeImpact } from '../impact/commands/compute.ts'
import { publishImpact } from '../impact/commands/publish.ts'
import { executeWithin, type Transaction } from '../transact.ts'
import type { Accounts } from './accounts.ts'
import { addDays, atHour, type Calendar } from './calendar.ts'
import type { Random } from './random.ts'

type Story = {
  readonly code: string
  readonly name: string
  readonly allocation: EvaluationDesign
  /** Gain of the trained after the programme, and their drift per month before it, in shares. */
  readonly gain: number
  readonly drift: number
  readonly published: string | null
}

/** Three programmes of half a year ago: one that shows an effect, one that shows none, one whose volunteers were on their way up already. */
const stories: readonly Story[] = [
  {
    code: 'EVP-01',
    name: 'Pelatihan penanganan pengaduan satu hari',
    allocation: 'ACAK',
    gain: 0.16,
    drift: 0,
    published:
      'Unit yang dilatih, yang dipilih dengan undian, menyelesaikan lebih banyak pengaduan dalam satu hari daripada unit pembanding. Pelatihan meningkatkan penyelesaian satu hari.',
  },
  {
    code: 'EVP-02',
    name: 'Bimbingan teknis aplikasi layanan',
    allocation: 'PADANAN',
    gain: 0,
    drift: 0,
    published: 'Perbedaan antara unit yang dilatih dan pembandingnya belum terlihat pada data enam bulan ini.',
  },
  {
    code: 'EVP-03',
    name: 'Sosialisasi budaya pelayanan ramah',
    allocation: 'SUKARELA',
    gain: 0.06,
    drift: 0.03,
    published: null,
  },
]

const months = 6
const unitsPerArm = 12

/** Of the cohort of the newest programme: what became of the look after 30 days. */
const looks: readonly {
  readonly state: CheckpointState
  readonly finding: FindingClass | null
  readonly applied: number | null
}[] = [
  { state: 'TUTUP', finding: 'BAIK', applied: 3 },
  { state: 'TUTUP', finding: 'PERLU_TINDAK', applied: 1 },
  { state: 'DIREVIU', finding: 'BAIK', applied: 2 },
  { state: 'DIREVIU', finding: 'KRITIS', applied: 0 },
  { state: 'DIISI', finding: 'PERLU_TINDAK', applied: 1 },
  { state: 'DIISI', finding: 'BAIK', applied: 3 },
  { state: 'TERLEWAT', finding: null, applied: null },
  { state: 'TERLEWAT', finding: null, applied: null },
]

/** A monitoring team at work, with looks that are done, due and overdue, a team that is only drafted, and the evaluation of three programmes. */
export async function writeMonitoring(
  tx: Transaction,
  random: Random,
  { now, today }: Calendar,
  actors: Accounts['actors'],
): Promise<void> {
  const units = await tx.unit.findMany({
    where: { closedOn: null, isServiceUnit: true },
    orderBy: { code: 'asc' },
    take: unitsPerArm * 2,
    select: { id: true },
  })
  const office = await tx.employee.findUniqueOrThrow({
    where: { id: actors.timkinerja.employeeId ?? '' },
    select: { unitId: true },
  })
  const indicator = await tx.indicator.findUnique({
    where: { code: 'CMP-01' },
    select: { id: true, code: true },
  })
  for (const [index, story] of stories.entries()) {
    const endsOn = addDays(today, -205 - index * 3)
    const programme = await tx.pembinaanProgramme.create({
      data: newProgramme(random, story.code, story.name, endsOn, office.unitId, story.allocation, indicator?.id ?? null),
      select: { id: true, startsOn: true },
    })
    await tx.impactDesign.create({ data: newDesign(random, programme, story, indicator?.id ?? null) })
    await tx.outcomePoint.createMany({
      data: units.flatMap(({ id }, at) =>
        readings(
          random,
          story,
          { programmeId: programme.id, outcome: indicator?.code ?? 'LUARAN', unitId: id },
          endsOn,
          at % 2 === 0,
        ),
      ),
    })
    const { ids } = await executeWithin(tx, computeImpact, { programmeId: programme.id }, { actor: actors.timkinerja, now })
    const [evaluationId] = ids
    if (story.published && evaluationId)
      await executeWithin(tx, publishImpact, { evaluationId, summary: story.published }, { actor: actors.admin, now })
  }
  await writeTeams(tx, random, { now, today }, actors, office.unitId)
}

function newProgramme(
  random: Random,
  code: string,
  name: string,
  endsOn: Date,
  unitId: string,
  design: EvaluationDesign,
  primaryIndicatorId: string | null,
): Prisma.PembinaanProgrammeUncheckedCreateInput {
  return {
    ...{ id: random.id(), code, name, formId: 3, provider: 'BKPSDM Kota', startsOn: addDays(endsOn, -3), endsOn },
    ...{ capacity: 40, jp: '12', state: 'SELESAI', unitId, design, primaryIndicatorId, targetGroup: 'Petugas layanan' },
  }
}

function newDesign(
  random: Random,
  { id: programmeId, startsOn }: { readonly id: string; readonly startsOn: Date },
  { allocation }: Pick<Story, 'allocation'>,
  indicatorId: string | null,
): Prisma.ImpactDesignUncheckedCreateInput {
  const content = {
    ...{ programmeId, allocation, level: 'UNIT' as const, indicatorId, secondaryIndicatorIds: [] },
    hypothesis: 'Bagian pengaduan yang selesai dalam satu hari naik sedikitnya sepuluh poin persen.',
    comparisonRule: 'Unit layanan sejenis yang belum dilatih, enam bulan sebelum dan sesudah.',
    ...{ preMonths: months, postMonths: months, minPerArm: 10 },
    ...{ plannedEffect: '0.1', plannedSd: '0.12', plannedCorrelation: '0.6', plannedPerArm: 19 },
  }
  return {
    ...{ ...content, id: random.id(), version: 1, state: 'TERDAFTAR', contentHash: designHash(content) },
    ...{ registeredAt: atHour(addDays(startsOn, -20), 3), registeredByName: 'Tim pengelola kinerja' },
  }
}

/** Complaints of a unit, month by month around a programme, and how many were settled within a day. */
function readings(
  random: Random,
  { gain, drift }: Story,
  owner: { readonly programmeId: string; readonly outcome: string; readonly unitId: string },
  endsOn: Date,
  isTrained: boolean,
): Prisma.OutcomePointCreateManyInput[] {
  const level = 0.48 + 0.05 * random.normal()
  return Array.from({ length: months * 2 }, (_v, at) => {
    const isBefore = at < months
    const share = level + (isTrained ? drift * Math.min(at, months) + (isBefore ? 0 : gain) : 0) + 0.04 * random.normal()
    const cases = random.int(18, 42)
    const month = new Date(Date.UTC(endsOn.getUTCFullYear(), endsOn.getUTCMonth() - months + 1 + at, 1))
    return {
      ...{ ...owner, id: random.id(), arm: isTrained ? ('DILATIH' as const) : ('PEMBANDING' as const), month },
      ...{ phase: isBefore ? ('PRA' as const) : ('PASCA' as const), source: 'IMPORT' as const, denominator: cases },
      numerator: Math.round(cases * Math.min(0.98, Math.max(0.02, share))),
    }
  })
}

async function writeTeams(
  tx: Transaction,
  random: Random,
  { now, today }: Pick<Calendar, 'now' | 'today'>,
  actors: Accounts['actors'],
  unitId: string,
): Promise<void> {
  // The look after 30 days is over, the one after 60 is due, the one after 90 is still to come.
  const endsOn = addDays(today, -65)
  const programme = await tx.pembinaanProgramme.create({
    data: newProgramme(random, 'EVP-04', 'Pelatihan komunikasi pelayanan publik', endsOn, unitId, 'PRA_PASCA', null),
    select: { id: true },
  })
  const demo = Object.values(actors).flatMap(({ employeeId }) => employeeId ?? [])
  const people = await tx.employee.findMany({
    where: { unit: { isServiceUnit: true }, separatedOn: null, id: { notIn: demo }, subordinates: { none: {} } },
    orderBy: { nip: 'asc' },
    take: looks.length,
    select: { id: true, superiorId: true },
  })
  const cohort = people.map(({ id: employeeId, superiorId }) => ({ id: random.id(), employeeId, superiorId }))
  await tx.participant.createMany({
    data: cohort.map(({ id, employeeId }) => ({
      ...{ id, employeeId, programmeId: programme.id, state: 'PASSED' as const, attendancePct: 100, jp: '12' },
      ...{ isVerified: true, preScore: random.int(45, 70), postScore: random.int(70, 95), completedOn: endsOn },
    })),
  })
  await tx.trainingReaction.createMany({
    data: cohort.slice(0, 6).map(({ id: participantId }) => ({
      ...{ id: random.id(), participantId, answeredOn: endsOn },
      answers: Array.from({ length: 5 }, () => random.int(3, 4)),
    })),
  })
  const employees = [actors.timkinerja, actors.inspektur, actors.timpantau]
  const names = await tx.employee.findMany({
    where: { id: { in: employees.flatMap(({ employeeId }) => employeeId ?? []) } },
    select: { id: true, name: true },
  })
  const seats = employees.map(({ employeeId }, index) => ({
    id: random.id(),
    employeeId,
    name: names.find(({ id }) => id === employeeId)?.name ?? '',
    role: (['KETUA', 'SEKRETARIS', 'ANGGOTA'] as const)[index] ?? 'ANGGOTA',
    origin: (['BKPSDM', 'INSPEKTORAT', 'PERANGKAT_DAERAH'] as const)[index] ?? 'BKPSDM',
  }))
  const community = { id: random.id(), name: 'Wakil forum warga', role: 'ANGGOTA' as const, origin: 'MASYARAKAT' as const }
  const teamId = random.id()
  await tx.monitoringTeam.create({
    data: {
      ...{
        id: teamId,
        name: 'Tim pemantau pelatihan pelayanan',
        unitId,
        state: 'AKTIF',
        createdById: actors.admin.id,
        createdAt: now,
      },
      mandate: 'Melihat penerapan hasil pelatihan di unit layanan pada hari ke-30, 60, dan 90, dan menyarankan tindak lanjut.',
      ...{
        decreeNumber: '800.1.4/127/BKPSDM',
        decreeOn: addDays(endsOn, -10),
        startsOn: addDays(endsOn, -7),
        endsOn: addDays(endsOn, 200),
      },
      members: { create: [...seats, community] },
      scopes: { create: [{ id: random.id(), programmeId: programme.id }] },
    },
  })
  await tx.monitoringTeam.create({
    data: {
      ...{
        id: random.id(),
        name: 'Tim pemantau budaya pelayanan',
        unitId,
        state: 'RANCANGAN',
        createdById: actors.admin.id,
        createdAt: now,
      },
      mandate: 'Melihat perubahan sikap pelayanan di kelurahan setelah sosialisasi.',
      ...{ startsOn: today, endsOn: addDays(today, 180) },
      members: { create: [{ ...community, id: random.id() }] },
    },
  })
  const by = (at: number) => seats[1 + (at % 2)]?.employeeId ?? null
  const rows = cohort.flatMap((person, at) => {
    const look = looks[at] ?? { state: 'TERLEWAT', finding: null, applied: null }
    const own = { programmeId: programme.id, participantId: person.id, employeeId: person.employeeId, teamId, assigneeId: by(at) }
    const dueOn = (day: number) => addDays(endsOn, day)
    return [
      {
        id: random.id(),
        ...own,
        day: 30,
        dueOn: dueOn(30),
        createdAt: now,
        ...seen(look, person, dueOn(30), by(at), seats[0]?.employeeId),
      },
      { id: random.id(), ...own, day: 60, dueOn: dueOn(60), createdAt: now, state: 'JATUH_TEMPO' as const },
      { id: random.id(), ...own, day: 90, dueOn: dueOn(90), createdAt: now, state: 'TERJADWAL' as const },
    ]
  })
  await tx.checkpoint.createMany({ data: rows })
}

/** What was filed of one look, as far as it went. */
function seen(
  { state, finding, applied }: (typeof looks)[number],
  { superiorId }: { readonly superiorId: string | null },
  dueOn: Date,
  filedById: string | null,
  reviewedById: string | null | undefined,
) {
  if (finding === null) return { state, escalatedAt: atHour(addDays(dueOn, 8), 1) }
  const isGood = finding === 'BAIK'
  const isReviewed = state === 'DIREVIU' || state === 'TUTUP'
  return {
    ...{ state, finding, applied, support: isGood ? 3 : 1, filedAt: atHour(addDays(dueOn, 3), 2), filedById, revision: 1 },
    checklist: isGood ? ['MATERI_DIPAKAI', 'ALAT_TERSEDIA', 'ATASAN_MEMANTAU'] : ['RENCANA_AKSI_JALAN'],
    obstacles: isGood ? '' : 'Akun aplikasi belum diberikan kepada seluruh petugas loket.',
    evidence: 'Catatan kunjungan dan tangkapan layar buku pengaduan.',
    recommendation: isGood ? '' : 'Berikan akun aplikasi dan jadwalkan pendampingan dua minggu.',
    ...(isGood ? {} : { ownerId: superiorId, actionDueOn: addDays(dueOn, 30) }),
    ...(isReviewed
      ? { reviewedAt: atHour(addDays(dueOn, 6), 2), reviewedById: reviewedById ?? null, reviewNote: 'Lengkap.' }
      : {}),
    ...(state === 'TUTUP' ? { closedAt: atHour(addDays(dueOn, 20), 2), closedReason: 'Tindak lanjut sudah diperiksa.' } : {}),
  }
}
