/**
 * The lists of the console on which views can be kept, each with the permission without which it is not opened; null for everybody who is
 * signed in. A view of any other list is refused, and a test holds this against the console's own table.
 */
export const viewLists = {
  appraisals: null,
  objections: null,
  calibrations: null,
  skps: null,
  'skp-templates': null,
  periods: null,
  measurements: null,
  indicators: null,
  employees: null,
  units: null,
  'monitoring-teams': 'pembinaan.read',
  checkpoints: null,
  needs: null,
  'pembinaan-plans': null,
  programmes: null,
  'improvement-plans': null,
  'impact-evaluations': 'aggregates.read',
  complaints: null,
  fkps: null,
  'data-issues': 'organization.write',
  imports: 'imports.run',
  'audit-events': 'audit.read',
  users: 'users.manage',
  tokens: 'users.manage',
  awards: null,
  'record-views': null,
  notices: null,
  jobs: 'jobs.manage',
  'outbox-mails': 'jobs.manage',
  surveys: null,
} as const

export type ViewList = keyof typeof viewLists

export const viewListNames = Object.keys(viewLists) as [ViewList, ...ViewList[]]

export function isViewList(name: string): name is ViewList {
  return Object.hasOwn(viewLists, name)
}

/** What a view may say in the address of its list. The number of the page is no part of a view. */
const addressKeys = new Set(['filter', 'displayedFilters', 'sort', 'order', 'perPage'])

/** True for the query string of a list's address, without its question mark, whose parts the console reads. */
export function isViewSearch(search: string): boolean {
  const parts = new URLSearchParams(search)
  return [...parts.keys()].every((key) => addressKeys.has(key)) && [...new Set(parts.keys())].length === parts.size
}
