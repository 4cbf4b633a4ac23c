import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import type { Unit, UnitType, UnitVersion } from '../../generated/prisma/client.ts'
import { civilDate, dayBefore } from '../../identity/rules/civil-date.ts'
import { found } from '../../list.ts'
import { type Changes, command, type Transaction } from '../../transact.ts'
import { mayChangeUnit, mayWrite } from '../policy.ts'
import { circleRefusal, standsBelow } from '../queries/unit-move.ts'
import { unitIdsAbove } from '../queries.ts'
import { dayText } from '../rules/days.ts'
import { lockStructure, rebuildUnitClosure } from './due-changes.ts'

const name = z.string().trim().min(1).max(200)
const type = z.enum([
  'PEMDA',
  'SETDA',
  'SETWAN',
  'INSPEKTORAT',
  'DINAS',
  'BADAN',
  'KECAMATAN',
  'KELURAHAN',
  'UPTD',
  'SEKOLAH',
  'PUSKESMAS',
  'RSUD',
  'BAGIAN',
  'BIDANG',
  'SEKSI',
  'TIM_KERJA',
] satisfies UnitType[])

/** Opens a unit from a day on. Without a parent it stands at the top, which only a writer for the whole city may do. */
export const createUnit = command({
  input: z.strictObject({
    code: z.string().trim().min(1).max(50),
    siasnUnorId: z.string().trim().min(1).max(64).nullish(),
    name,
    type,
    isServiceUnit: z.boolean().nullish(),
    parentId: z.uuid().nullish(),
    validFrom: z.date(),
  }),
  load: async (tx, { parentId }) => {
    await lockStructure(tx)
    return { parent: parentId ? await standingOf(tx, parentId) : null }
  },
  allow: (actor, { parent }) => (parent ? mayChangeUnit(actor, parent) : mayWrite(actor, [])),
  run: async ({ tx, input }) => {
    const { validFrom, code, siasnUnorId } = input
    if (await tx.unit.findUnique({ where: { code }, select: { id: true } })) throw codeTaken()
    const content = {
      name: input.name,
      type: input.type,
      isServiceUnit: input.isServiceUnit ?? false,
      parentId: input.parentId ?? null,
    }
    const unit = await tx.unit.create({ data: { ...content, code, siasnUnorId: siasnUnorId ?? null } })
    await tx.unitVersion.create({ data: { ...content, unitId: unit.id, validFrom } })
    await rebuildUnitClosure(tx)
    const changes = { code: [null, code], ...differences({}, content), validFrom: [null, dayText(validFrom)] } satisfies Changes
    return { result: unit, entity: { type: 'Unit', id: unit.id }, changes }
  },
  audit: 'unit.created',
})

/**
 * Renames, moves or closes a unit from a day on. The version in force ends the day before and a new one begins; a change from the very
 * day on which that version began mends it instead. Today's columns and the tree follow at once when the day has come, and by
 * `applyDueChanges` when it comes. `closedOn` is the last day of the unit.
 *
 * WRONG_STATE: before the last version's first day, already closed, or units below it are still open. CASCADE_CYCLE: the new parent lies
 * below the unit.
 */
export const changeUnit = command({
  input: z.strictObject({
    id: z.uuid(),
    validFrom: z.date(),
    name: name.nullish(),
    type: type.nullish(),
    parentId: z.uuid().nullish(),
    isServiceUnit: z.boolean().nullish(),
    closedOn: z.date().nullish(),
    reason: z.string().trim().min(1).max(1_000).nullish(),
  }),
  load: async (tx, { id, parentId }) => {
    await lockStructure(tx)
    await tx.$queryRaw`SELECT id FROM unit WHERE id = ${id}::uuid FOR UPDATE`
    const unit = await tx.unit.findUnique({ where: { id }, include: { versions: { orderBy: { validFrom: 'desc' }, take: 1 } } })
    if (!unit) return null
    const moves = parentId && parentId !== unit.parentId
    return { unit, underUnitIds: await unitIdsAbove(tx, id), newParent: moves ? await standingOf(tx, parentId) : null }
  },
  allow: (actor, { unit, underUnitIds, newParent }) => {
    const held = mayChangeUnit(actor, { underUnitIds, closedOn: unit.closedOn })
    return held === true && newParent ? mayChangeUnit(actor, newParent) : held
  },
  run: async ({ tx, input, subject: { unit }, now }) => {
    const last = unit.versions[0]
    const before = last ?? unit
    const after = {
      name: input.name ?? before.name,
      type: input.type ?? before.type,
      isServiceUnit: input.isServiceUnit ?? before.isServiceUnit,
      parentId: input.parentId ?? before.parentId,
    }
    const { validFrom } = input
    const closedOn = input.closedOn ?? null
    if (last && validFrom < last.validFrom) throw backdated(last.validFrom)
    if (closedOn && closedOn < validFrom) throw closesTooEarly()
    if (!closedOn && Object.keys(differences(before, after)).length === 0) throw nothingChanges()
    if (closedOn) await refuseOpenChildren(tx, unit.id)
    if (after.parentId !== before.parentId && after.parentId) await refuseCircle(tx, unit.id, after.parentId, validFrom)

    await writeVersion(tx, unit.id, last, { ...after, validFrom, validTo: closedOn })
    const isDue = validFrom <= civilDate(now)
    const result = await tx.unit.update({ where: { id: unit.id }, data: { ...(isDue ? after : {}), closedOn } })
    if (isDue && after.parentId !== unit.parentId) await rebuildUnitClosure(tx)
    const changes = {
      ...differences(before, after),
      ...(closedOn ? { closedOn: [null, dayText(closedOn)] as const } : {}),
      validFrom: [last ? dayText(last.validFrom) : null, dayText(validFrom)] as const,
    }
    return { result, entity: { type: 'Unit', id: unit.id }, changes, reason: input.reason ?? undefined }
  },
  audit: 'unit.changed',
})

