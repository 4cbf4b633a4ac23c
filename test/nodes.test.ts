import { isObjectType } from 'graphql'
import { expect, test } from 'vitest'
import { isGuarded } from '../server/node-guards.ts'
import { schema } from '../server/schema.ts'

/** Types whose records exist for everybody who is signed in, or for the holders of a permission as a whole. */
const open: ReadonlySet<string> = new Set(['Period', 'Unit', 'UnitVersion', 'OrgPredikatDecision'])

test('no record is opened by its id alone: each type runs scopes of its own, has a guard, or is open to all', () => {
  const nodes = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => type.getInterfaces().some(({ name }) => name === 'Node'))
  expect(nodes.length).toBeGreaterThan(20)
  const bare = nodes.filter(({ name, extensions }) => {
    const { runScopesOnType = false } = (extensions.pothosOptions ?? {}) as { runScopesOnType?: boolean }
    return !runScopesOnType && !isGuarded(name) && !open.has(name)
  })
  expect(bare.map(({ name }) => name)).toEqual([])
})
