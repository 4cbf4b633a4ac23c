import { createHash } from 'node:crypto'
import type { ComplaintCategory, ComplaintState, Prisma } from '../generated/prisma/client.ts'
import type { Transaction } from '../transact.ts'
import { addDays, type Calendar, isoDay } from './calendar.ts'
import type { Random } from './random.ts'

const stories: readonly (readonly [ComplaintCategory, string])[] = [
  ['WAKTU_LAYANAN', 'Antrean loket pagi ini lebih dari tiga jam, padahal hanya dua loket yang dibuka.'],
  ['ADMINISTRASI', 'Surat keterangan yang saya ajukan dua minggu lalu belum selesai dan tidak ada penjelasan.'],
  ['FASILITAS', 'Kursi tunggu rusak dan kamar kecil untuk pengunjung terkunci sepanjang hari.'],
  ['INFORMASI', 'Syarat pengurusan di papan pengumuman berbeda dengan yang diminta petugas di loket.'],
  ['BIAYA', 'Saya diminta membayar biaya fotokopi tanpa kuitansi, padahal layanan ini gratis.'],
  ['SIKAP_PETUGAS', 'Pelayanan kurang ramah dan pertanyaan ibu saya tidak dijawab dengan jelas.'],
  ['WAKTU_LAYANAN', 'Jadwal pelayanan yang tertulis pukul delapan baru dimulai pukul setengah sepuluh.'],
]

const answers = [
  'Loket ketiga dibuka mulai hari ini pada jam sibuk, dan jadwalnya kami pasang di pintu masuk.',
  'Surat Anda sudah selesai dan dapat diambil di loket satu dengan menunjukkan tanda terima.',
  'Kursi sudah diganti dan kamar kecil kini dibuka selama jam layanan. Terima kasih atas laporannya.',
] as const

/** Complaints on the desk and in the inspectorate: the state, how many days ago they came in, and whose they are. */
const desk: readonly {
  readonly state: ComplaintState
  readonly age: number
  readonly isInspected?: boolean
  readonly to?: 'pegawai' | 'penilai'
}[] = [
  { state: 'DITERIMA', age: 0 },
  { state: 'DITERIMA', age: 0 },
  { state: 'DITERIMA', age: 1 },
  { state: 'DITERIMA', age: 2 },
  { state: 'DITERIMA', age: 9 },
  { state: 'DIVERIFIKASI', age: 2 },
  { state: 'DIVERIFIKASI', age: 3 },
  { state: 'DIVERIFIKASI', age: 5 },
  { state: 'DIDISPOSISI', age: 1, to: 'pegawai' },
  { state: 'DIDISPOSISI', age: 3, to: 'penilai' },
  { state: 'DIDISPOSISI', age: 30, to: 'penilai' },
  { state: 'DIPROSES', age: 2, to: 'pegawai' },
  { state: 'DIPROSES', age: 6, to: 'penilai' },
  { state: 'DIJAWAB', age: 3, to: 'pegawai' },
  { state: 'DIJAWAB', age: 4, to: 'penilai' },
  { state: 'DIBUKA_KEMBALI', age: 8, to: 'penilai' },
  { state: 'DITERUSKAN', age: 12 },
  { state: 'DITERIMA', age: 1, isInspected: true },
  { state: 'DIVERIFIKASI', age: 6, isInspected: true },
  { state: 'DIJAWAB', age: 20, isInspected: true },
]

/** Days back over which the city has handled complaints. */
const daysBack = 180
/** Complaints of one unit in that time. */
const perUnit = [5, 14] as const

type Handlers = Readonly<Record<'pegawai' | 'penilai', { readonly employeeId: string | null }>>
type Row = Prisma.ComplaintCreateManyInput & { readonly id: string }

/**
 * Half a year of complaints about units that serve the public, two in three of them answered within a day, and those that wait on the desk today, in every
 * state of domain E2; some about named officials, for the inspectorate alone.
 */
