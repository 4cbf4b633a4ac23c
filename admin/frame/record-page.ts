import { areas } from '../areas.ts'

/** The resources whose records have a page, by the type of the server. */
const pages = new Map(
  areas.flatMap(({ resources }) => resources.filter(({ show }) => show).map(({ spec }) => [spec.type, spec.name] as const)),
)

/** Where a record of the server is looked at; null for a type without a page. */
export function pageOf(type: string, id: string): string | null {
  const resource = pages.get(type)
  return resource ? `/${resource}/${id}/show` : null
}
