import { pageOf } from '../frame/record-page.ts'
import type { NoticeRow } from './data.ts'

/** Where a list is the page of a kind of record. */
const lists: Readonly<Record<string, string>> = { Period: '/periods' }

/** Where what a notice is about is looked at or done; null for what has no page. */
export function noticePage({ entityType, entityId }: NoticeRow): string | null {
  return pageOf(entityType, entityId) ?? lists[entityType] ?? null
}
