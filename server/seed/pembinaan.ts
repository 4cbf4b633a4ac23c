import type { Prisma } from '../generated/prisma/client.ts'
import { refreshJpOfAll } from '../pembinaan/commands/refresh-jp.ts'
import { daysAfter, milestoneDays, monthsAfter } from '../pembinaan/rules/improvement.ts'
import { needPriority } from '../pembinaan/rules/need-priority.ts'
import type { Transaction } from '../transact.ts'
import type { Accounts } from './accounts.ts'
import { addDays, atHour, type Calendar, day } from './calendar.ts'
import type { Random } from './random.ts'
import { competencies, finishedProgrammes, positionLevels } from './tables/pembinaan.ts'

type Person = { readonly id: string; readonly unitId: string; readonly superiorId: string | null }
type World = {
  readonly tx: Transaction
  readonly random: Random
  readonly calendar: Calendar
  readonly actors: Accounts['actors']
  readonly office: string
  /** Competency codes with their ids. */
  readonly competency: ReadonlyMap<string, string>
  readonly staff: readonly Person[]
}

/** Needs, plans, programmes with their participants, hours, coaching and an improvement plan: something of everything for the demo accounts. */
export async function writePembinaan(
  tx: Transaction,
  random: Random,
  calendar: Calendar,
  actors: Accounts['actors'],
): Promise<void> {
  const competency = await writeCompetencies(tx, random)
  const office = await tx.employee.findUniqueOrThrow({
    where: { id: actors.timkinerja.employeeId ?? '' },
    select: { unitId: true },
  })
  const staff = await tx.employee.findMany({
    where: { separatedOn: null },
    orderBy: { nip: 'asc' },
    select: { id: true, unitId: true, superiorId: true },
  })
  const world: World = { tx, random, calendar, actors, office: office.unitId, competency, staff }
  await writeAssessments(world)
  await writeFinished(world)
  const open = await writeOpen(world)
  await writeNeeds(world, open)
  await writePlans(world, open)
  await writeCoaching(world)
  await writeImprovement(world)
  for (const year of [calendar.lastYear, calendar.thisYear]) await refreshJpOfAll(tx, year)
}

async function writeCompetencies(tx: Transaction, random: Random): Promise<ReadonlyMap<string, string>> {
  const rows = competencies.map(({ indicators: _, ...row }) => ({ id: random.id(), ...row }))
  await tx.competency.createMany({ data: rows })
  const ids = new Map(rows.map(({ code, id }) => [code, id]))
  const general = rows.filter(({ kind }) => kind !== 'TEKNIS')
  await tx.competencyStandard.createMany({
    data: general.flatMap(({ id: competencyId }) => positionLevels.map((row) => ({ id: random.id(), competencyId, ...row }))),
  })
  const wanted = competencies.flatMap(({ code, indicators }) => indicators.map((indicator) => ({ code, indicator })))
  const known = await tx.indicator.findMany({
    where: { code: { in: wanted.map(({ indicator }) => indicator) } },
    select: { id: true, code: true },
  })
  await tx.competencyIndicator.createMany({
    data: wanted.flatMap(({ code, indicator }) => {
      const found = known.find((one) => one.code === indicator)
      return found ? [{ competencyId: ids.get(code) ?? '', indicatorId: found.id }] : []
    }),
  })
  return ids
}

async function writeAssessments({ tx, random, calendar, competency, staff }: World): Promise<void> {
  const assessed = staff.filter((_one, index) => index % 4 === 0)
  const codes = [...competency].filter(([code]) => !code.startsWith('TEK'))
  await tx.competencyAssessment.createMany({
    data: assessed.flatMap(({ id: employeeId }) =>
      codes.map(([, competencyId]) => ({
        ...{ id: random.id(), employeeId, competencyId, assessedOn: day(calendar.lastYear, 9, 15) },
        ...{ level: random.int(1, 4), source: 'Penilaian kompetensi BKPSDM' },
      })),
    ),
  })
}

