import { refreshJpOfAll } from '../pembinaan/commands/refresh-jp.ts'
import { daysAfter, milestoneDays, monthsAfter } from '../pembinaan/rules/improvement.ts'
import type { Transaction } from '../transact.ts'
import type { Accounts } from './accounts.ts'
import { addDays, atHour, type Calendar, day } from './calendar.ts'
import { type World, writeCoaching, writeNeeds, writePlans } from './pembinaan-people.ts'
import type { Random } from './random.ts'
import { competencies, finishedProgrammes, positionLevels } from './tables/pembinaan.ts'

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
