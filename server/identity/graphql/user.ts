import { Action, namedVerdicts } from '../../actions.ts'
import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { found, idOf, offsetArg, withOffset } from '../../list.ts'
import { grantActions, sessionActions, userActions } from '../policy.ts'
import { staysAdministered } from '../queries/administrators.ts'
import { managedUserSelect, toManagedUser, userWhere, visibleSessions, visibleUsers } from '../queries/users.ts'
import { civilDate } from '../rules/civil-date.ts'
import { LanguageEnum, RoleEnum } from './enums.ts'

/** Does this user exist for the caller? For many users in one tick it costs one statement; for a caller who sees all, none. */
function seesUser({ actor, db, loaders, now }: Context, userId: string): boolean | Promise<boolean> {
  const where = visibleUsers(actor, civilDate(now))
  if (Object.keys(where).length === 0) return true
  return loaders.load('user.visible', userId, async (ids) => {
    const rows = await db.user.findMany({ where: { AND: [{ id: { in: [...ids] } }, where] }, select: { id: true } })
    const seen = new Set(rows.map(({ id }) => id))
    return ids.map((id) => seen.has(id))
  })
}

export const User = builder.prismaNode('User', {
  id: { field: 'id' },
  description: 'A person who can sign in. Visible to themself and to those who manage them.',
  authScopes: (user, context) => seesUser(context, user.id),
  runScopesOnType: true,
  select: { id: true },
  fields: (t) => ({
    username: t.exposeString('username', { description: 'Name for signing in; for employees usually the NIP.' }),
    displayName: t.exposeString('displayName', { description: 'Name as it is shown and noted in the audit trail.' }),
    language: t.expose('language', { type: LanguageEnum, description: 'Language in which Tera speaks to this person.' }),
    isDemo: t.exposeBoolean('isDemo', { description: 'True for an account of the demonstration; refused in production.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the user was created.' }),
    disabledAt: t.expose('disabledAt', {
      type: 'DateTime',
      nullable: true,
      description: 'Since when the user may not sign in; empty while active.',
    }),
    employee: t.relation('employee', { nullable: true, description: 'The employee whom the user is; empty for others.' }),
    grants: t.relatedConnection('grants', {
      cursor: 'id',
      totalCount: true,
      description: 'Roles held now, earlier or later, newest first.',
      query: { orderBy: [{ validFrom: 'desc' }, { id: 'desc' }] },
    }),
    sessions: t.relatedConnection('sessions', {
      cursor: 'id',
      totalCount: true,
      description: 'Sign-ins, newest first.',
      query: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] },
    }),
    actions: t.field({
      type: [Action],
      description: 'What the caller may do with this user now.',
      select: (_args, { now }: Context) => managedUserSelect(civilDate(now)),
      resolve: (user, _args, { actor }) => namedVerdicts(userActions(actor, toManagedUser(user))),
    }),
  }),
})

builder.prismaNode('RoleGrant', {
  id: { field: 'id' },
  description: 'A role held by a user for the whole city, or for a unit and everything below it, between two dates.',
  authScopes: (grant, context) => seesUser(context, grant.userId),
  runScopesOnType: true,
  select: { id: true, userId: true },
  fields: (t) => ({
    role: t.expose('role', { type: RoleEnum, description: 'The role.' }),
    unit: t.relation('unit', { nullable: true, description: 'The unit with everything below it; empty for the whole city.' }),
    user: t.relation('user', { description: 'Who holds it.' }),
    validFrom: t.expose('validFrom', { type: 'Date', description: 'First day.' }),
    validTo: t.expose('validTo', {
      type: 'Date',
      nullable: true,
      description: 'Last day, inclusive; empty while it is open. Before the first day: never in force.',
    }),
    actions: t.field({
      type: [Action],
      description: 'WITHDRAW_ROLE, and whether the caller may do it now.',
      select: (_args, { now }: Context) => ({
        role: true,
        unitId: true,
        validTo: true,
        user: { select: managedUserSelect(civilDate(now)) },
        unit: { select: { ancestors: { select: { ancestorId: true } } } },
      }),
      resolve: async ({ id, user, unit, ...grant }, _args, { actor, db, now }) => {
        const today = civilDate(now)
        const decides = grant.role === 'ADMIN' && grant.unitId === null
        const unitIds = unit ? unit.ancestors.map(({ ancestorId }) => ancestorId) : null
        const stays = decides ? await staysAdministered(db, today, { grantId: id }) : true
        return namedVerdicts(grantActions(actor, toManagedUser(user), { ...grant, unitIds }, stays, today))
      },
    }),
  }),
})

