import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, type DocumentNode, Kind, validate } from 'graphql'
import { expect, test } from 'vitest'

const schema = buildSchema(readFileSync('server/schema.graphql', 'utf8'))

/** Every document that a module of the console exports, alone or inside a resource spec. */
async function documentsIn(path: string): Promise<[name: string, document: DocumentNode][]> {
  const module: Record<string, unknown> = await import(join(process.cwd(), path))
  return Object.entries(module).flatMap(([name, value]): [string, DocumentNode][] => {
    if (isDocument(value)) return [[`${path} ${name}`, value]]
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value)
      .filter((entry): entry is [string, DocumentNode] => isDocument(entry[1]))
      .map(([key, document]) => [`${path} ${name}.${key}`, document])
  })
}

function isDocument(value: unknown): value is DocumentNode {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === Kind.DOCUMENT
}

const paths = readdirSync('admin', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && readFileSync(join('admin', path), 'utf8').includes('gql`'))
  .map((path) => join('admin', path))
const documents = (await Promise.all(paths.map(documentsIn))).flat()

test('the console has documents to check', () => {
  expect(documents.length).toBeGreaterThan(30)
})

test.each(documents)('%s is a valid document of the contract', (_name, document) => {
  expect(validate(schema, document).map(({ message }) => message)).toEqual([])
})

test('operation names are unique, so that caches and logs tell them apart', () => {
  const names = documents.flatMap(([, { definitions }]) =>
    definitions.flatMap((definition) => (definition.kind === Kind.OPERATION_DEFINITION ? [definition.name?.value ?? ''] : [])),
  )
  expect(names.filter((name, index) => name === '' || names.indexOf(name) !== index)).toEqual([])
})
