import { rebuildSummaries } from '../appraisals/commands/summaries.ts'
import { reopenAppraisal } from '../appraisals/commands/versions.ts'
import { hasLeftAtOnce } from '../appraisals/rules/life-dates.ts'
import { predikatOf } from '../appraisals/rules/predikat.ts'
import {
  type AppraisalState,
  type Level,
  type OverrideCategory,
  Prisma,
  type SystemOfRecord,
} from '../generated/prisma/client.ts'
import { systemActor } from '../identity/policy.ts'
import { executeWithin, type Transaction } from '../transact.ts'
import { unnest } from '../unnest.ts'
import { addDays, atHour, type Calendar, isoDay, quartersOf } from './calendar.ts'
import type { Random } from './random.ts'
import type { Member } from './staff.ts'

/** The last quarter of this year that is over; null in its first months. */
export function lastQuarter({ thisYear, today }: Calendar): string | null {
  return quartersOf(thisYear).findLast(({ endsOn }) => endsOn < today)?.key ?? null
}

/** Last year with its last quarter, the year that runs, and its last quarter that is over. */
export function appraisedPeriods(calendar: Calendar): readonly string[] {
  const quarter = lastQuarter(calendar)
  return [`${calendar.lastYear}-TW4`, String(calendar.lastYear), String(calendar.thisYear), ...(quarter ? [quarter] : [])]
}

/** How appraisals with a predikat are spread over the states (domain G2): most stand in one, a share of 0–1 in each of the others. */
type Spread = { readonly usual: AppraisalState; readonly others: Readonly<Partial<Record<AppraisalState, number>>> }

/** What is over: nearly everything is final, a few results are still disputed. */
const closed: Spread = {
  usual: 'FINAL',
  others: { TEREKSPOR: 0.15, DISAMPAIKAN: 0.06, KEBERATAN: 0.02, PEMERIKSAAN: 0.02, DITETAPKAN: 0.02 },
}

/** The year that runs: nobody is rated before it is over. */
const running: Spread = { usual: 'TERBUKA', others: {} }

/** The quarter in hand: people assess themselves, and the first penilai have rated. */
const inHand: Spread = {
  usual: 'TERBUKA',
  others: { PENILAIAN_DIRI: 0.25, BUKTI_DIVERIFIKASI: 0.2, DINILAI: 0.15, MODERASI: 0.1, DITETAPKAN: 0.05 },
}

/** In the order in which an appraisal goes through them. */
const order: readonly AppraisalState[] = [
  'TERBUKA',
  'PENILAIAN_DIRI',
  'BUKTI_DIVERIFIKASI',
  'DINILAI',
  'MODERASI',
  'DITETAPKAN',
  'DISAMPAIKAN',
  'KEBERATAN',
  'PEMERIKSAAN',
  'FINAL',
  'TEREKSPOR',
]

const words = [
  'Pelayanan berjalan baik; kendala kami pada kuartal ini adalah listrik yang padam dua kali.',
  'Semua target saya tercapai, dan laporan dikirim tepat waktu setiap bulan.',
  'Saya terlambat pada satu laporan karena tugas tambahan, selebihnya sesuai rencana.',
] as const

const overrides: readonly (readonly [OverrideCategory, string])[] = [
  ['MUTU_HASIL', 'Mutu laporan dan kerja lapangan jauh melebihi yang terbaca dari angka indikatornya.'],
  ['KEADAAN_LUAR_BIASA', 'Banjir bulan itu menghentikan layanan selama dua minggu, di luar kuasa pegawai.'],
  ['BUKTI_TAMBAHAN', 'Berita acara pemeriksaan menunjukkan hasil yang belum masuk ke dalam sistem sumber.'],
]

type Row = {
  readonly id: string
  readonly employeeId: string
  readonly penilaiId: string | null
  readonly predikat: string | null
  readonly resultRating: Level | null
  readonly behaviourRating: Level | null
  readonly isMisconduct: boolean
  readonly system: SystemOfRecord
  /** Slices of a divided year. */
  readonly parts: readonly unknown[]
}

type Stood = Row & { readonly state: AppraisalState; readonly dice: number }

/**
 * Moves the computed appraisals on to where people would have taken them, with what each step leaves behind. Those without a predikat stay open, those
 * of people who left within a month are cancelled (BATAL), and the people behind demo accounts stand where most do.
 */