export const Session = builder.prismaNode('Session', {
  id: { field: 'id' },
  description: 'A sign-in on one device. Ends after 12 hours without use, and 7 days after the sign-in (LOCAL).',
  authScopes: (session, context) => seesUser(context, session.userId),
  runScopesOnType: true,
  select: { id: true, userId: true },
  fields: (t) => ({
    device: t.exposeString('device', { description: 'Kind of browser and device; no address is stored.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the person signed in.' }),
    lastSeenAt: t.expose('lastSeenAt', { type: 'DateTime', description: 'Last use, exact to a minute.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When it ends without further use.' }),
    revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true, description: 'When it was ended by hand.' }),
    isCurrent: t.boolean({
      description: 'True for the session of this request.',
      resolve: ({ id }, _args, { actor }) => id === actor.sessionId,
    }),
    actions: t.field({
      type: [Action],
      description: 'REVOKE, and whether the caller may do it now.',
      select: (_args, { now }: Context) => ({ revokedAt: true, user: { select: managedUserSelect(civilDate(now)) } }),
      resolve: ({ user, revokedAt }, _args, { actor }) =>
        namedVerdicts(sessionActions(actor, toManagedUser(user), { revokedAt })),
    }),
  }),
})

const UserFilter = builder.inputType('UserFilter', {
  description: 'Which users to list; conditions add up.',
  fields: (t) => ({
    search: t.string({ description: 'Part of the username or name, at most 100 characters.' }),
    role: t.field({ type: RoleEnum, description: 'Holding this role today.' }),
    isDisabled: t.boolean({ description: 'Only disabled, or only active users.' }),
  }),
})

builder.queryFields((t) => ({
  user: t.prismaField({
    type: User,
    description: 'One user; NOT_FOUND when there is none whom the caller may see.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: async (query, _root, { id }, { db, actor, now }) =>
      found(
        await db.user.findFirst({ ...query, where: { AND: [{ id: idOf('User', id) }, visibleUsers(actor, civilDate(now))] } }),
      ),
  }),
  users: t.prismaConnection({
    type: User,
    cursor: 'id',
    description: 'Users whom the caller may see, by username.',
    authScopes: { signedIn: true },
    args: { filter: t.arg({ type: UserFilter, description: 'Which users.' }), offset: offsetArg(t) },
    totalCount: (_root, { filter }, { db, actor, now }) => {
      const today = civilDate(now)
      return db.user.count({ where: { AND: [userWhere(filter, today), visibleUsers(actor, today)] } })
    },
    resolve: (query, _root, { filter, offset }, { db, actor, now }) => {
      const today = civilDate(now)
      const where = { AND: [userWhere(filter, today), visibleUsers(actor, today)] }
      return db.user.findMany({ ...withOffset(query, offset), where, orderBy: [{ username: 'asc' }, { id: 'asc' }] })
    },
  }),
  sessions: t.prismaConnection({
    type: Session,
    cursor: 'id',
    description: 'Sign-ins that the caller may see, newest first.',
    authScopes: { signedIn: true },
    args: { offset: offsetArg(t) },
    totalCount: (_root, _args, { db, actor, now }) => db.session.count({ where: visibleSessions(actor, civilDate(now)) }),
    resolve: (query, _root, { offset }, { db, actor, now }) =>
      db.session.findMany({
        ...withOffset(query, offset),
        where: visibleSessions(actor, civilDate(now)),
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      }),
  }),
}))
