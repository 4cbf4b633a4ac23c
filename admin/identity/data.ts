import { gql, type TypedDocumentNode } from '@apollo/client'
import type { Action } from '../frame/command/action.ts'
import type { ResourceSpec } from '../frame/data/specs.ts'

export type Grant = {
  id: string
  role: string
  validFrom: string
  validTo: string | null
  unit: { id: string; name: string } | null
  actions: Action[]
}

export type UserRow = {
  id: string
  username: string
  displayName: string
  createdAt: string
  disabledAt: string | null
  isDemo: boolean
  employee: { id: string; fullName: string } | null
  grants: { nodes: Grant[] }
}

export type SessionRow = {
  id: string
  device: string
  createdAt: string
  lastSeenAt: string
  expiresAt: string
  revokedAt: string | null
  isCurrent: boolean
  actions: Action[]
}

export type UserDetail = UserRow & { sessions: { nodes: SessionRow[] }; actions: Action[] }

const userRow = `id username displayName createdAt disabledAt isDemo employee { id fullName }
  grants(first: 20) { nodes { id role validFrom validTo unit { id name } actions { name enabled reason } } }`

export const userSpec: ResourceSpec = {
  name: 'users',
  type: 'User',
  list: gql`query Users($first: Int, $offset: Int, $filter: UserFilter) {
    users(first: $first, offset: $offset, filter: $filter) { totalCount nodes { ${userRow} } }
  }`,
  one: gql`query User($id: ID!) {
    user(id: $id) {
      ${userRow}
      sessions(first: 20) { nodes { id device createdAt lastSeenAt expiresAt revokedAt isCurrent actions { name enabled reason } } }
      actions { name enabled reason }
    }
  }`,
}

export type TokenRow = {
  id: string
  name: string
  role: string
  scopes: string[]
  createdAt: string
  expiresAt: string | null
  revokedAt: string | null
  lastUsedAt: string | null
  createdBy: { displayName: string } | null
  actions: Action[]
}

export const tokenSpec: ResourceSpec = {
  name: 'tokens',
  type: 'ApiToken',
  list: gql`query ApiTokens($first: Int, $offset: Int) {
    apiTokens(first: $first, offset: $offset) {
      totalCount
      nodes { id name role scopes createdAt expiresAt revokedAt lastUsedAt createdBy { displayName } actions { name enabled reason } }
    }
  }`,
}

export const OWN_SESSIONS: TypedDocumentNode<{ viewer: { sessions: { nodes: SessionRow[] } } }, Record<string, never>> = gql`
  query OwnSessions { viewer { sessions(first: 50) { nodes { id device createdAt lastSeenAt expiresAt revokedAt isCurrent actions { name enabled reason } } } } }
`

export type SettingValue = {
  key: string
  label: string
  value: string
  validFrom: string | null
  isLocal: boolean
  anchor: string
  description: string
  unit: string | null
  group: string
  effect: string
  defaultValue: string
  choices: string[]
  history: { value: string; validFrom: string; reason: string | null; createdAt: string }[]
  actions: Action[]
}

export const SETTINGS: TypedDocumentNode<{ settings: SettingValue[] }, Record<string, never>> = gql`
  query Settings {
    settings {
      key label value validFrom isLocal anchor description unit group effect defaultValue choices
      history { value validFrom reason createdAt } actions { name enabled reason }
    }
  }
`
