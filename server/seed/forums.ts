import type { FkpAgreementState, FkpRole, FkpState } from '../generated/prisma/client.ts'
import type { Transaction } from '../transact.ts'
import { addDays, type Calendar } from './calendar.ts'
import type { Random } from './random.ts'

const guests: readonly (readonly [FkpRole, string])[] = [
  ['PENYELENGGARA', 'Pemerintah kota'],
  ['PENGGUNA_LAYANAN', 'Perwakilan warga kelurahan'],
  ['PENGGUNA_LAYANAN', 'Perkumpulan orang tua'],
  ['AHLI', 'Universitas di kota ini'],
  ['MEDIA', 'Harian setempat'],
  ['MASYARAKAT_SIPIL', 'Lembaga pemerhati layanan publik'],
]

type Agreed = { readonly text: string; readonly days: number; readonly state: FkpAgreementState; readonly result?: string }

const issues: readonly { readonly said: string; readonly agreed: readonly Agreed[] }[] = [
  {
    said: 'Waktu tunggu pendaftaran terlalu lama pada hari Senin.',
    agreed: [
      {
        text: 'Membuka loket ketiga setiap Senin pagi.',
        days: 30,
        state: 'SELESAI',
        result: 'Loket ketiga dibuka sejak bulan lalu; waktu tunggu turun dari 90 menjadi 40 menit.',
      },
    ],
  },
  {
    said: 'Syarat layanan di papan dan di situs tidak sama.',
    agreed: [{ text: 'Menyamakan syarat pada papan, situs dan loket.', days: 45, state: 'BERJALAN' }],
  },
  {
    said: 'Petugas sulit dimengerti oleh warga lanjut usia.',
    agreed: [
      { text: 'Melatih petugas loket dalam komunikasi dengan warga lanjut usia.', days: 120, state: 'BERJALAN' },
      {
        text: 'Menyediakan pendamping sepanjang hari.',
        days: 60,
        state: 'TIDAK_DILANJUTKAN',
        result: 'Belum ada anggaran tahun ini; diusulkan untuk tahun depan.',
      },
    ],
  },
]

const minutes =
  'Forum dibuka oleh penyelenggara layanan. Peserta menyampaikan tiga isu, dan untuk setiap isu disepakati tindak lanjut dengan penanggung jawab dan tenggatnya. Berita acara ini dibacakan dan disetujui semua unsur yang hadir.'

const held: readonly { readonly state: FkpState; readonly days: number }[] = [
  { state: 'DIPUBLIKASI', days: -70 },
  { state: 'SELESAI', days: -20 },
  { state: 'TERJADWAL', days: 12 },
  { state: 'RANCANGAN', days: 40 },
]

/** Forums of clinics in each stage of their life: one published with what came of it, one settled, one to come and a draft. */
export async function writeForums(tx: Transaction, random: Random, { now, today }: Calendar): Promise<void> {
  const units = await tx.unit.findMany({
    where: { isServiceUnit: true, closedOn: null, employees: { some: {} } },
    orderBy: { code: 'asc' },
    take: held.length,
    select: { id: true, name: true, employees: { orderBy: { nip: 'asc' }, take: 1, select: { id: true } } },
  })
  for (const [index, { state, days }] of held.entries()) {
    const unit = units[index]
    const ownerId = unit?.employees[0]?.id
    if (!unit || !ownerId) continue
    const fkpId = random.id()
    const heldOn = addDays(today, days)
    const isHeld = days < 0
    await tx.fkp.create({
      data: {
        id: fkpId,
        unitId: unit.id,
        title: `Forum konsultasi publik ${unit.name}`,
        purpose: 'Mendengar pengguna tentang standar pelayanan dan menyepakati perbaikannya.',
        place: `Ruang pertemuan ${unit.name}`,
        heldOn,
        state,
        minutes: isHeld ? minutes : null,
        publishedAt: state === 'DIPUBLIKASI' ? addDays(now, days + 7) : null,
        createdAt: addDays(now, days - 30),
      },
      select: { id: true },
    })
    await tx.fkpInvitation.createMany({
      data: guests.map(([role, organisation]) => ({
        id: random.id(),
        fkpId,
        role,
        organisation,
        attended: isHeld ? role !== 'MEDIA' : null,
      })),
    })
    if (isHeld) await writeOutcome(tx, random, { fkpId, unitId: unit.id, ownerId, heldOn })
  }
}

type Held = { readonly fkpId: string; readonly unitId: string; readonly ownerId: string; readonly heldOn: Date }

async function writeOutcome(tx: Transaction, random: Random, { fkpId, unitId, ownerId, heldOn }: Held): Promise<void> {
  const rows = issues.map(({ said, agreed }, index) => ({ id: random.id(), number: index + 1, said, agreed }))
  await tx.fkpIssue.createMany({
    data: rows.map(({ id, number, said }) => ({
      id,
      fkpId,
      number,
      unitId,
      category: number === 2 ? ('INFORMASI' as const) : ('WAKTU_LAYANAN' as const),
      raisedBy: 'PENGGUNA_LAYANAN' as const,
      text: said,
    })),
  })
  const agreements = rows.flatMap(({ id, agreed }) => agreed.map((one) => ({ issueId: id, ...one })))
  await tx.fkpAgreement.createMany({
    data: agreements.map(({ issueId, text, days, state, result = null }, index) => ({
      id: random.id(),
      fkpId,
      issueId,
      number: index + 1,
      text,
      ownerId,
      dueOn: addDays(heldOn, days),
      state,
      result,
      proofUrl: state === 'SELESAI' ? 'https://tera.example/bukti/loket-ketiga' : null,
      closedAt: state === 'BERJALAN' ? null : addDays(heldOn, days - 5),
    })),
  })
}
