import { builder } from '../../builder.ts'
import { grantRole, withdrawRole } from '../commands/grants.ts'
import { changePassword, resetPassword } from '../commands/passwords.ts'
import { changeSetting, setLanguage } from '../commands/preferences.ts'
import { revokeSession } from '../commands/sessions.ts'
import { createApiToken, revokeApiToken } from '../commands/tokens.ts'
import { createUser, disableUser, enableUser } from '../commands/users.ts'
import type { Permission } from '../policy.ts'
import { settingValuesOn } from '../queries/settings.ts'
import { LanguageEnum, RoleEnum } from './enums.ts'
import { SettingValue } from './setting.ts'
import { ApiToken } from './token.ts'
import { Session, User } from './user.ts'

const reasonText = 'Why; 3 to 500 characters, kept in the audit trail.'

const CreateUserInput = builder.inputType('CreateUserInput', {
  description: 'A new user.',
  fields: (t) => ({
    username: t.string({
      required: true,
      description: 'Lower-case letters, digits, dot, dash, underscore; 3 to 50. For employees usually the NIP.',
    }),
    displayName: t.string({ required: true, description: 'Name as it is shown.' }),
    nip: t.field({ type: 'Nip', description: 'NIP of the employee whom the user is.' }),
    role: t.field({ type: RoleEnum, description: 'First role, from today on.' }),
    unitId: t.id({ description: 'Unit of the first role; left out for the whole city.' }),
    password: t.string({ description: 'Password, 12 to 200 characters; left out, one is made and answered once.' }),
    language: t.field({ type: LanguageEnum, description: 'Language; Indonesian when left out.' }),
  }),
})

const GrantRoleInput = builder.inputType('GrantRoleInput', {
  description: 'A role for a user.',
  fields: (t) => ({
    userId: t.id({ required: true, description: 'Who gets it.' }),
    role: t.field({ type: RoleEnum, required: true, description: 'The role.' }),
    unitId: t.id({ description: 'For this unit and everything below it; left out for the whole city.' }),
    validFrom: t.field({ type: 'Date', description: 'First day, today or later; today when left out.' }),
    validTo: t.field({ type: 'Date', description: 'Last day, inclusive; left out for an open end.' }),
    reason: t.string({ required: true, description: reasonText }),
  }),
})

const ReasonedInput = builder.inputType('ReasonedIdentityInput', {
  description: 'A user or a grant of a role, and why.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id.' }),
    reason: t.string({ required: true, description: reasonText }),
  }),
})

const IdentityIdInput = builder.inputType('IdentityIdInput', {
  description: 'A session or a token.',
  fields: (t) => ({ id: t.id({ required: true, description: 'Global id.' }) }),
})

const ChangePasswordInput = builder.inputType('ChangePasswordInput', {
  description: "A change of one's own password.",
  fields: (t) => ({
    currentPassword: t.string({ required: true, description: 'The present password.' }),
    newPassword: t.string({ required: true, description: 'The new one, 12 to 200 characters.' }),
  }),
})

const SetLanguageInput = builder.inputType('SetLanguageInput', {
  description: "A choice of one's language.",
  fields: (t) => ({ language: t.field({ type: LanguageEnum, required: true, description: 'The language.' }) }),
})

const CreateApiTokenInput = builder.inputType('CreateApiTokenInput', {
  description: 'A new token.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'What it is for; 3 to 80 characters.' }),
    role: t.field({ type: RoleEnum, required: true, description: 'Role whose permissions it may use.' }),
    scopes: t.stringList({ description: 'Permissions, a choice of those of the role; left out for all of them.' }),
    expiresAt: t.field({
      type: 'DateTime',
      description: 'When it ends, within 730 days; 365 days from now when left out (LOCAL).',
    }),
  }),
})

const ChangeSettingInput = builder.inputType('ChangeSettingInput', {
  description: 'A new value of a setting.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Name of the setting.' }),
    value: t.string({ required: true, description: 'Value as text, in the form that the present one has.' }),
    validFrom: t.field({ type: 'Date', required: true, description: 'First day on which it holds.' }),
    reason: t.string({ required: true, description: reasonText }),
  }),
})

const UserWithPassword = builder.objectRef<{ id: string; password: string | null }>('UserWithPassword').implement({
  description: 'A user, and the password that was made for them.',
  authScopes: { permission: 'users.manage' },
  fields: (t) => ({
    user: t.prismaField({
      type: User,
      description: 'The user.',
      resolve: (query, { id }, _args, { db }) => db.user.findUniqueOrThrow({ ...query, where: { id } }),
    }),
    password: t.exposeString('password', { nullable: true, description: 'Shown this once; empty when it was given.' }),
  }),
})

const NewApiToken = builder.objectRef<{ id: string; token: string }>('NewApiToken').implement({
  description: 'A token with its secret.',
  authScopes: { permission: 'users.manage' },
  fields: (t) => ({
    token: t.exposeString('token', { description: 'The secret for `Authorization: Bearer`, shown this once.' }),
    apiToken: t.prismaField({
      type: ApiToken,
      description: 'The token.',
      resolve: (query, { id }, _args, { db }) => db.apiToken.findUniqueOrThrow({ ...query, where: { id } }),
    }),
  }),
})

