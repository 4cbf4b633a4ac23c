import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, test } from 'vitest'

const server = join(import.meta.dirname, '../server')

/** Areas in import order: a later one may use an earlier one, never the reverse. */
const areas = [
  'identity',
  'organization',
  'indicators',
  'appraisals',
  'planning',
  'moderation',
  'objections',
  'pembinaan',
  'monitoring',
  'evaluations',
  'surveys',
  'complaints',
  'forums',
  'publication',
  'impact',
  'recognition',
  'documents',
  'notices',
  'exchange',
  'audit',
]

/** Roles of files in an area, the lower ones first: a role may use its own kind and what stands before it. */
const roles = ['rules', 'policy', 'queries', 'commands', 'graphql', 'routes', 'cli'] as const

/** Bytes in and rows out, or values in and bytes out; nothing of the database. */
const carriers = ['readers', 'printers'] as const

type Role = (typeof roles)[number] | (typeof carriers)[number]

type Import = { readonly from: string; readonly isType: boolean }

type File = {
  /** Path below `server/`. */
  readonly path: string
  readonly area: string | null
  /** Null outside the areas, and for a file of an area that has none. */
  readonly role: Role | null
  /** Own files by their path below `server/`, packages by their name. */
  readonly imports: readonly Import[]
  readonly program: Node
}

type Node = { readonly type: string; readonly [key: string]: unknown }

const files = readdirSync(server, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts') && !path.startsWith('generated/'))
  .map(readFile)

function readFile(path: string): File {
  const { program, module, errors } = parseSync(path, readFileSync(join(server, path), 'utf8'))
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const own = (request: string) => (request.startsWith('.') ? relative(server, join(server, dirname(path), request)) : request)
  const statics = module.staticImports.map(({ moduleRequest, entries }) => ({
    from: own(moduleRequest.value),
    isType: entries.length > 0 && entries.every(({ isType }) => isType),
  }))
  const reexports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) => (moduleRequest ? [{ from: own(moduleRequest.value), isType }] : [])),
  )
  const dynamics = nodesOf(program as unknown as Node)
    .filter(({ type }) => type === 'ImportExpression')
    .map(({ source }) => ({ from: own(String((source as Node).value)), isType: false }))
  const [first = '', second = ''] = path.split('/')
  const area = areas.includes(first) ? first : null
  return {
    path,
    area,
    role: area ? roleOf(second) : null,
    imports: [...statics, ...reexports, ...dynamics],
    program: program as unknown as Node,
  }
}

function roleOf(name: string): Role | null {
  const role = name.replace(/\.ts$/, '')
  const isFolder = role === name
  if (role === 'rules') return isFolder ? role : null
  if (role === 'routes') return isFolder ? null : role
  return role === 'policy' ||
    role === 'queries' ||
    role === 'commands' ||
    role === 'graphql' ||
    role === 'cli' ||
    role === 'readers' ||
    role === 'printers'
    ? role
    : null
}

function nodesOf(root: Node): Node[] {
  const found: Node[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item)
    else if (typeof value === 'object' && value !== null) {
      if ('type' in value && typeof value.type === 'string') found.push(value as Node)
      for (const child of Object.values(value)) visit(child)
    }
  }
  visit(root)
  return found
}

const fileAt = new Map(files.map((file) => [file.path, file]))

/** Each import of one own file by another, described for the message of a failure. */
const links = files.flatMap((file) =>
  file.imports.flatMap(({ from, isType }) => {
    const to = fileAt.get(from)
    return to ? [{ file, to, isType, text: `${file.path} imports ${to.path}` }] : []
  }),
)

const texts = (found: readonly { readonly text: string }[]) => found.map(({ text }) => text).sort()

