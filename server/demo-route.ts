import type { Database } from './db.ts'
import { sendJson } from './http/answers.ts'
import type { Routes } from './http/routes.ts'

/** What the sign-in page lists of a demo account. */
export type ListedAccount = { readonly username: string; readonly password: string; readonly role: string }

/**
 * `GET /demo-accounts`: the accounts with which a visitor may look around, for the sign-in page. In demo mode only; else, and for a
 * database with real data, the list is empty.
 */
export function createDemoRoute(database: Database, isDemo: boolean): Routes {
  return {
    'GET /demo-accounts': async (_request, response) => {
      sendJson(response, 200, isDemo ? await listedAccounts(database) : [], { 'cache-control': 'no-store' })
    },
  }
}

async function listedAccounts(database: Database): Promise<ListedAccount[]> {
  // A server with real data never loads the invented city.
  const { demoAccountsIn } = await import('./seed.ts')
  const accounts = await demoAccountsIn(database)
  return accounts.flatMap((account) =>
    account.kind === 'USER' ? [{ username: account.username, password: account.password, role: account.label }] : [],
  )
}
