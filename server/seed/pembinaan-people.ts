import type { Prisma } from '../generated/prisma/client.ts'
import { needPriority } from '../pembinaan/rules/need-priority.ts'
import type { Transaction } from '../transact.ts'
import type { Accounts } from './accounts.ts'
import { addDays, atHour, type Calendar, day } from './calendar.ts'
import type { Random } from './random.ts'

type Person = { readonly id: string; readonly unitId: string; readonly superiorId: string | null }
export type World = {
  readonly tx: Transaction
  readonly random: Random
  readonly calendar: Calendar
  readonly actors: Accounts['actors']
  readonly office: string
  /** Competency codes with their ids. */
  readonly competency: ReadonlyMap<string, string>
  readonly staff: readonly Person[]
}

export async function writeNeeds({ tx, random, calendar, competency, staff }: World, programmeId: string): Promise<void> {
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
export async function writePlans({ tx, random, calendar, actors, office }: World, programmeId: string): Promise<void> {
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

export async function writeCoaching({ tx, random, calendar, actors }: World): Promise<void> {
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