describe('the law of imports', () => {
  test('it looks at real files', () => {
    expect(files.length).toBeGreaterThan(100)
    expect(links.length).toBeGreaterThan(300)
  })

  test('an area uses earlier areas only', () => {
    const upward = links.filter(({ file, to }) => file.area && to.area && areas.indexOf(to.area) > areas.indexOf(file.area))
    expect(texts(upward)).toEqual([])
  })

  test('every file of an area has a role', () => {
    expect(files.filter(({ area, role }) => area && !role).map(({ path }) => path)).toEqual([])
    expect(files.filter(({ area, role }) => role === 'readers' && area !== 'exchange').map(({ path }) => path)).toEqual([])
    expect(files.filter(({ area, role }) => role === 'printers' && area !== 'documents').map(({ path }) => path)).toEqual([])
  })

  test('a role uses only the roles before it', () => {
    const rank = (role: Role) => Math.max(0, (roles as readonly Role[]).indexOf(role))
    const upward = links.filter(
      ({ file, to }) =>
        file.role && to.role && (rank(to.role) > rank(file.role) || (to.role === 'readers' && file.role === 'rules')),
    )
    expect(texts(upward)).toEqual([])
  })

  test('rules stand on the frame of pure things, policy on rules and the actor', () => {
    const pure = ['math.ts', 'errors.ts', 'language.ts', 'rule-contract.ts', 'moves.ts']
    const ofPolicy = ['moves.ts']
    const packages = ['zod', 'decimal.js', 'jstat', 'csv-stringify/sync', 'node:crypto']
    const strange = files
      .filter(({ role }) => role === 'rules' || role === 'policy')
      .flatMap((file) =>
        file.imports
          .filter(
            ({ from, isType }) =>
              !(
                pure.includes(from) ||
                (file.role === 'policy' && ofPolicy.includes(from)) ||
                packages.includes(from) ||
                fileAt.get(from)?.role ||
                (isType && from.startsWith('generated/'))
              ),
          )
          .map(({ from }) => `${file.path} imports ${from}`),
      )
    expect(strange).toEqual([])
  })

  test('only the doors to the data open the database', () => {
    // A large import runs in a process of its own, which opens the database for itself.
    const doors = ['transact.ts', 'http.ts', 'main.ts', 'storage.ts', 'exchange/commands/import-process.ts']
    const opened = links.filter(({ file, to, isType }) => to.path === 'db.ts' && !isType && !doors.includes(file.path))
    expect(texts(opened)).toEqual([])
  })
})

describe('what a file may do', () => {
  const offences = (of: readonly (Role | null)[], isOffence: (node: Node) => string | null) =>
    files
      .filter(({ role }) => of.includes(role))
      .flatMap(({ path, program }) =>
        nodesOf(program)
          .flatMap((node) => isOffence(node) ?? [])
          .map((what) => `${path}: ${what}`),
      )

  const nameOf = (node: unknown) => ((node as Node | null)?.type === 'Identifier' ? String((node as Node).name) : null)
  const member = (node: unknown): string | null => {
    const { type, object, property } = node as Node
    return type === 'MemberExpression' ? `${nameOf(object) ?? '…'}.${nameOf(property)}` : null
  }

  test('rules and policy have no clock, no chance and no surroundings', () => {
    const surroundings = ['process', 'fetch', 'console', 'setTimeout', 'setInterval', 'setImmediate', 'globalThis']
    const found = offences(['rules', 'policy'], (node) => {
      if (node.type === 'NewExpression' && nameOf(node.callee) === 'Date' && (node.arguments as unknown[]).length === 0)
        return 'new Date()'
      if (node.type === 'CallExpression' && nameOf(node.callee) === 'Date') return 'Date()'
      if (node.type === 'ImportExpression') return 'import()'
      const used =
        node.type === 'CallExpression' ? nameOf(node.callee) : node.type === 'MemberExpression' ? nameOf(node.object) : null
      if (used && surroundings.includes(used)) return used
      const path = member(node)
      return path &&
        /^(Date\.now|performance\.now|Math\.random|.*\.(randomUUID|randomBytes|randomInt|getRandomValues))$/.test(path)
        ? path
        : null
    })
    expect(found).toEqual([])
  })

  test('reads and types write nothing', () => {
    const writes = /^(create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|delete|deleteMany|upsert)$/
    const found = offences(['policy', 'queries', 'graphql'], (node) => {
      const callee = (
        node.type === 'CallExpression' ? node.callee : node.type === 'TaggedTemplateExpression' ? node.tag : null
      ) as Node | null
      if (callee?.type !== 'MemberExpression') return null
      const name = nameOf(callee.property) ?? ''
      if (/^\$(executeRaw|executeRawUnsafe|transaction)$/.test(name)) return name
      // A write of Prisma is called on a model of a client: db.unit.update(…). A Map has a delete too.
      return writes.test(name) && (callee.object as Node).type === 'MemberExpression' ? `${member(callee.object)}.${name}` : null
    })
    expect(found).toEqual([])
  })

  test('no statement is put together from text', () => {
    const found = files.flatMap(({ path, program }) =>
      nodesOf(program)
        .filter((node) => /^\$(queryRawUnsafe|executeRawUnsafe)$/.test(nameOf(node) ?? ''))
        .map(() => path),
    )
    expect(found).toEqual([])
  })
})
