import type { EvidenceKind, MissingReason, Prisma, RealisationState } from '../generated/prisma/client.ts'
import { addDays, atHour, type Calendar, earlier, isoDay, type Quarter, quartersOf } from './calendar.ts'
import { stateOf as periodStateOf } from './periods.ts'
import type { Series } from './plans.ts'
import type { Random } from './random.ts'
import { valueFor } from './values.ts'

export type Measurements = {
  readonly realisations: Prisma.RealisationCreateManyInput[]
  readonly evidences: Prisma.EvidenceCreateManyInput[]
}

/** What measurements need from around them. */
export type Around = { readonly periodIds: ReadonlyMap<string, string>; readonly verifierId: string }

const dueQuarters = { TRIWULAN: [1, 2, 3, 4], SEMESTER: [2, 4], TAHUNAN: [4] } as const

/** The measurements of each series, quarter by quarter, in every state and with every reason for a gap. */
export function buildMeasurements(series: readonly Series[], around: Around, random: Random, calendar: Calendar): Measurements {
  const measurements: Measurements = { realisations: [], evidences: [] }
  for (const [index, one] of series.entries()) {
    const due: readonly number[] = dueQuarters[one.pinned.definition.frequency]
    const level = levelOf(one, random)
    for (const quarter of quartersOf(one.year)) {
      if (!due.includes(quarter.number) || quarter.startsOn >= calendar.today) continue
      const isRecorded = quarter.endsOn < calendar.today || random.chance(0.4)
      if (isRecorded)
        record(
          measurements,
          one,
          quarter,
          level + random.normal() * 3,
          due.length,
          gapOf(one, index, random),
          around,
          random,
          calendar,
        )
    }
  }
  return measurements
}

/** The achievement in per cent around which a series moves: the person's skill, or the unit's luck. */
function levelOf({ member, unit }: Series, random: Random): number {
  const strength = unit ? random.normal() : member.skill
  return 103 + strength * 8.5 + random.normal() * 5
}

const gaps = ['SOURCE_UNAVAILABLE', 'FORCE_MAJEURE', 'NOT_YET_DUE', 'NOT_SUBMITTED'] as const satisfies readonly MissingReason[]

/** Why there is no value: now and then by chance; a few people have none at all (INSUFFICIENT_DATA), and a few handed in nothing. */
function gapOf({ member, unit }: Series, index: number, random: Random): MissingReason | null {
  if (!unit && member.reporting !== 'USUAL') return member.reporting === 'SILENT' ? 'NOT_SUBMITTED' : 'SOURCE_UNAVAILABLE'
  return random.chance(0.03) ? (gaps[index % gaps.length] ?? null) : null
}

function record(
  { realisations, evidences }: Measurements,
  series: Series,
  quarter: Quarter,
  pct: number,
  quarters: number,
  missingReason: MissingReason | null,
  { periodIds, verifierId }: Around,
  random: Random,
  calendar: Calendar,
): void {
  const { definition, code } = series.pinned
  const periodId = periodIds.get(quarter.key)
  if (!periodId) return
  const state = stateOf(quarter, random, calendar)
  const isVerified = state === 'VERIFIED' || state === 'LOCKED'
  const isOnTime = !random.chance(0.05)
  const measuredOn = earlier(earlier(addDays(quarter.endsOn, random.int(0, 9)), quarter.closesOn), calendar.today)
  const recordedAt = atHour(isOnTime ? measuredOn : addDays(quarter.closesOn, random.int(1, 5)), random.int(1, 9))
  const measured = missingReason ? null : valueFor(definition, series.target, pct, quarters, random.int(18, 60), random)
  const kinds = measured ? evidenceOf(definition.evidenceTypes, random) : []
  const isTraceable = kinds.some((kind) => kind !== 'SELF_STATEMENT')
  const flags = [measured !== null, isOnTime, isVerified, isTraceable]
  const id = random.id()
  const createdAt = earlier(recordedAt, calendar.now)
  const row = {
    id,
    seriesId: series.id,
    periodId,
    version: 1,
    state,
    value: measured?.value ?? null,
    numerator: measured?.numerator ?? null,
    denominator: measured?.denominator ?? null,
    missingReason,
    measuredOn,
    source: definition.sourceSystem,
    isComplete: measured !== null,
    isOnTime,
    isTraceable,
    quality: flags.filter(Boolean).length / 4,
    note: missingReason ? gapNotes[missingReason] : null,
    verifiedById: isVerified ? verifierId : null,
    verifiedAt: isVerified ? createdAt : null,
    rejectReason: state === 'REJECTED' ? 'Bukti tidak sesuai dengan masa penilaian; unggah bukti yang benar.' : null,
    createdAt,
    updatedAt: createdAt,
  } as const
  if (state === 'LOCKED' && measured && random.chance(0.01)) correct(realisations, row, random)
  else realisations.push(row)
  evidences.push(
    ...kinds.map((kind, index) =>
      evidence(id, kind, `${code.toLowerCase()}/${quarter.key.toLowerCase()}/${id.slice(-6)}-${index + 1}`, createdAt, random),
    ),
  )
}

