import { savedLanguage } from './preferences.ts'

/** The signed-in person, as the console needs them everywhere. */
export type Viewer = {
  id: string
  displayName: string
  username: string
  language: 'ID' | 'EN'
  permissions: string[]
  isDemo: boolean
  roles: { role: string; unit: { id: string; name: string } | null }[]
  employee: { id: string; nip: string; name: string } | null
}

const viewerFields = `id displayName username language permissions isDemo
  roles { role unit { id name } } employee { id nip name }`

export class SignInError extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.name = 'SignInError'
    this.code = code
  }
}

type PostOptions = { headers?: Record<string, string>; signal?: AbortSignal | null }

/** Sends a document as it is written, with the session of this browser and in the language of the person. */
export function postQuery(
  query: string | undefined,
  variables: Record<string, unknown>,
  { headers = {}, signal = null }: PostOptions = {},
): Promise<Response> {
  return fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { ...headers, 'content-type': 'application/json', 'x-graphql-csrf': '1', 'accept-language': savedLanguage() },
    body: JSON.stringify({ query, variables }),
    signal,
  })
}

type Answer<Data> = { data?: Data | null; errors?: { message: string; extensions?: { code?: string } }[] }

async function ask<Data>(query: string, variables: Record<string, unknown>): Promise<Data> {
  const response = await postQuery(query, variables)
  const answer = (await response.json().catch(() => ({}))) as Answer<Data>
  const fault = answer.errors?.[0]
  if (fault) throw new SignInError(fault.extensions?.code ?? 'INTERNAL', fault.message)
  if (!answer.data) throw new SignInError('UNAVAILABLE', '')
  return answer.data
}

/** Who is signed in by the cookie of this browser, or null. */
export async function fetchViewer(): Promise<Viewer | null> {
  const { viewer } = await ask<{ viewer: Viewer | null }>(`query Viewer { viewer { ${viewerFields} } }`, {})
  return viewer
}

/** Signs in; throws SignInError with the server's sentence in the person's language. */
export async function signIn(identifier: string, password: string): Promise<Viewer> {
  await ask<{ signIn: { viewer: { id: string } } }>(
    'mutation SignIn($input: SignInInput!) { signIn(input: $input) { viewer { id } } }',
    { input: { identifier, password } },
  )
  // What the person may see is answered to the new session, not to the request that opened it.
  const viewer = await fetchViewer()
  if (!viewer) throw new SignInError('UNAUTHENTICATED', '')
  return viewer
}

export async function signOut(): Promise<void> {
  await ask<{ signOut: boolean }>('mutation SignOut { signOut }', {})
}

export type DemoAccount = { username: string; password: string; role: string }

/** The accounts of the demonstration; empty when the server holds real data. */
export async function fetchDemoAccounts(): Promise<DemoAccount[]> {
  const response = await fetch('/demo-accounts', { headers: { 'x-graphql-csrf': '1' } })
  if (!response.ok) return []
  return (await response.json()) as DemoAccount[]
}

type Listener = () => void
const listeners = new Set<Listener>()

/** Tells the frame that the server no longer knows this session. */
export function announceExpiry(): void {
  for (const listener of listeners) listener()
}

export function onExpiry(listener: Listener): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
