import type { Context } from './context.ts'

type Guard = (context: Context, id: string) => boolean | Promise<boolean>

const guards = new Map<string, Guard>()

/**
 * Says for whom a record of this type exists when somebody asks for it by its global id. For types whose rows are scoped in the WHERE clause of every
 * other way to them, so that a list pays nothing for it; types that run their own scopes need none.
 */
export function guardNode(type: string, guard: Guard): void {
  guards.set(type, guard)
}

export function isGuarded(type: string): boolean {
  return guards.has(type)
}

/** Does the record exist for the caller, as far as a guard says so? */
export async function passesGuard(context: Context, { typename, id }: { typename: string; id: string }): Promise<boolean> {
  return (await guards.get(typename)?.(context, id)) ?? true
}

/** A guard out of the WHERE clause of the lists: for many records in one tick one statement, for a caller who sees all none. */
export function guardBy<Where extends object>(
  type: string,
  visibleTo: (context: Context) => Where,
  read: (db: Context['db'], where: { AND: [{ id: { in: string[] } }, Where] }) => PromiseLike<readonly { readonly id: string }[]>,
): void {
  guardNode(type, (context, id) => {
    const where = visibleTo(context)
    if (Object.keys(where).length === 0) return true
    return context.loaders.load(`node.${type}`, id, async (ids) => {
      const rows = await read(context.db, { AND: [{ id: { in: [...ids] } }, where] })
      const seen = new Set(rows.map((row) => row.id))
      return ids.map((one) => seen.has(one))
    })
  })
}
