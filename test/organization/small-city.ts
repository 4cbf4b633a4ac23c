import type { Database } from '../../server/db.ts'
import type { Prisma, UnitType } from '../../server/generated/prisma/client.ts'
import { type Actor, anonymous, type Grant, type Permission } from '../../server/identity/policy.ts'
import { rebuildUnitClosure } from '../../server/organization/commands/due-changes.ts'
import { employeeSearchText } from '../../server/organization/rules/names.ts'

/** The instant at which the tests act: 15 June 2025, noon in WIB. */
export const now = new Date('2025-06-15T05:00:00Z')

export const day = (text: string) => new Date(`${text}T00:00:00Z`)

const tree = {
  city: [null, 'PEMDA'],
  health: ['city', 'DINAS'],
  clinic: ['health', 'PUSKESMAS'],
  ward: ['clinic', 'SEKSI'],
  works: ['city', 'DINAS'],
} as const satisfies Record<string, readonly [parent: string | null, type: UnitType]>

const people = {
  secretary: ['city', null],
  healthHead: ['health', 'secretary'],
  clinicHead: ['clinic', 'healthHead'],
  wardHead: ['ward', 'clinicHead'],
  nurse: ['ward', 'wardHead'],
  midwife: ['ward', 'wardHead'],
  worksHead: ['works', 'secretary'],
  engineer: ['works', 'worksHead'],
} as const satisfies Record<string, readonly [unit: keyof typeof tree, superior: string | null]>

type UnitKey = keyof typeof tree
export type PersonKey = keyof typeof people

/** Two offices, one of them three levels deep, with eight people, each with one record of every history. Several fit into one database. */
export type SmallCity = {
  readonly unit: Record<UnitKey, string>
  readonly code: Record<UnitKey, string>
  readonly person: Record<PersonKey, string>
}

export async function createSmallCity({ prisma }: Pick<Database, 'prisma'>): Promise<SmallCity> {
  const unit = {} as Record<UnitKey, string>
  const code = {} as Record<UnitKey, string>
  const person = {} as Record<PersonKey, string>
  const before = await prisma.employee.count()
  const suffix = before === 0 ? '' : `-${before}`
  await prisma.$transaction(async (tx) => {
    for (const [key, [parent, type]] of Object.entries(tree) as [UnitKey, (typeof tree)[UnitKey]][]) {
      const content = { name: `Unit ${key}`, type, isServiceUnit: false, parentId: parent ? unit[parent] : null }
      const versions = {
        create: { name: content.name, type, isServiceUnit: false, validFrom: day('2020-01-01'), parentId: content.parentId },
      }
      code[key] = `${key}${suffix}`
      unit[key] = (await tx.unit.create({ data: { ...content, code: code[key], versions } })).id
    }
    await rebuildUnitClosure(tx)
    for (const [index, [key, [unitKey, superior]]] of (
      Object.entries(people) as [PersonKey, (typeof people)[PersonKey]][]
    ).entries()) {
      const superiorId = superior ? person[superior] : null
      const created = await tx.employee.create({
        data: newEmployee(before + index, key, unit[unitKey], superiorId),
        select: { id: true },
      })
      person[key] = created.id
    }
  })
  return { unit, code, person }
}

/** An employee with one record in each history. */
export function newEmployee(
  index: number,
  name: string,
  unitId: string,
  superiorId: string | null,
): Prisma.EmployeeUncheckedCreateInput {
  const nip = nipNumber(index)
  const since = day('2020-01-01')
  const positionTitle = `Position of ${name}`
  return {
    nip,
    name,
    searchText: employeeSearchText({ name, nip }),
    employmentType: 'PNS',
    sex: 'FEMALE',
    birthOn: day('1980-01-01'),
    email: `${name}@city.example`,
    golongan: 'III/c',
    positionTitle,
    positionKind: 'STRUKTURAL',
    positionFrom: since,
    unitId,
    superiorId,
    positions: { create: { title: positionTitle, unitId, unitName: 'Unit', validFrom: since } },
    ranks: { create: { golongan: 'III/c', validFrom: since } },
    educations: { create: { level: 'S-1', institution: 'University', graduatedOn: day('2003-08-01') } },
    trainings: { create: { formId: 5, name: 'Training', startsOn: day('2021-03-01'), endsOn: day('2021-03-03'), jp: '24' } },
    disciplines: { create: { level: 'RINGAN', sanction: 'Teguran lisan', decreeNumber: '1', decreeOn: since, validFrom: since } },
    ...(superiorId ? { reportingLines: { create: { superiorId, validFrom: since } } } : {}),
  }
}

/** A NIP that holds to F16, another one for each number: the day of birth and the serial tell them apart. */
export function nipNumber(index: number): string {
  const born = new Date(Date.UTC(1980, 0, 1 + (index % 365))).toISOString().slice(0, 10).replaceAll('-', '')
  return `${born}2005012${String(901 + Math.floor(index / 365)).padStart(3, '0')}`
}

type Identity = { employeeId?: string; grants?: readonly Grant[]; scopes?: readonly Permission[] | null; kind?: Actor['kind'] }

/** Somebody signed in; without anything else, an outsider without a role. */
export function actorWith({ employeeId, grants = [], scopes = null, kind = 'USER' }: Identity): Actor {
  const id = kind === 'ANONYMOUS' || kind === 'SYSTEM' ? null : '00000000-0000-7000-8000-000000000001'
  return { ...anonymous, kind, id, label: 'test', employeeId: employeeId ?? null, grants, scopes, language: 'en' }
}

export const admin = actorWith({ grants: [{ role: 'ADMIN', unitId: null }] })
