import type { MessageKey } from '../frame/language/messages.ts'

export type ReadyQuery = { name: string; title: MessageKey; help: MessageKey; query: string; variables: Record<string, unknown> }

/** Questions that other systems ask most, each with variables to change. A test holds them against the contract. */
export const readyQueries: readonly ReadyQuery[] = [
  {
    name: 'page',
    title: 'ready.page',
    help: 'ready.pageHelp',
    query: `query Staff($after: String, $underUnitId: ID) {
  employees(first: 100, after: $after, filter: { underUnitId: $underUnitId }) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { id nip fullName positionTitle golongan unit { code } updatedAt }
  }
}`,
    variables: {},
  },
  {
    name: 'history',
    title: 'ready.history',
    help: 'ready.historyHelp',
    query: `query EmployeeHistory($nip: Nip!) {
  employee(nip: $nip) {
    id
    nip
    fullName
    unit { code name }
    positions(first: 20) { totalCount nodes { title unitName validFrom validTo decreeNumber } }
    ranks(first: 20) { nodes { golongan validFrom } }
    trainings(first: 20) { nodes { name jp endsOn } }
    appraisals(first: 8) {
      nodes { period { key } predikat weightedScore rhk(first: 10) { nodes { title achievementPct } } }
    }
  }
}`,
    variables: { nip: '198001012005012001' },
  },
  {
    name: 'distribution',
    title: 'ready.distribution',
    help: 'ready.distributionHelp',
    query: `query Distribution($periodKey: String!, $underUnitId: ID) {
  predikatDistribution(periodKey: $periodKey, underUnitId: $underUnitId) { total appraised predikat { key count } reasons { key count } }
}`,
    variables: { periodKey: '2025' },
  },
  {
    name: 'coverage',
    title: 'ready.coverage',
    help: 'ready.coverageHelp',
    query: `query Coverage($periodKey: String!, $underUnitId: ID) {
  coverage(periodKey: $periodKey, underUnitId: $underUnitId) { employees withSkp withResult withBehaviour withPredikat }
}`,
    variables: { periodKey: '2025' },
  },
  {
    name: 'explanation',
    title: 'ready.explanation',
    help: 'ready.explanationHelp',
    query: `query Explanation($id: ID!) {
  appraisal(id: $id) { predikat explanation { nodes { key parentKey kind label value weight sentence } } }
}`,
    variables: { id: 'appraisal_00000000-0000-7000-8000-000000000000' },
  },
  {
    name: 'changes',
    title: 'ready.changes',
    help: 'ready.changesHelp',
    query: `query ChangesSince($from: DateTime!, $after: String) {
  auditEvents(first: 100, after: $after, filter: { from: $from }) {
    pageInfo { hasNextPage endCursor }
    nodes { sequence at event entityType entityId changes { field before after } }
  }
}`,
    variables: { from: '2026-01-01T00:00:00+07:00' },
  },
]

/** Whole lists as files; the filter is that of the list in the query of the same name. */
export const readyExports = [
  '/exports/employees.csv',
  '/exports/units.csv',
  '/exports/appraisals.xlsx?filter={"periodKey":"2025"}',
  '/exports/indicators.csv',
] as const