/** Programmes of last year and this year that ended, with scores, attendance and certificates. */
async function writeFinished({ tx, random, calendar, office, competency, staff }: World): Promise<void> {
  for (const [index, { code, name, formId, jp, competency: of, yearsAgo, share }] of finishedProgrammes.entries()) {
    const startsOn = yearsAgo === 0 ? addDays(calendar.today, -40 - index * 3) : day(calendar.thisYear - yearsAgo, 2 + index, 10)
    const endsOn = addDays(startsOn, 2)
    const year = endsOn.getUTCFullYear()
    const { id: programmeId } = await tx.pembinaanProgramme.create({
      data: {
        ...{ id: random.id(), code, name, formId, provider: 'BKPSDM Kota', startsOn, endsOn, capacity: 400, jp },
        ...{ budget: String(45_000_000 + index * 7_500_000), ceiling: '120000000', state: 'SERTIFIKAT_TERBIT', unitId: office },
        ...{
          design: 'PRA_PASCA',
          competencyId: competency.get(of) ?? null,
          targetGroup: 'Seluruh pegawai',
          createdAt: atHour(startsOn, 1),
        },
      },
      select: { id: true },
    })
    const people = staff.filter(() => random.chance(share))
    await tx.participant.createMany({
      data: people.map(({ id: employeeId }, at) => {
        const attendancePct = random.chance(0.9) ? 100 : random.int(40, 79)
        const isPassed = attendancePct >= 80
        const preScore = random.int(40, 75)
        return {
          ...{
            id: random.id(),
            programmeId,
            employeeId,
            state: isPassed ? ('PASSED' as const) : ('FAILED' as const),
            attendancePct,
            jp,
          },
          ...{ isVerified: isPassed, preScore, postScore: Math.min(100, preScore + random.int(5, 25)), completedOn: endsOn },
          certificateNumber: isPassed ? `${code}/${year}/${String(at + 1).padStart(4, '0')}` : null,
          ...(isPassed ? { certificateCode: certificateCode(random), certificateIssuedAt: atHour(addDays(endsOn, 5), 3) } : {}),
        }
      }),
    })
  }
}

/** A code of the demo follows from its seed, unlike a real one. */
function certificateCode(random: Random): string {
  return Array.from({ length: 16 }, () => random.pick([...'23456789ABCDEFGHJKLMNPQRSTUVWXYZ'])).join('')
}

/** One programme that is open for applications, and one that runs today with a sheet to be signed. */
async function writeOpen({ tx, random, calendar, actors, office, competency, staff }: World): Promise<string> {
  const { today } = calendar
  const content = {
    provider: 'BPSDM Provinsi',
    unitId: office,
    design: 'PADANAN' as const,
    budget: '68000000',
    ceiling: '75000000',
  }
  const coming = await tx.pembinaanProgramme.create({
    data: {
      ...{ ...content, id: random.id(), code: 'PGB-11', name: 'Pelatihan komunikasi pelayanan digital', formId: 3, jp: '16' },
      ...{ startsOn: addDays(today, 21), endsOn: addDays(today, 23), capacity: 30, state: 'PENDAFTARAN' },
      ...{
        competencyId: competency.get('MAN-03') ?? null,
        selectionRule: 'Petugas layanan dengan kebutuhan prioritas tertinggi.',
      },
    },
    select: { id: true },
  })
  const candidates = staff.filter((_one, index) => index % 13 === 5).slice(0, 24)
  await tx.participant.createMany({
    data: candidates.map(({ id: employeeId }) => ({ id: random.id(), programmeId: coming.id, employeeId })),
  })
  const running = await tx.pembinaanProgramme.create({
    data: {
      ...{ ...content, id: random.id(), code: 'PGB-12', name: 'Lokakarya manajemen waktu layanan', formId: 4, jp: '8' },
      ...{
        startsOn: today,
        endsOn: addDays(today, 1),
        capacity: 40,
        state: 'BERLANGSUNG',
        competencyId: competency.get('MAN-04') ?? null,
      },
      sessions: {
        create: [0, 1].map((after) => ({
          ...{
            id: random.id(),
            number: after + 1,
            title: after === 0 ? 'Menata antrean' : 'Praktik di loket',
            code: certificateCode(random),
          },
          ...{ startsAt: atHour(addDays(today, after), 1), endsAt: atHour(addDays(today, after), 9), place: 'Aula BKPSDM' },
        })),
      },
      materials: { create: [{ id: random.id(), title: 'Panduan antrean', url: 'https://materi.kota.example/antrean' }] },
    },
    select: { id: true },
  })
  const own = Object.values(actors).flatMap(({ employeeId }) => employeeId ?? [])
  const taking = [...new Set([...own, ...staff.filter((_one, index) => index % 17 === 3).map(({ id }) => id)])].slice(0, 20)
  await tx.participant.createMany({
    data: taking.map((employeeId) => ({ id: random.id(), programmeId: running.id, employeeId, state: 'CONFIRMED' as const })),
  })
  return coming.id
}

