import type { ImportState, Prisma, RowOutcome } from '../../generated/prisma/client.ts'
import { type Actor, canEverywhere } from '../../identity/policy.ts'
import { nothing } from '../../organization/queries.ts'

/** Which runs exist for this actor: all for those who read files in, else none. */
export function visibleImportRuns(actor: Actor): Prisma.ImportRunWhereInput {
  return canEverywhere(actor, 'imports.run') ? {} : nothing
}

export type ImportRunFilter = { readonly kind?: string | null; readonly state?: ImportState | null }

export function importRunWhere({ kind, state }: ImportRunFilter): Prisma.ImportRunWhereInput {
  return { ...(kind ? { kind } : {}), ...(state ? { state } : {}) }
}

export type ImportRowFilter = { readonly outcome?: RowOutcome | null; readonly code?: string | null }

export function importRowWhere({ outcome, code }: ImportRowFilter): Prisma.ImportRowWhereInput {
  return { ...(outcome ? { outcome } : {}), ...(code ? { codes: { has: code } } : {}) }
}