/** A measurement that came in after the quarter was locked: the next version counts, the gap stays to be read as version 1. */
function correct(
  realisations: Prisma.RealisationCreateManyInput[],
  row: Prisma.RealisationCreateManyInput,
  random: Random,
): void {
  const gap = {
    value: null,
    numerator: null,
    denominator: null,
    missingReason: 'SOURCE_UNAVAILABLE',
    isComplete: false,
    quality: 0.5,
  } as const
  const note = 'Koreksi: data pemilik sumber masuk setelah triwulan dikunci.'
  realisations.push({ ...row, ...gap, id: random.id(), note: gapNotes.SOURCE_UNAVAILABLE }, { ...row, version: 2, note })
}

/** In a closed quarter everything is locked or rejected; in an open one every state occurs. */
function stateOf(quarter: Quarter, random: Random, calendar: Calendar): RealisationState {
  const dice = random.next()
  if (periodStateOf(quarter, calendar) === 'CLOSED') return dice < 0.015 ? 'REJECTED' : 'LOCKED'
  if (quarter.endsOn < calendar.today)
    return dice < 0.03 ? 'REJECTED' : dice < 0.05 ? 'DRAFT' : dice < 0.14 ? 'SUBMITTED' : 'VERIFIED'
  return dice < 0.3 ? 'DRAFT' : dice < 0.7 ? 'SUBMITTED' : 'VERIFIED'
}

const gapNotes: Record<MissingReason, string> = {
  SOURCE_UNAVAILABLE: 'Sistem sumber tidak dapat diakses sampai batas waktu.',
  FORCE_MAJEURE: 'Banjir; layanan ditutup.',
  NOT_YET_DUE: 'Kegiatan dijadwalkan pada triwulan berikutnya.',
  NOT_SUBMITTED: 'Tidak disampaikan sampai batas waktu.',
}

function evidenceOf(allowed: readonly EvidenceKind[], random: Random): EvidenceKind[] {
  const dice = random.next()
  if (dice < 0.04) return []
  if (dice < 0.1) return ['SELF_STATEMENT']
  const first = random.pick(allowed)
  return dice > 0.8 ? [first, 'PHOTO'] : [first]
}

const evidenceTexts: Record<EvidenceKind, string> = {
  SYSTEM_FEED: 'Rekap dari sistem sumber',
  OFFICIAL_DOCUMENT: 'Laporan yang ditandatangani atasan',
  THIRD_PARTY_CONFIRMATION: 'Konfirmasi tertulis pihak ketiga',
  PHOTO: 'Foto lapangan bertanggal',
  SELF_STATEMENT: 'Pernyataan pegawai',
}

function evidence(
  realisationId: string,
  kind: EvidenceKind,
  path: string,
  createdAt: Date,
  random: Random,
): Prisma.EvidenceCreateManyInput {
  const url = kind === 'SELF_STATEMENT' ? null : `https://bukti.muaracendana.example/${path}`
  return { id: random.id(), realisationId, kind, url, description: `${evidenceTexts[kind]}, ${isoDay(createdAt)}`, createdAt }
}