export async function spreadStates(
  tx: Transaction,
  staff: readonly Member[],
  demoEmployeeIds: readonly string[],
  calendar: Calendar,
  random: Random,
): Promise<void> {
  for (const periodKey of appraisedPeriods(calendar)) {
    const spread = periodKey === String(calendar.thisYear) ? running : periodKey === lastQuarter(calendar) ? inHand : closed
    const period = await tx.period.findUniqueOrThrow({
      where: { key: periodKey },
      select: { id: true, startsOn: true, endsOn: true },
    })
    const rows: Row[] = await tx.appraisal.findMany({
      where: { periodId: period.id },
      select: {
        id: true,
        employeeId: true,
        penilaiId: true,
        predikat: true,
        resultRating: true,
        behaviourRating: true,
        isMisconduct: true,
        system: true,
        parts: { select: { id: true } },
      },
    })
    const byEmployee = new Map(rows.map((row) => [row.employeeId, row]))
    const stood = staff.flatMap((member): Stood[] => {
      const dice = demoEmployeeIds.includes(member.id) ? 1 : random.next()
      const row = byEmployee.get(member.id)
      const hasLeft = hasLeftAtOnce(member.separatedOn && isoDay(member.separatedOn), isoDay(period.startsOn))
      // Teachers and principals are appraised on the national platform: here they are only open or final.
      const state = hasLeft ? 'BATAL' : row?.system === 'RUANG_GTK' ? spread.usual : stateFor(spread, dice)
      return row && (row.predikat !== null || hasLeft) ? [{ ...row, state, dice }] : []
    })
    await writeStates(
      tx,
      stood.filter(({ state }) => state !== 'TERBUKA'),
      period.endsOn,
      calendar.now,
    )
    await rebuildSummaries(tx, period.id)
  }
}

function stateFor({ usual, others }: Spread, dice: number): AppraisalState {
  let reached = 0
  for (const [state, share] of Object.entries(others)) {
    reached += share
    if (dice < reached) return state as AppraisalState
  }
  return usual
}

/** What a penilai decided: mostly the suggestion; one in twelve departs from it and says why. */
function ratingOf({ resultRating, behaviourRating, isMisconduct, parts, dice }: Stood) {
  const place = Math.floor(dice * 10_000)
  const departs = !isMisconduct && parts.length === 0 && place % 12 === 5
  const result = departs ? (resultRating === 'SESUAI' ? 'DI_ATAS' : 'SESUAI') : resultRating
  const [category, reason] = departs ? (overrides[place % overrides.length] ?? [null, null]) : [null, null]
  const predikat = result !== null && behaviourRating !== null ? predikatOf(result, behaviourRating) : null
  return { result, category, reason, predikat }
}

