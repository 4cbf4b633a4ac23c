import { gql, type TypedDocumentNode } from '@apollo/client'

type Input = { input: Record<string, unknown> }
type WithPassword = { user: { id: string }; password: string | null }

export const CREATE_USER: TypedDocumentNode<{ createUser: WithPassword }, Input> = gql`
  mutation CreateUser($input: CreateUserInput!) { createUser(input: $input) { user { id } password } }
`
export const GRANT_ROLE: TypedDocumentNode<{ grantRole: { id: string } }, Input> = gql`
  mutation GrantRole($input: GrantRoleInput!) { grantRole(input: $input) { id } }
`
export const WITHDRAW_ROLE: TypedDocumentNode<{ withdrawRole: { id: string } }, Input> = gql`
  mutation WithdrawRole($input: ReasonedIdentityInput!) { withdrawRole(input: $input) { id } }
`
export const DISABLE_USER: TypedDocumentNode<{ disableUser: { id: string } }, Input> = gql`
  mutation DisableUser($input: ReasonedIdentityInput!) { disableUser(input: $input) { id } }
`
export const ENABLE_USER: TypedDocumentNode<{ enableUser: { id: string } }, Input> = gql`
  mutation EnableUser($input: ReasonedIdentityInput!) { enableUser(input: $input) { id } }
`
export const RESET_PASSWORD: TypedDocumentNode<{ resetPassword: WithPassword }, Input> = gql`
  mutation ResetPassword($input: ReasonedIdentityInput!) { resetPassword(input: $input) { user { id } password } }
`
export const REVOKE_SESSION: TypedDocumentNode<{ revokeSession: { id: string } }, Input> = gql`
  mutation RevokeSession($input: IdentityIdInput!) { revokeSession(input: $input) { id } }
`
export const CREATE_TOKEN: TypedDocumentNode<{ createApiToken: { token: string; apiToken: { id: string } } }, Input> = gql`
  mutation CreateApiToken($input: CreateApiTokenInput!) { createApiToken(input: $input) { token apiToken { id } } }
`
export const REVOKE_TOKEN: TypedDocumentNode<{ revokeApiToken: { id: string } }, Input> = gql`
  mutation RevokeApiToken($input: IdentityIdInput!) { revokeApiToken(input: $input) { id } }
`
export const CHANGE_PASSWORD: TypedDocumentNode<{ changePassword: boolean }, Input> = gql`
  mutation ChangePassword($input: ChangePasswordInput!) { changePassword(input: $input) }
`
export const CHANGE_SETTING: TypedDocumentNode<{ changeSetting: { key: string } }, Input> = gql`
  mutation ChangeSetting($input: ChangeSettingInput!) { changeSetting(input: $input) { key } }
`