async function writeNeeds({ tx, random, calendar, competency, staff }: World, programmeId: string): Promise<void> {
  const sources = ['APPRAISAL', 'COMPETENCY_GAP', 'PUBLIC_SIGNAL', 'EMPLOYEE_REQUEST', 'NEW_REGULATION'] as const
  const states = ['DIUSULKAN', 'DIUSULKAN', 'DITERIMA', 'DIRENCANAKAN', 'DITOLAK'] as const
  const codes = [...competency.values()]
  const people = staff.filter((_one, index) => index % 6 === 1)
  const appraisals = await tx.appraisal.findMany({
    where: {
      kind: 'ANNUAL',
      isCurrent: true,
      period: { year: calendar.lastYear },
      employeeId: { in: people.map(({ id }) => id) },
    },
    select: { id: true, employeeId: true },
  })
  const series = await tx.measurementSeries.findMany({
    where: { unitId: { not: null }, indicator: { code: 'CMP-01' } },
    orderBy: { id: 'asc' },
    take: 10,
    select: { id: true },
  })
  const rows = people.map(({ id: employeeId }): Prisma.DevelopmentNeedCreateManyInput => {
    const parts = {
      ...{ gapNorm: random.int(0, 45) / 100, performanceGap: random.int(0, 60) / 100, publicSignal: random.int(0, 40) / 100 },
      strategic: random.pick([0, 0.5, 1]),
    }
    const state = random.pick(states)
    return {
      ...{
        id: random.id(),
        employeeId,
        competencyId: random.pick(codes),
        year: calendar.thisYear,
        source: random.pick(sources),
        state,
      },
      ...{ ...parts, priority: needPriority(parts).priority, activity: 'Pelatihan singkat dan praktik terbimbing di unit' },
      reason: 'Hasil kerja dan masukan warga menunjukkan kebutuhan ini.',
      seriesId: series.length > 0 ? random.pick(series).id : null,
      appraisalId: appraisals.find((one) => one.employeeId === employeeId)?.id ?? null,
      strategicReason: parts.strategic > 0 ? 'RPJMD: reformasi pelayanan publik' : null,
      ...(state === 'DIRENCANAKAN' ? { programmeId } : {}),
      ...(state === 'DITOLAK' ? { decisionReason: 'Sudah mengikuti pelatihan yang sama tahun lalu.' } : {}),
    }
  })
  await tx.developmentNeed.createMany({ data: rows })
}

/** A plan in consultation with pieces missing, and one that waits for its approver. */
async function writePlans({ tx, random, calendar, actors, office }: World, programmeId: string): Promise<void> {
  const owner = actors.timkinerja.employeeId ?? ''
  const base = {
    unitId: office,
    year: calendar.thisYear,
    ownerId: owner,
    createdById: actors.timkinerja.id,
    createdAt: calendar.now,
  }
  await tx.pembinaanPlan.create({
    data: {
      ...{
        ...base,
        id: random.id(),
        title: 'Literasi digital petugas kelurahan',
        state: 'KONSULTASI',
        targetGroup: 'Petugas kelurahan',
      },
      problemStatement: 'Permohonan daring menumpuk karena petugas belum terbiasa dengan aplikasi.',
      ...{
        ceiling: '90000000',
        problems: { create: [{ id: random.id(), number: 1, statement: 'Permohonan daring terlambat diproses.' }] },
      },
      indicators: {
        create: [{ id: random.id(), number: 1, name: 'Permohonan selesai tepat waktu', isPrimary: true, measure: '%' }],
      },
      stakeholders: {
        create: [
          {
            id: random.id(),
            number: 1,
            kind: 'PEGAWAI',
            name: 'Perwakilan petugas loket',
            consultedOn: addDays(calendar.today, -6),
          },
        ],
      },
      budgetLines: {
        create: [
          {
            id: random.id(),
            number: 1,
            description: 'Narasumber',
            quantity: '4',
            measure: 'OJ',
            unitCost: '900000',
            amount: '3600000',
          },
          {
            id: random.id(),
            number: 2,
            description: 'Konsumsi',
            quantity: '120',
            measure: 'orang',
            unitCost: '55000',
            amount: '6600000',
          },
        ],
      },
    },
    select: { id: true },
  })
  const kinds = ['KEPALA_DINAS', 'PEGAWAI', 'MASYARAKAT'] as const
  const names = ['Kepala Dinas Kominfo', 'Forum petugas layanan', 'Forum warga'] as const
  const indicator = await tx.indicator.findUnique({ where: { code: 'CMP-01' }, select: { id: true } })
  const submitted = await tx.pembinaanPlan.create({
    data: {
      ...{
        ...base,
        id: random.id(),
        title: 'Pelayanan cepat dan ramah',
        state: 'DIAJUKAN',
        targetGroup: 'Petugas loket unit layanan',
      },
      problemStatement: 'Pengaduan warga tentang waktu layanan naik dua triwulan berturut-turut.',
      ...{ ceiling: '150000000', round: 1, revision: 4, submittedAt: atHour(addDays(calendar.today, -2), 2) },
      problems: {
        create: [
          {
            id: random.id(),
            number: 1,
            statement: 'Pengaduan belum selesai dalam satu hari.',
            documentUrl: 'https://data.kota.example/pengaduan',
          },
        ],
      },
      indicators: {
        create: [
          {
            ...{
              id: random.id(),
              number: 1,
              name: 'Pengaduan selesai dalam satu hari',
              isPrimary: true,
              measure: '%',
              baseline: '52',
            },
            ...{ baselineOn: day(calendar.lastYear, 12, 31), baselineSource: 'Rekap pengaduan tahun lalu', target: '70' },
            indicatorId: indicator?.id ?? null,
          },
        ],
      },
      stakeholders: {
        create: kinds.map((kind, index) => ({
          ...{
            id: random.id(),
            number: index + 1,
            kind,
            name: names[index] ?? '',
            consultedOn: addDays(calendar.today, -12 + index),
          },
          outcome: 'Menyetujui sasaran dan meminta praktik langsung di loket.',
        })),
      },
      budgetLines: {
        create: [
          {
            id: random.id(),
            number: 1,
            description: 'Pelatihan tiga hari',
            quantity: '1',
            measure: 'paket',
            unitCost: '68000000',
            amount: '68000000',
          },
        ],
      },
      risks: {
        create: [
          {
            ...{ id: random.id(), number: 1, description: 'Loket kosong selama pelatihan', likelihood: 3, impact: 4 },
            mitigation: 'Dua angkatan bergantian.',
          },
        ],
      },
      approvals: {
        create: [
          {
            id: random.id(),
            round: 1,
            number: 1,
            approverId: actors.penilai.employeeId ?? owner,
            capacity: 'Kepala perangkat daerah',
          },
        ],
      },
    },
    select: { id: true },
  })
  await tx.pembinaanProgramme.update({ where: { id: programmeId }, data: { planId: submitted.id }, select: { id: true } })
}

