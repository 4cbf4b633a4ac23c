import { type GraphQLSchema, parse, execute as run } from 'graphql'
import { builder } from '../../server/builder.ts'
import { createContext } from '../../server/context.ts'
import type { Database } from '../../server/db.ts'
import type { Actor } from '../../server/identity/policy.ts'
import { draftIndicatorVersion, updateIndicatorDraft } from '../../server/indicators/commands/drafts.ts'
import { encodeId } from '../../server/list.ts'
import '../../server/scalars.ts'
import '../../server/indicators/graphql.ts'
import { author, type Desk, now, versionId } from './desk.ts'

builder.queryType({})
builder.mutationType({})

/** The area alone, without the areas that build on it. */
export const schema: GraphQLSchema = builder.toSchema()

/** Data with the codes of the errors by path; everything that a resolver throws shows. */
export async function askOf(database: Database, actor: Actor, document: string, variables: Record<string, unknown> = {}) {
  const contextValue = createContext(database, actor, now, actor.language)
  const { data, errors } = await run({ schema, document: parse(document), contextValue, variableValues: variables })
  const codes = (errors ?? []).map(({ path, originalError, message }) => [
    path?.join('.'),
    originalError && 'code' in originalError ? originalError.code : message,
  ])
  return { data: JSON.parse(JSON.stringify(data ?? null)) as unknown, codes }
}

/** Three indicators; answers the bare ids of the version in force of the first, of its next draft, and of the draft of one never published. */
export async function fillCatalogue(desk: Desk) {
  await desk.database.prisma.user.create({
    data: { id: author.id!, username: 'author', displayName: 'Author', passwordHash: '' },
  })
  const inForce = await desk.published({ code: 'AAA-01', name: 'Permits in time', counterIndicatorCode: 'CCC-01' })
  const unpublished = await desk.draft({
    code: 'BBB-01',
    name: 'Secret plan',
    aspect: 'KUANTITAS',
    counterIndicatorCode: 'ZZZ-99',
  })
  await desk.published({
    code: 'CCC-01',
    name: 'Complaints answered',
    aspect: 'KUALITAS',
    familyWeights: [{ family: 'GURU', weight: '10' }],
  })
  const { indicatorId } = await desk.version(inForce)
  const next = await desk.do(author, draftIndicatorVersion, { indicatorId: encodeId('Indicator', indicatorId) })
  await desk.do(author, updateIndicatorDraft, { id: versionId(next), revision: 0, target: '90' })
  return { inForce, unpublished, next }
}
