import type { Potential, Prisma } from '../generated/prisma/client.ts'
import type { Actor } from '../identity/policy.ts'
import { decideAward, proposeAward } from '../recognition/commands/awards.ts'
import { bookCredits } from '../recognition/commands/credits.ts'
import { rateCandidates, scoreCandidates } from '../recognition/queries/award-figures.ts'
import { executeWithin, type Transaction } from '../transact.ts'
import { addDays, type Calendar, day } from './calendar.ts'
import type { Random } from './random.ts'

type Actors = { readonly admin: Actor; readonly timkinerja: Actor }

/** Code of the office for traffic in the invented city's tree. */
const trafficCode = /(^|\.)06\./

/**
 * What followed from last year's results: angka kredit, assessments of potential, results of the scheme before 2022, crashes at the sites of one traffic officer, and
 * awards, one of them given by decree.
 */
export async function writeRecognition(tx: Transaction, random: Random, calendar: Calendar, actors: Actors): Promise<void> {
  const { now, lastYear, today } = calendar
  const people = await tx.employee.findMany({
    where: { appraisals: { some: { period: { key: String(lastYear) } } } },
    orderBy: { nip: 'asc' },
    select: { id: true, nip: true, employmentType: true, unit: { select: { code: true } } },
  })
  await tx.potentialAssessment.createMany({ data: people.flatMap(({ id }) => assessment(id, random, calendar)) })
  await tx.legacyResult.createMany({
    data: people.flatMap(({ id, nip, employmentType }) =>
      employmentType === 'PNS' && nip.slice(8, 12) < '2019' && random.chance(0.4) ? legacyResults(id, random) : [],
    ),
  })
  const officer = people.find(({ unit }) => trafficCode.test(unit.code))
  if (officer) await tx.crashCount.createMany({ data: crashes(officer.id, lastYear, random), skipDuplicates: true })
  for (const year of [lastYear - 1, lastYear]) {
    const has = { state: 'FINAL' as const, period: { year }, employee: { employmentType: 'PNS' as const } }
    if ((await tx.appraisal.count({ where: has })) > 0) {
      await executeWithin(tx, bookCredits, { year }, { actor: actors.timkinerja, now })
    }
  }
  const period = await tx.period.findUniqueOrThrow({ where: { key: String(lastYear) }, select: { id: true } })
  const [best, second] = await scoreCandidates(tx, period.id)
  const [safest] = await rateCandidates(tx, lastYear, 3)
  const propose = (employeeId: string, basis: 'SCORE' | 'RATE', title: string) =>
    executeWithin(tx, proposeAward, { employeeId, periodKey: String(lastYear), basis, title }, { actor: actors.timkinerja, now })
  const isOther = (employeeId: string) => employeeId !== actors.timkinerja.employeeId
  if (best && isOther(best.employeeId)) {
    const { id } = await propose(best.employeeId, 'SCORE', `Pegawai teladan ${lastYear}`)
    const decree = {
      decreeNumber: `800.1.6/31/${lastYear + 1}`,
      decreeOn: iso(addDays(today, -30)),
      signatory: 'Wali Kota Muara Cendana',
    }
    await executeWithin(tx, decideAward, { id, revision: 0, ...decree }, { actor: actors.admin, now })
  }
  if (second && isOther(second.employeeId)) await propose(second.employeeId, 'SCORE', `Capaian kinerja terbaik ${lastYear}`)
  if (safest && isOther(safest.employeeId)) await propose(safest.employeeId, 'RATE', 'Penurunan kecelakaan lalu lintas')
}

const iso = (date: Date) => date.toISOString().slice(0, 10)

function assessment(employeeId: string, random: Random, { lastYear }: Calendar): Prisma.PotentialAssessmentCreateManyInput[] {
  if (!random.chance(0.75)) return []
  const score = Math.min(98, Math.max(38, Math.round(70 + random.normal() * 11)))
  const potential: Potential = score >= 80 ? 'TINGGI' : score >= 60 ? 'MENENGAH' : 'RENDAH'
  const assessedOn = day(lastYear, random.int(3, 10), random.int(1, 28))
  return [{ id: random.id(), employeeId, assessedOn, potential, score, source: 'Pusat Penilaian Kompetensi BKPSDM' }]
}

function legacyResults(employeeId: string, random: Random): Prisma.LegacyResultCreateManyInput[] {
  return [2020, 2021].map((year) => {
    const [skpValue, perilaku] = [random.int(78, 104), random.int(80, 102)]
    const value = (skpValue * 60 + perilaku * 40) / 100
    return {
      id: random.id(),
      employeeId,
      year,
      skpValue,
      perilaku,
      scheme: '60_40',
      value,
      predikat: value >= 90 ? 'BAIK' : 'BUTUH_PERBAIKAN',
      source: `Buku penilaian ${year}`,
    }
  })
}

/** Four years of two sites that somebody looks after, whose rate fell in the last one, and of one that nobody treated. */
function crashes(employeeId: string, lastYear: number, random: Random): Prisma.CrashCountCreateManyInput[] {
  const sites = [
    { site: 'Simpang Pasar Lama', employeeId, rate: 7.2, after: 3.9 },
    { site: 'Jalan Pelabuhan Km 3', employeeId, rate: 6.1, after: 3.4 },
    { site: 'Jalan Lingkar Barat', employeeId: null, rate: 5.4, after: 5.3 },
  ]
  return sites.flatMap(({ site, employeeId: responsible, rate, after }) =>
    [3, 2, 1, 0].flatMap((back) =>
      [1, 2, 3, 4].map((quarter) => {
        const exposure = random.int(30, 42) / 10
        const expected = exposure * (back === 0 ? after : rate)
        return {
          id: random.id(),
          site,
          siteGroup: responsible === null ? ('PEMBANDING' as const) : ('PENANGANAN' as const),
          employeeId: responsible,
          year: lastYear - back,
          quarter,
          crashes: Math.max(0, Math.round(expected + random.normal() * 1.5)),
          deaths: random.chance(0.1) ? 1 : 0,
          exposure,
        }
      }),
    ),
  )
}