type Content = Pick<UnitVersion, 'name' | 'type' | 'isServiceUnit' | 'parentId'>

/** Where a unit stands: what the policy must know of a unit that gets another one below it. NOT_FOUND when there is none. */
async function standingOf(tx: Transaction, id: string): Promise<{ underUnitIds: string[]; closedOn: Unit['closedOn'] }> {
  const { closedOn } = found(await tx.unit.findUnique({ where: { id }, select: { closedOn: true } }))
  return { underUnitIds: await unitIdsAbove(tx, id), closedOn }
}

async function writeVersion(
  tx: Transaction,
  unitId: string,
  last: Pick<UnitVersion, 'id' | 'validFrom'> | undefined,
  version: Content & Pick<UnitVersion, 'validFrom' | 'validTo'>,
): Promise<void> {
  if (last && last.validFrom.getTime() === version.validFrom.getTime()) {
    await tx.unitVersion.update({ where: { id: last.id }, data: version })
    return
  }
  if (last) await tx.unitVersion.update({ where: { id: last.id }, data: { validTo: dayBefore(version.validFrom) } })
  await tx.unitVersion.create({ data: { ...version, unitId } })
}

/** The new parent may not stand below the unit. */
async function refuseCircle(tx: Transaction, unitId: string, parentId: string, validFrom: Date): Promise<void> {
  if (await standsBelow(tx, unitId, parentId, validFrom)) throw new DomainError(circleRefusal.code, circleRefusal.reason)
}

async function refuseOpenChildren(tx: Transaction, unitId: string): Promise<void> {
  const open = await tx.unit.count({ where: { parentId: unitId, closedOn: null } })
  if (open > 0) {
    throw new DomainError('WRONG_STATE', {
      id: `Masih ada ${open} unit di bawahnya. Pindahkan atau tutup unit-unit itu lebih dulu.`,
      en: `${open} units below it are still open. Move or close them first.`,
    })
  }
}

function differences(before: Partial<Content>, after: Content): Changes {
  const fields = ['name', 'type', 'isServiceUnit', 'parentId'] as const
  return Object.fromEntries(
    fields.filter((field) => before[field] !== after[field]).map((field) => [field, [before[field] ?? null, after[field]]]),
  )
}

function codeTaken(): DomainError {
  const sentence = { id: 'Kode unit ini sudah dipakai.', en: 'This code is in use already.' }
  return new DomainError('CONFLICT', sentence, { code: sentence })
}

function backdated(since: Date): DomainError {
  const day = dayText(since)
  const sentence = {
    id: `Perubahan terakhir berlaku sejak ${day}; perubahan baru tidak boleh mendahuluinya.`,
    en: `The last change holds from ${day}; a new one may not begin before it.`,
  }
  return new DomainError('WRONG_STATE', sentence, { validFrom: sentence })
}

function closesTooEarly(): DomainError {
  const sentence = {
    id: 'Tanggal penutupan mendahului tanggal berlaku.',
    en: 'The closing day lies before the day from which the change holds.',
  }
  return new DomainError('INVALID_INPUT', sentence, { closedOn: sentence })
}

function nothingChanges(): DomainError {
  return new DomainError('INVALID_INPUT', { id: 'Tidak ada yang berubah.', en: 'Nothing would change.' })
}
