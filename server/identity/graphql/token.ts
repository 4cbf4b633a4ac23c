import { Action, namedVerdicts } from '../../actions.ts'
import { builder } from '../../builder.ts'
import { offsetArg, withOffset } from '../../list.ts'
import { tokenActions } from '../commands/tokens.ts'
import { visibleTokens } from '../queries/users.ts'
import { RoleEnum } from './enums.ts'

export const ApiToken = builder.prismaNode('ApiToken', {
  id: { field: 'id' },
  description: "An integrator's token. Its secret is shown once and stored hashed.",
  authScopes: ({ createdById }, { actor }) => {
    const where = visibleTokens(actor)
    return Object.keys(where).length === 0 || (createdById !== null && where.createdById === createdById)
  },
  runScopesOnType: true,
  select: { id: true, createdById: true },
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it is for.' }),
    role: t.expose('role', { type: RoleEnum, description: 'Role whose permissions it may use.' }),
    scopes: t.exposeStringList('scopes', { description: 'Permissions that it may use, a choice of those of its role.' }),
    createdBy: t.relation('createdBy', { nullable: true, description: 'Who made it; empty for the command line.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', nullable: true, description: 'When it ends.' }),
    revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true, description: 'When it was revoked.' }),
    lastUsedAt: t.expose('lastUsedAt', { type: 'DateTime', nullable: true, description: 'Last use, exact to a minute.' }),
    actions: t.field({
      type: [Action],
      description: 'What the caller may do with this token now.',
      select: { createdById: true, revokedAt: true },
      resolve: (token, _args, { actor }) => namedVerdicts(tokenActions(actor, token)),
    }),
  }),
})

builder.queryField('apiTokens', (t) =>
  t.prismaConnection({
    type: ApiToken,
    cursor: 'id',
    description: 'Tokens that the caller may see, newest first.',
    authScopes: { permission: 'users.manage' },
    args: { offset: offsetArg(t) },
    totalCount: (_root, _args, { db, actor }) => db.apiToken.count({ where: visibleTokens(actor) }),
    resolve: (query, _root, { offset }, { db, actor }) =>
      db.apiToken.findMany({
        ...withOffset(query, offset),
        where: visibleTokens(actor),
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      }),
  }),
)
