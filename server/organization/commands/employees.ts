import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import type { Employee } from '../../generated/prisma/client.ts'
import { refuse } from '../../identity/policy.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { type Changes, command, type Transaction } from '../../transact.ts'
import { mayWrite } from '../policy.ts'
import { unitIdsAbove } from '../queries.ts'
import { dayText } from '../rules/days.ts'
import { employeeSearchText } from '../rules/names.ts'
import { parseNip } from '../rules/nip.ts'

const text = (longest: number) => z.string().trim().min(1).max(longest)

/**
 * Mends the data of an employee; what is left out stays, and null empties what may be empty. `expectedUpdatedAt` makes sure that nobody
 * else changed the record since it was read.
 *
 * STALE_VERSION: somebody did. INVALID_INPUT: the NIP breaks F16. CONFLICT: the NIP belongs to somebody else.
 */
export const correctEmployee = command({
  input: z.strictObject({
    id: z.uuid(),
    expectedUpdatedAt: z.date().nullish(),
    nip: z.string().max(40).optional(),
    name: text(300).optional(),
    titleBefore: text(50).nullish(),
    titleAfter: text(100).nullish(),
    birthPlace: text(100).nullish(),
    birthOn: z.date().nullish(),
    sex: z.enum(['MALE', 'FEMALE']).nullish(),
    positionTitle: text(300).optional(),
    email: z.email().max(254).nullish(),
    phone: z
      .string()
      .regex(/^\d{5,20}$/)
      .nullish(),
    reason: text(1_000).nullish(),
  }),
  load: async (tx, { id }) => {
    await tx.$queryRaw`SELECT id FROM employee WHERE id = ${id}::uuid FOR UPDATE`
    const employee = await tx.employee.findUnique({ where: { id } })
    return employee && { employee, underUnitIds: await unitIdsAbove(tx, employee.unitId) }
  },
  allow: (actor, { employee, underUnitIds }, _now, { expectedUpdatedAt }) => {
    const held = mayWrite(actor, underUnitIds)
    if (held !== true || !expectedUpdatedAt || expectedUpdatedAt.getTime() === employee.updatedAt.getTime()) return held
    return refuse(
      'STALE_VERSION',
      'Data ini diubah orang lain. Muat ulang, lalu ulangi.',
      'Somebody else changed this record. Load it again.',
    )
  },
  run: async ({ tx, input, subject: { employee }, now }) => {
    const { id, expectedUpdatedAt: _read, reason, ...given } = input
    const changed = correctableFields.filter((field) => given[field] !== undefined && !isSame(given[field], employee[field]))
    const changes: Changes = Object.fromEntries(
      changed.map((field) => [field, [recorded(employee[field]), recorded(given[field])]]),
    )
    if (changed.includes('nip')) await checkNip(tx, given.nip ?? '', now)
    const after = { ...employee, ...Object.fromEntries(changed.map((field) => [field, given[field]])) } as Employee
    const data = Object.fromEntries(changed.map((field) => [field, after[field]]))
    const result = await tx.employee.update({
      where: { id },
      data: { ...data, searchText: employeeSearchText(after), updatedAt: now },
    })
    return { result, entity: { type: 'Employee', id }, changes, reason: reason ?? undefined }
  },
  audit: 'employee.corrected',
})

/** What a correction may touch: content, never standing, unit, rank or superior, which have a date and a decree. */
const correctableFields = [
  'nip',
  'name',
  'titleBefore',
  'titleAfter',
  'birthPlace',
  'birthOn',
  'sex',
  'positionTitle',
  'email',
  'phone',
] as const satisfies readonly (keyof Employee)[]

function isSame(given: unknown, stored: unknown): boolean {
  return given instanceof Date && stored instanceof Date ? given.getTime() === stored.getTime() : given === stored
}

/** Dates go into the audit trail as days. */
function recorded(value: unknown): unknown {
  return value instanceof Date ? dayText(value) : value
}

async function checkNip(tx: Transaction, nip: string, now: Date): Promise<void> {
  const { valid, errors } = parseNip(nip, dayText(civilDate(now)))
  if (!valid || !/^\d{18}$/.test(nip)) {
    const faults = errors.join(', ') || 'FORMAT'
    const sentence = { id: `NIP tidak sah (${faults}).`, en: `The NIP is not valid (${faults}).` }
    throw new DomainError('INVALID_INPUT', sentence, { nip: sentence })
  }
  if (await tx.employee.findUnique({ where: { nip }, select: { id: true } })) {
    const sentence = { id: 'NIP ini sudah dipakai pegawai lain.', en: 'This NIP belongs to another employee.' }
    throw new DomainError('CONFLICT', sentence, { nip: sentence })
  }
}
