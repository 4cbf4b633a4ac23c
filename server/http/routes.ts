import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Actor } from '../identity/policy.ts'
import type { Language } from '../language.ts'

/** What a route knows of the request besides the bytes. */
type Visit = {
  /** The parts of the path that the pattern names; `*` is group `0`. */
  readonly params: Readonly<Record<string, string | undefined>>
  readonly url: URL
  readonly now: Date
  readonly language: Language
  readonly device: string
}

/** Answers one address beside GraphQL. What it throws becomes a coded error in JSON; whether the actor may is its own question. */
export type RouteHandler = (request: IncomingMessage, response: ServerResponse, actor: Actor, visit: Visit) => Promise<void>

/** `"POST /imports"`, `"GET /exports/*"`, `"GET /imports/:id/rejected.csv"` → handler. */
export type Routes = Readonly<Record<string, RouteHandler>>

export type Match = { readonly handler: RouteHandler; readonly params: Visit['params'] }

/** Finds the route of a request; undefined when there is none. */
export function router(routes: Routes): (method: string, pathname: string) => Match | undefined {
  const table = Object.entries(routes).map(([key, handler]) => {
    const [method = '', pathname = ''] = key.split(' ')
    return { method, pattern: new URLPattern({ pathname }), handler }
  })
  return (method, pathname) => {
    for (const { method: own, pattern, handler } of table) {
      if (own !== method) continue
      const found = pattern.exec({ pathname })
      if (found) return { handler, params: found.pathname.groups }
    }
    return undefined
  }
}
