import type { Prisma } from '../generated/prisma/client.ts'
import { hashPassword, hashSecret } from '../identity/commands/secrets.ts'
import { type Actor, anonymous, type RoleName, rolePermissions } from '../identity/policy.ts'
import { addDays, type Calendar, day } from './calendar.ts'
import { fullCode, type Unit } from './city.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'

/** A way in for trying things out. Everybody can read these passwords here, so they open nothing in production. */
export type DemoAccount =
  | { readonly kind: 'USER'; readonly username: string; readonly password: string; readonly label: string }
  | { readonly kind: 'TOKEN'; readonly token: string; readonly label: string }

type UserSeed = {
  readonly username: string
  readonly password: string
  readonly label: string
  /** Role with the unit that it is for; null is the whole city. */
  readonly grants: readonly (readonly [role: RoleName, unitCode: string | null])[]
  /** Who in the city it is: the first holder of a post in a unit. */
  readonly person: { readonly unitCode: string; readonly post: string } | null
}

const users = [
  { username: 'admin', password: 'demo-admin-tera', label: 'Administrator', grants: [['ADMIN', null]], person: null },
  {
    username: 'timkinerja',
    password: 'demo-timkinerja-tera',
    label: 'Tim pengelola kinerja',
    grants: [
      ['TIM_KINERJA', null],
      ['EMPLOYEE', null],
    ],
    person: { unitCode: '09', post: 'Analis SDM Aparatur' },
  },
  {
    username: 'inspektur',
    password: 'demo-inspektur-tera',
    label: 'Inspektorat',
    grants: [
      ['INSPECTOR', null],
      ['EMPLOYEE', null],
    ],
    person: { unitCode: '03', post: 'Auditor' },
  },
  {
    username: 'timpantau',
    password: 'demo-timpantau-tera',
    label: 'Anggota tim pemantau, Dinas Pendidikan',
    grants: [
      ['TEAM_MEMBER', '04'],
      ['EMPLOYEE', null],
    ],
    person: { unitCode: '04.01', post: 'Analis Kebijakan' },
  },
  {
    username: 'penilai',
    password: 'demo-penilai-tera',
    label: 'Penilai: kepala puskesmas',
    grants: [['EMPLOYEE', null]],
    person: { unitCode: '05.11', post: 'Kepala Puskesmas' },
  },
  {
    username: 'pegawai',
    password: 'demo-pegawai-tera',
    label: 'Pegawai: perawat',
    grants: [['EMPLOYEE', null]],
    person: { unitCode: '05.11', post: 'Perawat' },
  },
] as const satisfies readonly UserSeed[]

type DemoUsername = (typeof users)[number]['username']

const integrator = { kind: 'TOKEN', token: `tera_${'demo-integrator-'.padEnd(43, '0')}`, label: 'Integrator token' } as const

/** Every demo account, as it is printed at start in demo mode. */
export const demoAccounts: readonly DemoAccount[] = [
  ...users.map(({ username, password, label }) => ({ kind: 'USER' as const, username, password, label })),
  integrator,
]

export type Accounts = {
  readonly users: Prisma.UserCreateManyInput[]
  readonly grants: Prisma.RoleGrantCreateManyInput[]
  readonly token: Prisma.ApiTokenCreateInput
  /** The demo users as actors, so that commands of the city run in their name. */
  readonly actors: Readonly<Record<DemoUsername, Actor & { readonly id: string }>>
}

export async function buildAccounts(
  people: readonly Person[],
  units: readonly Unit[],
  random: Random,
  { now, lastYear }: Calendar,
): Promise<Accounts> {
  const unitId = (code: string | null) => units.find((unit) => code !== null && unit.code === fullCode(code))?.id ?? null
  const seeds: readonly UserSeed[] = users
  const rows = await Promise.all(
    seeds.map(async ({ username, password, label, person }) => {
      const employee =
        person && people.find(({ unit, post }) => unit.id === unitId(person.unitCode) && post.title === person.post)
      const displayName = employee?.name ?? label
      return {
        id: random.id(),
        username,
        displayName,
        passwordHash: await hashPassword(password),
        employeeId: employee?.id ?? null,
        isDemo: true,
        createdAt: now,
      }
    }),
  )
  const grants = seeds.flatMap(({ grants }, index) =>
    grants.map(([role, unitCode]) => ({
      id: random.id(),
      userId: rows[index]?.id ?? '',
      role,
      unitId: unitId(unitCode),
      validFrom: day(lastYear, 1, 1),
      createdAt: now,
    })),
  )
  const actorOf = (username: DemoUsername) => {
    const user = rows.find((row) => row.username === username)
    const own = grants.filter(({ userId }) => userId === user?.id).map(({ role, unitId }) => ({ role, unitId }))
    return {
      ...anonymous,
      kind: 'USER',
      id: user?.id ?? '',
      label: user?.displayName ?? username,
      employeeId: user?.employeeId ?? null,
      grants: own,
    } as const
  }
  const actors = {
    admin: actorOf('admin'),
    timkinerja: actorOf('timkinerja'),
    inspektur: actorOf('inspektur'),
    timpantau: actorOf('timpantau'),
    penilai: actorOf('penilai'),
    pegawai: actorOf('pegawai'),
  }
  const token = {
    id: random.id(),
    name: 'Demo integrator',
    tokenHash: hashSecret(integrator.token),
    role: 'INTEGRATOR' as const,
    scopes: [...rolePermissions.INTEGRATOR],
    createdBy: { connect: { id: actors.admin.id } },
    createdAt: now,
    expiresAt: addDays(now, 365),
  }
  return { users: rows, grants, token, actors }
}

/** The lines that tell a visitor of the demonstration how to get in. */
export function describeDemoAccounts(accounts: readonly DemoAccount[]): string[] {
  if (accounts.length === 0) return []
  return [
    'Demo accounts (they are refused in production):',
    ...accounts.map((account) =>
      account.kind === 'USER'
        ? `  ${account.username.padEnd(12)} ${account.password.padEnd(22)} ${account.label}`
        : `  Authorization: Bearer ${account.token}   ${account.label}`,
    ),
  ]
}