async function writeCoaching({ tx, random, calendar, actors }: World): Promise<void> {
  const [coachId, employeeId] = [actors.penilai.employeeId, actors.pegawai.employeeId]
  if (!coachId || !employeeId) return
  const startsOn = addDays(calendar.today, -45)
  const relation = await tx.coachingRelation.create({
    data: {
      ...{ id: random.id(), kind: 'COACHING', coachId, employeeId, startsOn, revision: 2 },
      sessions: {
        create: [
          { id: random.id(), heldOn: addDays(startsOn, 3), minutes: 60, isConfirmed: true },
          { id: random.id(), heldOn: addDays(startsOn, 31), minutes: 45, isConfirmed: false },
        ],
      },
    },
    select: { id: true },
  })
  await tx.coachingNote.create({
    data: {
      id: random.id(),
      relationId: relation.id,
      authorId: coachId,
      text: 'Sepakat berlatih menyusun laporan mingguan sebelum Jumat.',
    },
    select: { id: true },
  })
}

/** The lowest final result of last year is being worked on. */
async function writeImprovement({ tx, random, calendar }: World): Promise<void> {
  const low = await tx.appraisal.findFirst({
    where: {
      ...{ kind: 'ANNUAL', isCurrent: true, state: { in: ['FINAL', 'TEREKSPOR'] }, period: { year: calendar.lastYear } },
      ...{ predikat: { in: ['BUTUH_PERBAIKAN', 'KURANG', 'SANGAT_KURANG'] }, penilaiId: { not: null } },
    },
    orderBy: { id: 'asc' },
    select: { id: true, employeeId: true, penilaiId: true },
  })
  if (!low?.penilaiId) return
  const startsOn = addDays(calendar.today, -70)
  await tx.improvementPlan.create({
    data: {
      ...{
        id: random.id(),
        employeeId: low.employeeId,
        appraisalId: low.id,
        leaderId: low.penilaiId,
        startsOn,
        endsOn: monthsAfter(startsOn, 6),
      },
      ...{
        state: 'EVALUASI_60',
        revision: 3,
        gaps: 'Laporan terlambat dan data belum lengkap.',
        support: 'Pendampingan mingguan.',
      },
      actions: {
        create: [
          {
            id: random.id(),
            number: 1,
            title: 'Menyelesaikan laporan bulanan',
            measure: 'Terkirim sebelum tanggal 5',
            dueOn: addDays(startsOn, 90),
          },
          {
            id: random.id(),
            number: 2,
            title: 'Mengikuti lokakarya manajemen waktu',
            measure: 'Sertifikat',
            dueOn: addDays(startsOn, 60),
            doneOn: addDays(startsOn, 55),
          },
        ],
      },
      milestones: {
        create: milestoneDays.map((after) => ({
          ...{ id: random.id(), day: after, dueOn: daysAfter(startsOn, after) },
          ...(after === 60
            ? { heldOn: addDays(startsOn, 61), level: 'SESUAI' as const, finding: 'Dua laporan terakhir tepat waktu.' }
            : {}),
        })),
      },
    },
    select: { id: true },
  })
}
