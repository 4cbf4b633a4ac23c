import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { auditEvents } from '../../server/audit-events.ts'
import { type Actor, anonymous, type RoleName, rolePermissions, systemActor, type Verdict } from '../../server/identity/policy.ts'
import { anything, type Told, type World } from './anything.ts'

type Policy = (actor: Actor, subject: unknown, now: Date, input: unknown) => Verdict
type AnyCommand = { readonly audit: keyof typeof auditEvents; readonly allow: Policy }
type AnyMove = { readonly from: readonly string[]; readonly to: string; readonly who: (actor: Actor, facts: unknown) => Verdict }

/** Always, under some circumstances of the record, or never. */
export type Mark = 'ALWAYS' | 'SOMETIMES' | 'NEVER'

/** Whom one policy lets through. */
export type Row = {
  readonly area: string
  readonly name: string
  readonly what: string
  /** Whoever is signed in may ask: which rows it does something to is decided when the rows are read. */
  readonly isOpen: boolean
  readonly marks: Readonly<Record<string, Mark>>
  /** Properties of the record by which somebody passes without a role, such as `penilaiIds`. */
  readonly relations: readonly string[]
}

const home = join(import.meta.dirname, '../../server')
const worlds: readonly World[] = ['SOMETHING', 'NOTHING']
const now = new Date('2026-08-14T03:00:00Z')
const me = 'me'

/** Refusals that speak of the person; every other one speaks of the state of the record. */
const ofPerson: ReadonlySet<string> = new Set([
  ...['FORBIDDEN', 'NOT_PENILAI', 'SELF_APPRAISAL', 'CONFLICT_OF_INTEREST', 'UNAUTHENTICATED', 'NOT_FOUND'],
])

const stranger: Actor = { ...anonymous, kind: 'USER', id: 'somebody', employeeId: 'somebody', label: 'somebody' }
const withRole = (role: RoleName): Actor => ({ ...stranger, grants: [{ role, unitId: null }] })

/** Who is asked about: people with one role for the whole city and no part in the record, a token, and the jobs of the server. */
export const columns: Readonly<Record<string, Actor>> = {
  ADMIN: withRole('ADMIN'),
  TIM_KINERJA: withRole('TIM_KINERJA'),
  INSPECTOR: withRole('INSPECTOR'),
  TEAM_MEMBER: withRole('TEAM_MEMBER'),
  EMPLOYEE: withRole('EMPLOYEE'),
  INTEGRATOR: { ...withRole('INTEGRATOR'), kind: 'TOKEN', employeeId: null, scopes: [...rolePermissions.INTEGRATOR] },
  SYSTEM: systemActor('job'),
}

type Words = { readonly own: readonly string[]; readonly states: readonly string[] }

/** Words of the policies of an area: what a copy of a record may have, and in which states it may stand. */
const wordsOf = new Map(
  [...Map.groupBy(policyFiles(), ([area]) => area)].map(([area, files]): [string, Words] => {
    const text = files.map(([, path]) => readFileSync(path, 'utf8')).join('\n')
    const own = new Set(text.match(/\b[a-z]+[A-Za-z]*\b/g) ?? [])
    const states = new Set((text.match(/'[A-Z][A-Z_]+'/g) ?? []).map((word) => word.slice(1, -1)))
    return [area, { own: [...own], states: [...states] }]
  }),
)