export async function writeComplaints(tx: Transaction, random: Random, { now }: Calendar, handlers: Handlers): Promise<void> {
  const units = await tx.unit.findMany({
    where: { isServiceUnit: true, closedOn: null },
    orderBy: { code: 'asc' },
    take: 40,
    select: { id: true },
  })
  const { employeeId } = handlers.pegawai
  const clinic =
    employeeId === null ? null : await tx.employee.findUnique({ where: { id: employeeId }, select: { unitId: true } })
  const past = units.flatMap(({ id }) => Array.from({ length: random.int(...perUnit) }, () => handled(random, id, now)))
  const waiting = desk.map((one, index) =>
    waits(random, one, { now, handlers, unitId: one.to ? clinic?.unitId : units[index % units.length]?.id }),
  )
  const rows = [...past, ...waiting]
  // The last one was examined by the inspectorate: it knows whom it is about.
  const last = rows.at(-1)
  if (last) last.officialId = handlers.penilai.employeeId
  await tx.complaint.createMany({ data: rows })
  const answered = rows.filter(({ answeredAt }) => answeredAt)
  await tx.complaintMessage.createMany({
    data: answered.map(({ id, answeredAt }) => ({
      id: random.id(),
      complaintId: id,
      kind: 'ANSWER' as const,
      text: random.pick(answers),
      at: answeredAt ?? now,
    })),
  })
}

function base(random: Random, receivedAt: Date) {
  const [category, description] = random.pick(stories)
  const id = random.id()
  const tail = createHash('sha256').update(id).digest('hex').slice(0, 10).toUpperCase()
  return { id, number: `ADU-${isoDay(receivedAt).slice(0, 4)}-${tail}`, category, description, links: [], receivedAt }
}

const hours = (from: Date, count: number) => new Date(from.getTime() + Math.round(count * 3_600_000))

/** One of the past: closed, a few opened again, rejected or out of scope. */
function handled(random: Random, unitId: string, now: Date): Row {
  const receivedAt = hours(now, -24 * random.int(14, daysBack) - random.next() * 10)
  const isFast = random.chance(0.66)
  const answeredAt = hours(receivedAt, isFast ? 1 + random.next() * 21 : 26 + random.next() * 120)
  const exclusion = random.chance(0.07) ? random.pick(['OUT_OF_SCOPE', 'SPAM', 'WITHDRAWN'] as const) : null
  const isReopened = exclusion === null && random.chance(0.05)
  return {
    ...base(random, receivedAt),
    unitId,
    channel: random.pick(['WEB', 'WEB', 'LAPOR', 'LOKET', 'WA'] as const),
    class: random.pick(['NORMATIF', 'NON_PENGAWASAN'] as const),
    state: exclusion === null ? 'SELESAI' : 'DITOLAK',
    exclusion,
    decisionReason: exclusion === null || exclusion === 'WITHDRAWN' ? null : 'Tidak termasuk layanan pemerintah kota.',
    resolvedAt: exclusion === null ? answeredAt : null,
    answeredAt: exclusion === null ? answeredAt : null,
    reopenedAt: isReopened ? addDays(answeredAt, 2) : null,
    closedAt: addDays(answeredAt, 3),
    satisfaction: exclusion === null && random.chance(0.6) ? random.pick([4, 4, 3, 3, 3, 2, 1]) : null,
  }
}

type Place = { readonly now: Date; readonly handlers: Handlers; readonly unitId: string | undefined }

/** One that somebody has to do with today. */
function waits(random: Random, { state, age, isInspected, to }: (typeof desk)[number], { now, handlers, unitId }: Place): Row {
  const receivedAt = hours(now, -24 * age - 2 - random.next() * 3)
  const isVerified = state !== 'DITERIMA'
  const isAnswered = state === 'DIJAWAB' || state === 'DIBUKA_KEMBALI'
  const answeredAt = isAnswered ? hours(receivedAt, 20) : null
  const until = answeredAt && state === 'DIJAWAB' ? addDays(answeredAt, isInspected ? 30 : 10) : null
  return {
    ...base(random, receivedAt),
    unitId: unitId ?? null,
    channel: 'WEB',
    queue: isInspected ? 'INSPECTORATE' : 'DESK',
    class: isInspected ? 'PENGAWASAN' : isVerified ? 'NON_PENGAWASAN' : null,
    state,
    handlerId: to ? handlers[to].employeeId : null,
    verifyDueAt: addDays(receivedAt, 5),
    dueAt: addDays(receivedAt, isInspected ? 84 : 20),
    resolvedAt: answeredAt,
    answeredAt,
    reopenedAt: answeredAt && state === 'DIBUKA_KEMBALI' ? addDays(answeredAt, 4) : null,
    reopenUntil: until,
    finding: isInspected && isAnswered ? 'TIDAK_TERBUKTI' : null,
    ...(state === 'DITERUSKAN'
      ? {
          exclusion: 'OUT_OF_SCOPE' as const,
          forwardedTo: 'PT PLN (Persero)',
          decisionReason: 'Sambungan listrik diurus oleh PLN.',
          closedAt: hours(receivedAt, 20),
        }
      : {}),
  }
}
