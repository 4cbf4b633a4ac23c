import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { encodeId } from '../../list.ts'
import { type Actor, can, type Grant, type Permission, permissions } from '../policy.ts'
import { LanguageEnum, RoleEnum } from './enums.ts'
import { Session } from './user.ts'

const ViewerRole = builder.objectRef<Grant>('ViewerRole').implement({
  description: 'A role that the caller holds now.',
  authScopes: { public: true },
  fields: (t) => ({
    role: t.expose('role', { type: RoleEnum, description: 'The role.' }),
    unit: t.prismaField({
      type: 'Unit',
      nullable: true,
      description: 'The unit with everything below it; empty for the whole city.',
      // An empty choice instead of a skipped query: the plugin counts a query that it prepared and nobody ran as a fault.
      resolve: (query, { unitId }, _args, { db }) =>
        db.unit.findFirst({ ...query, where: { id: { in: unitId === null ? [] : [unitId] } } }),
    }),
  }),
})

/** The user behind the caller, once a request; null for a token. */
function userOf({ db, loaders }: Context, actor: Actor) {
  if (actor.kind !== 'USER' || actor.id === null) return null
  return loaders.load('viewer.user', actor.id, async (ids) => {
    const rows = await db.user.findMany({ where: { id: { in: [...ids] } }, select: { id: true, username: true, isDemo: true } })
    return ids.map((id) => rows.find((row) => row.id === id) ?? null)
  })
}

export const Viewer = builder.objectRef<Actor>('Viewer').implement({
  description: 'Who is asking: a person with a session, or a token.',
  authScopes: { public: true },
  fields: (t) => ({
    id: t.id({
      description: 'Global id of the user or token.',
      resolve: ({ kind, id }) => encodeId(kind === 'TOKEN' ? 'ApiToken' : 'User', id ?? ''),
    }),
    displayName: t.exposeString('label', { description: 'Name of the person or token.' }),
    username: t.string({
      nullable: true,
      description: 'Name for signing in; empty for a token.',
      resolve: async (actor, _args, context) => (await userOf(context, actor))?.username ?? null,
    }),
    language: t.field({
      type: LanguageEnum,
      description: 'Language in which Tera answers.',
      resolve: ({ language }) => (language === 'en' ? 'EN' : 'ID'),
    }),
    isDemo: t.boolean({
      description: 'True for an account of the demonstration.',
      resolve: async (actor, _args, context) => (await userOf(context, actor))?.isDemo ?? false,
    }),
    roles: t.field({ type: [ViewerRole], description: 'Roles held today.', resolve: ({ grants }) => [...grants] }),
    permissions: t.stringList({
      description: 'What the caller may do somewhere; which rows it covers follows from the units of the roles.',
      resolve: (actor) => (Object.keys(permissions) as Permission[]).filter((permission) => can(actor, permission)),
    }),
    employee: t.prismaField({
      type: 'Employee',
      nullable: true,
      description: 'The employee whom the caller is; empty for others.',
      resolve: (query, { employeeId }, _args, { db }) =>
        db.employee.findFirst({ ...query, where: { id: { in: employeeId === null ? [] : [employeeId] } } }),
    }),
    sessions: t.prismaConnection({
      type: Session,
      cursor: 'id',
      description: "The caller's own sign-ins, newest first; none for a token.",
      authScopes: { signedIn: true },
      totalCount: (actor, _args, { db }) => db.session.count({ where: ownSessions(actor) }),
      resolve: (query, actor, _args, { db }) =>
        db.session.findMany({ ...query, where: ownSessions(actor), orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] }),
    }),
  }),
})

function ownSessions({ kind, id }: Actor) {
  return kind === 'USER' && id !== null ? { userId: id } : { id: { in: [] as string[] } }
}

builder.queryField('viewer', (t) =>
  t.field({
    type: Viewer,
    nullable: true,
    description: 'Who is asking; null when nobody is signed in.',
    authScopes: { public: true },
    resolve: (_root, _args, { actor }) => (actor.kind === 'ANONYMOUS' ? null : actor),
  }),
)
