import { z } from 'zod'
import type { SavedView } from '../../generated/prisma/client.ts'
import { command, type Transaction } from '../../transact.ts'
import { type Actor, mayKeepViews, refuse, type Verdict, viewActions } from '../policy.ts'
import { visibleViews } from '../queries/views.ts'
import { isViewSearch, viewListNames } from '../rules/view-lists.ts'
import { globalId, line } from './inputs.ts'
import { roleName } from './users.ts'

/** Most views of one list that a person keeps; beyond it nobody finds one again. */
const mostViews = 50

const content = {
  name: line(1, 60),
  search: z
    .string()
    .max(4_000)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)
    .refine(isViewSearch),
  hiddenColumns: z.array(line(1, 80)).max(60),
  isDense: z.boolean().nullable(),
}

/**
 * Keeps a list as it is set up now, for its owner alone. CONFLICT when they have a view of this name on this list, WRONG_STATE past 50 of
 * them.
 */
export const saveView = command({
  input: z.object({ resource: z.enum(viewListNames), ...content, isDense: content.isDense.nullish() }),
  load: async (tx, { resource, name }, actor) => {
    if (actor.kind !== 'USER' || actor.id === null) return { kept: 0, isTaken: false }
    // Two requests at once must neither both be the fiftieth nor both take the name.
    await lockOwner(tx, actor.id)
    const kept = await tx.savedView.count({ where: { ownerId: actor.id, resource } })
    return { kept, isTaken: await isTaken(tx, actor.id, resource, name) }
  },
  allow: (actor, { kept, isTaken }, _now, { resource }): Verdict => {
    const may = mayKeepViews(actor, resource)
    if (may !== true) return may
    if (isTaken) return nameTaken
    return (
      kept < mostViews ||
      refuse(
        'WRONG_STATE',
        `Paling banyak ${mostViews} tampilan untuk satu daftar. Hapus salah satu lebih dahulu.`,
        `A list holds at most ${mostViews} views of yours. Delete one first.`,
      )
    )
  },
  run: async ({ tx, input, actor, now }) => {
    const { resource, name, search, hiddenColumns: columns, isDense = null } = input
    const data = { ownerId: actor.id ?? '', resource, name, search, columns, isDense, createdAt: now, updatedAt: now }
    const { id } = await tx.savedView.create({ data, select: { id: true } })
    return {
      result: { id },
      entity: { type: 'SavedView', id },
      changes: { resource: [null, resource], name: [null, name], search: [null, search], hiddenColumns: [null, columns] },
    }
  },
  audit: 'view.saved',
})

/** Renames a view or keeps the list as it is set up now under its name; what is left out stays. */
export const updateView = command({
  input: z.object({
    id: globalId('SavedView'),
    name: content.name.nullish(),
    search: content.search.nullish(),
    hiddenColumns: content.hiddenColumns.nullish(),
    isDense: content.isDense.nullish(),
  }),
  load: async (tx, { id, name }, actor) => {
    const view = await lockedView(tx, id, actor)
    if (!view) return null
    if (!name || name === view.name) return { view, isTaken: false }
    await lockOwner(tx, view.ownerId)
    return { view, isTaken: await isTaken(tx, view.ownerId, view.resource, name) }
  },
  allow: (actor, { view, isTaken }): Verdict => {
    const may = viewActions(actor, view).UPDATE_VIEW
    return may === true && isTaken ? nameTaken : may
  },
  run: async ({ tx, input: { id, ...input }, subject: { view }, now }) => {
    const data = {
      name: input.name ?? view.name,
      search: input.search ?? view.search,
      columns: input.hiddenColumns ?? view.columns,
      isDense: input.isDense === undefined ? view.isDense : input.isDense,
    }
    await tx.savedView.update({ where: { id }, data: { ...data, updatedAt: now } })
    return {
      result: { id },
      entity: { type: 'SavedView', id },
      changes: { name: [view.name, data.name], search: [view.search, data.search], hiddenColumns: [view.columns, data.columns] },
    }
  },
  audit: 'view.changed',
})

/**
 * Says for whom a view is: its owner, everybody who may open the list, or as the default of a role, which an administrator of the city sets.
 * The view that was the default of that role before becomes a shared one.
 */
export const shareView = command({
  input: z
    .object({
      id: globalId('SavedView'),
      audience: z.enum(['PRIVATE', 'SHARED', 'ROLE_DEFAULT']),
      role: roleName.nullish(),
    })
    .refine(({ audience, role }) => (audience === 'ROLE_DEFAULT') === Boolean(role), { path: ['role'] }),
  load: (tx, { id }, actor) => lockedView(tx, id, actor),
  allow: (actor, view, _now, { audience }) =>
    viewActions(actor, view)[audience === 'ROLE_DEFAULT' ? 'SET_ROLE_DEFAULT' : 'SHARE_VIEW'],
  run: async ({ tx, input: { id, audience, role = null }, subject: view, now }) => {
    const former = role && (await tx.savedView.findFirst({ where: { resource: view.resource, role, NOT: { id } } }))
    if (former) {
      await tx.savedView.update({ where: { id: former.id }, data: { audience: 'SHARED', role: null, updatedAt: now } })
    }
    await tx.savedView.update({ where: { id }, data: { audience, role, updatedAt: now } })
    return {
      result: { id },
      entity: { type: 'SavedView', id },
      changes: {
        audience: [view.audience, audience],
        role: [view.role, role],
        ...(former ? { default: [former.id, id] } : {}),
      },
    }
  },
  audit: 'view.shared',
})

/** Forgets a view. */
export const deleteView = command({
  input: z.object({ id: globalId('SavedView') }),
  load: (tx, { id }, actor) => lockedView(tx, id, actor),
  allow: (actor, view) => viewActions(actor, view).DELETE_VIEW,
  run: async ({ tx, input: { id }, subject: view }) => {
    await tx.savedView.delete({ where: { id } })
    return {
      result: { id },
      entity: { type: 'SavedView', id },
      changes: { resource: [view.resource, null], name: [view.name, null], search: [view.search, null] },
    }
  },
  audit: 'view.deleted',
})

const nameTaken = refuse(
  'CONFLICT',
  'Nama ini sudah dipakai untuk tampilan lain daftar ini. Pilih nama lain.',
  'Another view of this list has this name already. Choose another one.',
)

function lockOwner(tx: Transaction, ownerId: string): Promise<unknown> {
  return tx.$queryRaw`SELECT 1 FROM app_user WHERE id = ${ownerId}::uuid FOR UPDATE`
}

async function isTaken(tx: Transaction, ownerId: string, resource: string, name: string): Promise<boolean> {
  return (await tx.savedView.count({ where: { ownerId, resource, name } })) > 0
}

/** The view, locked; null when there is none that the actor may see. */
async function lockedView(tx: Transaction, id: string, actor: Actor): Promise<SavedView | null> {
  await tx.$queryRaw`SELECT 1 FROM saved_view WHERE id = ${id}::uuid FOR UPDATE`
  return tx.savedView.findFirst({ where: { AND: [{ id }, visibleViews(actor)] } })
}
