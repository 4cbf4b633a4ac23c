import type { Context } from '../../context.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import type { Actor } from '../../identity/policy.ts'
import { type Language, say } from '../../language.ts'
import { noticeKinds, taskKinds } from '../../notice-kinds.ts'
import { nothing } from '../../organization/queries.ts'
import { ownerId } from '../policy.ts'

export type NoticeGroup = 'TO_DO' | 'TOLD'

export type NoticeFilter = { readonly group?: NoticeGroup | null; readonly isRead?: boolean | null }

/** Notices that exist for this actor: the own ones, whatever roles there are. */
export function visibleNotices(actor: Actor): Prisma.NoticeWhereInput {
  const userId = ownerId(actor)
  return userId === null ? nothing : { userId }
}

const toDo: Prisma.NoticeWhereInput = { kind: { in: [...taskKinds] }, doneAt: null }

export function noticeWhere(filter: NoticeFilter | null | undefined): Prisma.NoticeWhereInput {
  const { group, isRead } = filter ?? {}
  const conditions: Prisma.NoticeWhereInput[] = []
  if (group === 'TO_DO') conditions.push(toDo)
  if (group === 'TOLD') conditions.push({ OR: [{ kind: { notIn: [...taskKinds] } }, { doneAt: { not: null } }] })
  if (isRead === true) conditions.push({ readAt: { not: null } })
  if (isRead === false) conditions.push({ readAt: null })
  return { AND: conditions }
}

/** What has to be done comes by its deadline, everything else newest first. */
export function noticeOrder(filter: NoticeFilter | null | undefined): Prisma.NoticeOrderByWithRelationInput[] {
  const newest: Prisma.NoticeOrderByWithRelationInput[] = [{ createdAt: 'desc' }, { id: 'desc' }]
  return filter?.group === 'TO_DO' ? [{ dueAt: { sort: 'asc', nulls: 'last' } }, ...newest] : newest
}

export function groupOf({ kind, doneAt }: { readonly kind: string; readonly doneAt: Date | null }): NoticeGroup {
  return (taskKinds as readonly string[]).includes(kind) && doneAt === null ? 'TO_DO' : 'TOLD'
}

export type NoticeCounts = { readonly unread: number; readonly toDo: number }

/** How many notices of the actor are unread, and how many ask for something; two statements. */
export async function noticeCounts({ db, actor }: Pick<Context, 'db' | 'actor'>): Promise<NoticeCounts> {
  const own = visibleNotices(actor)
  const [unread, open] = await Promise.all([
    db.notice.count({ where: { AND: [own, { readAt: null }] } }),
    db.notice.count({ where: { AND: [own, toDo] } }),
  ])
  return { unread, toDo: open }
}

/** The sentence of a notice in a language, with its values. A kind that this version does not know is named by its key. */
export function sentenceOf(kind: string, params: unknown, language: Language): string {
  if (!Object.hasOwn(noticeKinds, kind)) return kind
  const values = typeof params === 'object' && params !== null ? (params as Readonly<Record<string, unknown>>) : {}
  return say(noticeKinds[kind as keyof typeof noticeKinds], language).replace(/\{(\w+)\}/g, (_match, name: string) =>
    String(values[name] ?? '…'),
  )
}
