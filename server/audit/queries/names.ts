import type { Context } from '../../context.ts'
import { fullName } from '../../organization/rules/names.ts'

/** Fields of changes that hold the id of a unit, an employee or a user. */
const idFields = {
  parentId: 'unit',
  unitId: 'unit',
  superiorId: 'employee',
  employeeId: 'employee',
  penilaiId: 'employee',
  userId: 'user',
} as const

type IdField = keyof typeof idFields

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The present name of the record whose id a change holds; null for every other value. One statement for all changes of an answer. */
export async function nameBehind({ db, loaders }: Context, field: string, value: string | null): Promise<string | null> {
  if (value === null || !uuid.test(value) || !Object.hasOwn(idFields, field)) return null
  const kind = idFields[field as IdField]
  return loaders.load(`audit.name.${kind}`, value, async (ids) => {
    const names = await namesOf(db, kind, [...ids])
    return ids.map((id) => names.get(id) ?? null)
  })
}

async function namesOf(db: Context['db'], kind: (typeof idFields)[IdField], ids: string[]): Promise<ReadonlyMap<string, string>> {
  const where = { id: { in: ids } }
  switch (kind) {
    case 'unit': {
      const rows = await db.unit.findMany({ where, select: { id: true, name: true } })
      return new Map(rows.map(({ id, name }) => [id, name]))
    }
    case 'employee': {
      const rows = await db.employee.findMany({ where, select: { id: true, name: true, titleBefore: true, titleAfter: true } })
      return new Map(rows.map(({ id, name, titleBefore, titleAfter }) => [id, fullName(name, titleBefore, titleAfter)]))
    }
    case 'user': {
      const rows = await db.user.findMany({ where, select: { id: true, displayName: true } })
      return new Map(rows.map(({ id, displayName }) => [id, displayName]))
    }
  }
}