builder.mutationFields((t) => ({
  changePassword: t.boolean({
    description: "Changes one's own password and ends one's other sessions. INVALID_INPUT when the present one is wrong.",
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: ChangePasswordInput, required: true, description: 'Both passwords.' }) },
    resolve: async (_root, { input }, { actor, door, execute }) => {
      const account = actor.id ?? ''
      await door?.throttle.admit(account, door.address)
      const isChanged = await execute(changePassword, input)
      await door?.throttle.forgive(account, door.address)
      return isChanged
    },
  }),
  setLanguage: t.field({
    type: LanguageEnum,
    description: 'Chooses the language in which Tera speaks to the caller, from the next request on.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: SetLanguageInput, required: true, description: 'The language.' }) },
    resolve: async (_root, { input }, { execute }) => (await execute(setLanguage, input)).language,
  }),
  createUser: t.field({
    type: UserWithPassword,
    description:
      'Creates a user. CONFLICT when the username is taken or the employee has a user; FORBIDDEN beyond what the caller holds.',
    authScopes: { permission: 'users.manage' },
    args: { input: t.arg({ type: CreateUserInput, required: true, description: 'The user.' }) },
    resolve: (_root, { input }, { execute }) => execute(createUser, input),
  }),
  disableUser: t.prismaField({
    type: User,
    description: 'Takes the sign-in away and ends all sessions at once. WRONG_STATE for the last administrator of the city.',
    authScopes: { permission: 'users.manage' },
    args: { input: t.arg({ type: ReasonedInput, required: true, description: 'The user, and why.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.user.findUniqueOrThrow({ ...query, where: await execute(disableUser, input) }),
  }),
  enableUser: t.prismaField({
    type: User,
    description: 'Gives the sign-in back.',
    authScopes: { permission: 'users.manage' },
    args: { input: t.arg({ type: ReasonedInput, required: true, description: 'The user, and why.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.user.findUniqueOrThrow({ ...query, where: await execute(enableUser, input) }),
  }),
  resetPassword: t.field({
    type: UserWithPassword,
    description: 'Gives another user a new password and ends all their sessions.',
    authScopes: { permission: 'users.manage' },
    args: { input: t.arg({ type: ReasonedInput, required: true, description: 'The user, and why.' }) },
    resolve: (_root, { input }, { execute }) => execute(resetPassword, input),
  }),
  grantRole: t.prismaField({
    type: User,
    description: 'Grants a role. FORBIDDEN beyond what the caller holds, CONFLICT when it is held already.',
    authScopes: { permission: 'users.manage' },
    args: { input: t.arg({ type: GrantRoleInput, required: true, description: 'The role.' }) },
    resolve: async (query, _root, { input }, { db, execute }) => {
      const { userId } = await execute(grantRole, input)
      return db.user.findUniqueOrThrow({ ...query, where: { id: userId } })
    },
  }),
  withdrawRole: t.prismaField({
    type: User,
    description: 'Takes a role away at once. WRONG_STATE when it has ended, or for the last administrator of the city.',
    authScopes: { permission: 'users.manage' },
    args: { input: t.arg({ type: ReasonedInput, required: true, description: 'The grant, and why.' }) },
    resolve: async (query, _root, { input }, { db, execute }) => {
      const { userId } = await execute(withdrawRole, input)
      return db.user.findUniqueOrThrow({ ...query, where: { id: userId } })
    },
  }),
  revokeSession: t.prismaField({
    type: Session,
    description: 'Ends a session at once: an own one, or that of a user whom the caller manages.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: IdentityIdInput, required: true, description: 'The session.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.session.findUniqueOrThrow({ ...query, where: await execute(revokeSession, input) }),
  }),
  createApiToken: t.field({
    type: NewApiToken,
    description:
      'Makes a token. INVALID_INPUT for a scope outside the role, FORBIDDEN beyond what the caller holds for the whole city.',
    authScopes: { permission: 'users.manage' },
    args: { input: t.arg({ type: CreateApiTokenInput, required: true, description: 'The token.' }) },
    resolve: (_root, { input: { scopes, ...input } }, { execute }) =>
      // The command checks each scope against the closed list.
      execute(createApiToken, { ...input, scopes: scopes as Permission[] | null | undefined }),
  }),
  revokeApiToken: t.prismaField({
    type: ApiToken,
    description: 'Ends a token at once.',
    authScopes: { permission: 'users.manage' },
    args: { input: t.arg({ type: IdentityIdInput, required: true, description: 'The token.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.apiToken.findUniqueOrThrow({ ...query, where: await execute(revokeApiToken, input) }),
  }),
  changeSetting: t.field({
    type: SettingValue,
    description: 'Gives a setting a value from a date on. INVALID_INPUT when the value does not fit the setting.',
    authScopes: { permission: 'settings.manage' },
    args: { input: t.arg({ type: ChangeSettingInput, required: true, description: 'The value.' }) },
    resolve: async (_root, { input }, { db, execute }) => {
      const { key } = await execute(changeSetting, input)
      const values = await settingValuesOn(db, input.validFrom)
      return values.find((value) => value.key === key) ?? { key, value: input.value, validFrom: input.validFrom }
    },
  }),
}))
