import { gql as real } from '@apollo/client'
import { Kind } from 'graphql'
import { expect, test } from 'vitest'
import { operationName } from '../../admin/frame/data/document.ts'
import { gql } from '../../admin/frame/data/gql.ts'

const row = 'id name'

test('the built console sends the text that was written, under the name and kind that the real parser reads', () => {
  const [built, parsed] = [gql, real].map(
    (tag) => tag`mutation SaveThing($input: SaveThingInput!) { saveThing(input: $input) { ${row} } }`,
  )
  expect(built?.loc?.source.body).toBe('mutation SaveThing($input: SaveThingInput!) { saveThing(input: $input) { id name } }')
  for (const document of [built, parsed]) {
    const [definition] = document?.definitions ?? []
    expect(document && operationName(document)).toBe('SaveThing')
    expect(definition?.kind === Kind.OPERATION_DEFINITION && definition.operation).toBe('mutation')
  }
  expect(gql`query A { a }`.definitions[0]).toMatchObject({ operation: 'query', name: { value: 'A' } })
})