async function writeStates(tx: Transaction, stood: readonly Stood[], endsOn: Date, now: Date): Promise<void> {
  const after = (days: number) => {
    const at = atHour(addDays(endsOn, days), 3)
    return (at < now ? at : now).toISOString()
  }
  const since = (state: AppraisalState, days: number) => (row: Stood) =>
    order.indexOf(row.state) >= order.indexOf(state) ? after(days) : null
  const rated = (row: Stood) => order.indexOf(row.state) >= order.indexOf('DINILAI')
  await rateParts(
    tx,
    stood.filter((row) => rated(row) && row.parts.length > 0).map(({ id }) => id),
    after(15),
  )
  const hasSpoken = (row: Stood) => row.state !== 'BATAL' && Math.floor(row.dice * 1_000) % 9 !== 4
  await tx.$executeRaw(Prisma.sql`
    UPDATE appraisal a SET state = "row".state, self_assessed_at = "row".self_at, self_assessment = "row".self, evidence_verified_at = "row".verified_at,
      rated_at = "row".rated_at, rated_by_id = "row".rated_by, result_rating = coalesce("row".result, a.result_rating),
      predikat = coalesce("row".predikat, a.predikat), suggested_result = CASE WHEN "row".rated_at IS NOT NULL THEN a.result_rating END,
      suggested_behaviour = CASE WHEN "row".rated_at IS NOT NULL THEN a.behaviour_rating END,
      suggested_predikat = CASE WHEN "row".rated_at IS NOT NULL THEN a.predikat END, result_override = "row".category, result_reason = "row".reason,
      qualitative_basis = CASE WHEN "row".rated_at IS NOT NULL AND (a.result_ambiguous OR a.behaviour_ambiguous)
        THEN 'Bukti pada lampiran dan dialog kinerja mendukung nilai ini.' END,
      set_at = "row".set_at, delivered_at = "row".delivered_at, objection_until = "row".delivered_at + interval '14 days', final_at = "row".final_at,
      final_cause = CASE WHEN "row".final_at IS NOT NULL THEN "row".cause::final_cause END, exported_at = "row".exported_at,
      cancel_reason = CASE WHEN "row".state = 'BATAL' THEN 'Berhenti dalam bulan pertama periode ini.' END, revision = 1, updated_at = ${now}
    FROM ${unnest(stood, {
      id: ['uuid', ({ id }) => id],
      state: ['appraisal_state', ({ state }) => state],
      self_at: ['timestamptz', (row) => (hasSpoken(row) ? since('PENILAIAN_DIRI', 5)(row) : null)],
      self: ['text', (row) => (hasSpoken(row) ? (words[Math.floor(row.dice * 1_000) % words.length] ?? null) : null)],
      verified_at: ['timestamptz', since('BUKTI_DIVERIFIKASI', 12)],
      rated_at: ['timestamptz', since('DINILAI', 15)],
      rated_by: ['uuid', (row) => (rated(row) ? row.penilaiId : null)],
      result: ['level', (row) => (rated(row) ? ratingOf(row).result : null)],
      predikat: ['predikat', (row) => (rated(row) ? ratingOf(row).predikat : null)],
      category: ['override_category', (row) => (rated(row) ? ratingOf(row).category : null)],
      reason: ['text', (row) => (rated(row) ? ratingOf(row).reason : null)],
      set_at: ['timestamptz', since('DITETAPKAN', 25)],
      delivered_at: ['timestamptz', since('DISAMPAIKAN', 28)],
      final_at: ['timestamptz', since('FINAL', 43)],
      cause: ['text', ({ dice }) => (Math.floor(dice * 100) % 3 === 0 ? 'ACCEPTED' : 'WINDOW_ELAPSED')],
      exported_at: ['timestamptz', since('TEREKSPOR', 50)],
    })}
    WHERE a.id = "row".id`)
}

/** Each penilai of a divided year gave what the whole year got, so that its months weigh to the same. */
async function rateParts(tx: Transaction, appraisalIds: readonly string[], ratedAt: string): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    UPDATE appraisal_part t SET result_rating = a.result_rating, behaviour_rating = a.behaviour_rating, predikat = a.predikat, rated_at = ${ratedAt}::timestamptz,
      revision = 1, override = CASE WHEN t.suggested_result <> a.result_rating THEN 'KEADAAN_LUAR_BIASA'::override_category END,
      reason = CASE WHEN t.suggested_result <> a.result_rating THEN ${overrides[1]?.[1]} END,
      qualitative_basis = CASE WHEN t.suggested_result IS NULL THEN 'Bagian tahun ini belum memuat akhir triwulan; dinilai dari dialog kinerja.' END
    FROM appraisal a WHERE a.id = t.appraisal_id AND a.id = ANY (${[...appraisalIds]}::uuid[])`)
}

/** One final result of last year is opened again, because its data turned out to be invented. */
export async function reopenOne(tx: Transaction, demoEmployeeIds: readonly string[], { lastYear, now }: Calendar): Promise<void> {
  const row = await tx.appraisal.findFirst({
    where: {
      period: { key: String(lastYear) },
      state: 'TEREKSPOR',
      system: 'LOKAL',
      employeeId: { notIn: [...demoEmployeeIds] },
      parts: { none: {} },
    },
    orderBy: { employee: { nip: 'asc' } },
    select: { id: true, revision: true },
  })
  if (!row) return
  const reason = 'Pemeriksaan Inspektorat menemukan angka triwulan keempat yang tidak pernah diukur.'
  await executeWithin(tx, reopenAppraisal, { ...row, ground: 'DATA_FRAUD', reason }, { actor: systemActor('tera seed'), now })
}