/** Every command of the server with whom its own policy lets through, area by area in the order of the names. */
export async function commandRows(): Promise<Row[]> {
  const files = filesLike(/^[a-z]+\/commands(\.ts$|\/.*\.ts$)/).filter(([, path]) =>
    /\bcommand\(/.test(readFileSync(path, 'utf8')),
  )
  const found = await exportsOf(files, isCommand)
  return found.map(({ area, name, value }) => rowOf(area, name, auditEvents[value.audit].en, value.allow))
}

/** Every step of every table of moves, with whom it names. */
export async function moveRows(): Promise<Row[]> {
  const found = await exportsOf(policyFiles(), isMoves)
  return found.flatMap(({ area, name: table, value }) =>
    Object.entries(value).map(([step, { from, to, who }]) =>
      rowOf(area, `${table}.${step}`, `${from.join(', ')} → ${to}`, (actor, facts) => who(actor, facts)),
    ),
  )
}

function policyFiles(): [area: string, path: string][] {
  return filesLike(/^[a-z]+\/policy(\.ts$|\/.*\.ts$)/)
}

function filesLike(pattern: RegExp): [area: string, path: string][] {
  return readdirSync(home, { recursive: true, encoding: 'utf8' })
    .filter((path) => pattern.test(path))
    .sort()
    .map((path) => [path.split('/')[0] ?? '', join(home, path)])
}

async function exportsOf<Value>(files: readonly (readonly [string, string])[], is: (value: unknown) => value is Value) {
  const found: { area: string; name: string; value: Value }[] = []
  for (const [area, path] of files) {
    const module: Record<string, unknown> = await import(pathToFileURL(path).href)
    for (const [name, value] of Object.entries(module)) if (is(value)) found.push({ area, name, value })
  }
  return found.sort((a, b) => a.area.localeCompare(b.area) || a.name.localeCompare(b.name))
}

function isCommand(value: unknown): value is AnyCommand {
  return isObject(value) && ['input', 'load', 'allow', 'run', 'audit'].every((key) => key in value)
}

function isMoves(value: unknown): value is Readonly<Record<string, AnyMove>> {
  const steps = isObject(value) ? Object.values(value) : []
  return steps.length > 0 && steps.every((step) => isObject(step) && ['from', 'to', 'who'].every((key) => key in step))
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function rowOf(area: string, name: string, what: string, asked: Policy): Row {
  const policy: Question = { asked, words: wordsOf.get(area) ?? { own: [], states: [] } }
  const isOpen = worlds.some((world) => passes(policy, stranger, { world }))
  const marks = Object.fromEntries(Object.entries(columns).map(([column, actor]) => [column, markOf(policy, actor)]))
  return { area, name, what, isOpen, marks, relations: isOpen ? [] : relationsOf(policy) }
}

type Question = { readonly asked: Policy; readonly words: Words }

function markOf(policy: Question, actor: Actor): Mark {
  const through = worlds.filter((world) => passes(policy, actor, { world })).length
  return through === worlds.length ? 'ALWAYS' : through > 0 ? 'SOMETIMES' : 'NEVER'
}

/** Properties that let a person without a role through when they name that person. */
function relationsOf(policy: Question): string[] {
  const asked = new Set<string>()
  passes(policy, stranger, { world: 'SOMETHING', asked })
  const person: Actor = { ...stranger, id: me, employeeId: me }
  const found = [...asked].filter((name) => {
    if (!/^id$|(Id|Ids|By)$/.test(name)) return false
    const fixed = { [name]: name.endsWith('Ids') ? [me] : me }
    return passes(policy, person, { world: 'SOMETHING', fixed })
  })
  return found.sort()
}

/**
 * Does the policy refuse no person like this one? It asks who somebody is before it looks at the state of a record, so a refusal for the state tells
 * that the person passed. Where it stumbles over a state that does not exist, it is asked again in each state that it knows.
 */
function passes({ asked: policy, words }: Question, actor: Actor, told: Omit<Told, 'own'>): boolean {
  const ask = (fixed: Readonly<Record<string, unknown>>): boolean | undefined => {
    const record = () => anything({ ...told, fixed: { ...told.fixed, ...fixed }, own: words.own })
    try {
      const verdict = policy(actor, record(), now, record())
      return verdict === true || !ofPerson.has(verdict.code)
    } catch (error) {
      if (error instanceof TypeError) return undefined
      throw error
    }
  }
  const first = ask({})
  if (first !== undefined) return first
  return words.states.map((state) => ask({ state })).find((answer) => answer !== undefined) ?? true
}
