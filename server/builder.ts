import SchemaBuilder from '@pothos/core'
import PrismaPlugin from '@pothos/plugin-prisma'
import RelayPlugin, { resolveNodes } from '@pothos/plugin-relay'
import ScopeAuthPlugin from '@pothos/plugin-scope-auth'
import type { Decimal } from 'decimal.js'
import ColumnsPlugin from './columns.ts'
import type { Context } from './context.ts'
import { DomainError } from './errors.ts'
import type PrismaTypes from './generated/pothos.ts'
import { getDatamodel } from './generated/pothos.ts'
import { can, type Permission } from './identity/policy.ts'
import { bounds, decodeId, encodeId, notFound } from './list.ts'
import { passesGuard } from './node-guards.ts'
import './plumbing.ts'
import ViewedPartsPlugin from './viewed-parts.ts'

export type SchemaTypes = {
  Context: Context
  PrismaTypes: PrismaTypes
  DefaultFieldNullability: false
  AuthScopes: {
    /** Anybody, signed in or not: only for the declared public fields. */
    public: boolean
    /** Anybody with an identity: a person, or a token. */
    signedIn: boolean
    /** Whoever holds this permission somewhere; rows are scoped by `visibleTo`. */
    permission: Permission
  }
  Scalars: {
    ID: { Input: string; Output: string | number }
    Date: { Input: Date; Output: Date }
    DateTime: { Input: Date; Output: Date }
    Decimal: { Input: string; Output: Decimal | string | number }
    Nip: { Input: string; Output: string }
  }
}

/** What an input type is made of: for fields that several inputs share. */
export type InputFields = PothosSchemaTypes.InputFieldBuilder<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>, 'InputObject'>

export type Builder = PothosSchemaTypes.SchemaBuilder<PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>>

/**
 * The one builder of the schema. Every field must carry `authScopes` or lie on a type that does; a test refuses a field without a rule.
 */
export const builder: Builder = new SchemaBuilder<SchemaTypes>({
  plugins: [ScopeAuthPlugin, ViewedPartsPlugin, ColumnsPlugin, PrismaPlugin, RelayPlugin, 'plumbing'],
  defaultFieldNullability: false,
  scopeAuth: {
    authorizeOnSubscribe: true,
    authScopes: ({ actor }) => ({
      public: true,
      signedIn: actor.kind !== 'ANONYMOUS',
      permission: (permission) => can(actor, permission),
    }),
    unauthorizedError: (_parent, { actor }, { fieldName, parentType }) => {
      if (actor.kind === 'ANONYMOUS') return new DomainError('UNAUTHENTICATED', signInFirst)
      // A record that is hidden answers like one that does not exist.
      if (parentType.name === 'Query' && (fieldName === 'node' || fieldName === 'nodes')) return notFound()
      return new DomainError('FORBIDDEN', { id: 'Anda tidak berwenang melihat data ini.', en: 'You may not see this.' })
    },
  },
  prisma: {
    client: ({ db }) => db,
    dmmf: getDatamodel(),
    exposeDescriptions: false,
    filterConnectionTotalCount: true,
    defaultConnectionSize: bounds.defaultPage,
    maxConnectionSize: bounds.maxPage,
    onUnusedQuery: 'error',
  },
  relay: {
    encodeGlobalID: encodeId,
    decodeGlobalID: decodeId,
    nodeQueryOptions: {
      authScopes: { signedIn: true },
      description: 'One record by its global id; NOT_FOUND when there is none that the caller may see.',
      resolve: async (_root, { id }, context, _info, resolveNode) => {
        if (!(await passesGuard(context, id))) throw notFound()
        const node = await orMissing(resolveNode(id))
        if (node instanceof Error) throw node
        return node
      },
    },
    nodesQueryOptions: {
      authScopes: { signedIn: true },
      description:
        'Records by their global ids, in the order asked for, at most 100; null with a coded error where there is none to see.',
      resolve: (_root, { ids }, context, info) => {
        if (ids.length > bounds.maxPage) {
          throw new DomainError('INVALID_INPUT', { id: 'Paling banyak 100 id sekaligus.', en: 'At most 100 ids at once.' })
        }
        // One by one, so that a missing record costs its own place alone; the database still gets one statement for a type.
        return Promise.all(
          ids.map(async (id) =>
            (await passesGuard(context, id))
              ? orMissing(resolveNodes(builder, context, info, [id]).then(([node]) => node))
              : notFound(),
          ),
        )
      },
    },
    nodesOnConnection: { description: 'The records of the page, without their cursors.' },
  },
})

const signInFirst = { id: 'Silakan masuk terlebih dahulu.', en: 'Please sign in first.' }

/** A record that does not exist answers like one that is hidden; an error that is returned takes the place of the record. */
async function orMissing(loading: unknown): Promise<unknown> {
  try {
    return (await loading) ?? notFound()
  } catch (error) {
    // Prisma's code for a record that was required and is not there.
    if (error instanceof Error && 'code' in error && error.code === 'P2025') return notFound()
    throw error
  }
}
