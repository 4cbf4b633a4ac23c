import { readFileSync } from 'node:fs'
import { buildSchema, parse, validate } from 'graphql'
import { expect, test } from 'vitest'
import { readContract, searchContract } from '../../admin/integrators/contract.ts'
import { curlLine } from '../../admin/integrators/curl-line.ts'
import { readyQueries } from '../../admin/integrators/ready-queries.ts'

const schema = buildSchema(readFileSync('server/schema.graphql', 'utf8'))

test.each(readyQueries)('the ready query $name is valid by the contract', ({ query }) => {
  expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([])
})

test('a command for a shell survives quotes in the query', () => {
  const line = curlLine('http://localhost', 'tera_x', '{ unit(code: "it\'s") { id } }')
  expect(line).toContain("'authorization: Bearer tera_x'")
  expect(line).toContain(`it'\\''s`)
})

test('the documentation holds every type of the contract and is found by words of names, fields and descriptions', () => {
  const types = readContract()
  expect(types[0]?.name).toBe('Query')
  expect(types.length).toBe(Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith('__')).length)
  expect(searchContract(types, 'employee')[0]?.name).toContain('Employee')
  expect(searchContract(types, 'riwayat jabatan').map(({ name }) => name)).toContain('PositionRecord')
  expect(searchContract(types, 'zzzz')).toEqual([])
})
