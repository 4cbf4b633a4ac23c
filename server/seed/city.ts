import type { Prisma } from '../generated/prisma/client.ts'
import { type Calendar, day } from './calendar.ts'
import type { Random } from './random.ts'
import { cityCode, cityName, type UnitSeed, unitChanges, units } from './tables/units.ts'

export type Unit = Prisma.UnitCreateManyInput & {
  readonly id: string
  readonly code: string
  readonly path: string
  readonly seed: UnitSeed | null
}
type UnitVersion = Prisma.UnitVersionCreateManyInput

/** The first day of the tree: nothing here is older. */
const founded = day(2018, 1, 1)

/** The organisation tree as it stands today, parents before children, and the versions that it went through. */
export function buildUnits(random: Random, calendar: Calendar): { units: readonly Unit[]; versions: UnitVersion[] } {
  const byCode = new Map<string, Unit>()
  const add = (seed: UnitSeed | null) => {
    const code = seed ? fullCode(seed.code) : cityCode
    const parent = seed ? byCode.get(parentCode(seed.code)) : undefined
    byCode.set(code, {
      id: random.id(),
      code,
      siasnUnorId: `UNOR-${code.replaceAll('.', '')}`,
      name: seed?.name ?? cityName,
      type: seed?.type ?? 'PEMDA',
      isServiceUnit: seed?.isServiceUnit ?? false,
      parentId: parent?.id ?? null,
      closedOn: seed?.code === unitChanges.closed.code ? day(calendar.lastYear, 12, 31) : null,
      createdAt: calendar.now,
      path: parent ? `${parent.path} › ${seed?.name}` : cityName,
      seed,
    })
  }
  for (const seed of [null, ...units]) add(seed)
  const all = [...byCode.values()]
  return { units: all, versions: all.flatMap((unit) => versionsOf(unit, byCode, random, calendar)) }
}

export function fullCode(code: string): string {
  return `${cityCode}.${code}`
}

/** The row of the table `unit`, without what only the generator needs. */
export function unitRow({ path, seed, ...row }: Unit): Prisma.UnitCreateManyInput {
  return row
}

function parentCode(code: string): string {
  return code.includes('.') ? fullCode(code.slice(0, code.lastIndexOf('.'))) : cityCode
}

function versionsOf(
  unit: Unit,
  byCode: ReadonlyMap<string, Unit>,
  random: Random,
  { lastYear, thisYear, now }: Calendar,
): UnitVersion[] {
  const present = {
    id: random.id(),
    unitId: unit.id,
    name: unit.name,
    type: unit.type,
    isServiceUnit: unit.isServiceUnit ?? false,
    parentId: unit.parentId ?? null,
    validFrom: founded,
    validTo: unit.closedOn ?? null,
    createdAt: now,
  }
  const before =
    unit.seed?.code === unitChanges.renamed.code
      ? { name: unitChanges.renamed.before }
      : unit.seed?.code === unitChanges.moved.code
        ? { parentId: byCode.get(fullCode(unitChanges.moved.beforeParent))?.id ?? null }
        : null
  if (!before) return [present]
  return [
    { ...present, ...before, id: random.id(), validTo: day(lastYear, 12, 31) },
    { ...present, validFrom: day(thisYear, 1, 1) },
  ]
}
