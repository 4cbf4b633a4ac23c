import type { Histories } from './histories.ts'

export type TimelineKind = 'POSITION' | 'RANK' | 'TRAINING' | 'EDUCATION' | 'APPRAISAL' | 'SUPERIOR' | 'DISCIPLINE'

export type TimelineEvent = {
  key: string
  kind: TimelineKind
  /** Civil date by which the events are ordered. */
  on: string
  until: string | null
  title: string
  detail: string
  to: string | null
}

type Words = {
  predikat: (code: string) => string
  reason: (code: string) => string
  jp: (jp: string) => string
  level: (code: string) => string
}

/** All that happened to an employee in one line of time, newest first. */
export function timelineOf({ employee }: Histories, words: Words): TimelineEvent[] {
  const plain = { until: null, to: null }
  const events: TimelineEvent[] = [
    ...(employee.positions?.nodes ?? []).map((row) => ({
      ...plain,
      key: row.id,
      kind: 'POSITION' as const,
      on: row.validFrom,
      until: row.validTo,
      title: row.title,
      detail: joined([row.unitName, row.decreeNumber]),
    })),
    ...(employee.ranks?.nodes ?? []).map((row) => ({
      ...plain,
      key: row.id,
      kind: 'RANK' as const,
      on: row.validFrom,
      title: row.golongan,
      detail: joined([row.decreeNumber]),
    })),
    ...(employee.trainings?.nodes ?? []).map((row) => ({
      ...plain,
      key: row.id,
      kind: 'TRAINING' as const,
      on: row.endsOn,
      title: row.name,
      detail: joined([row.provider, row.jp && words.jp(row.jp)]),
    })),
    ...(employee.educations?.nodes ?? []).map((row) => ({
      ...plain,
      key: row.id,
      kind: 'EDUCATION' as const,
      on: row.graduatedOn ?? '',
      title: joined([row.level, row.major]),
      detail: row.institution,
    })),
    ...(employee.appraisals?.nodes ?? []).map((row) => ({
      ...plain,
      key: row.id,
      kind: 'APPRAISAL' as const,
      on: row.period.endsOn,
      title: row.period.key,
      detail: row.predikat ? words.predikat(row.predikat) : row.noPredikatReason ? words.reason(row.noPredikatReason) : '',
      to: `/appraisals/${row.id}/show`,
    })),
    ...(employee.reportingLines?.nodes ?? []).map((row) => ({
      key: row.id,
      kind: 'SUPERIOR' as const,
      on: row.validFrom,
      until: row.validTo,
      title: row.superior?.fullName ?? '–',
      detail: row.superior?.positionTitle ?? '',
      to: row.superior ? `/employees/${row.superior.id}/show` : null,
    })),
    ...(employee.disciplines?.nodes ?? []).map((row) => ({
      ...plain,
      key: row.id,
      kind: 'DISCIPLINE' as const,
      on: row.validFrom,
      until: row.validTo,
      title: row.sanction,
      detail: joined([words.level(row.level), row.decreeNumber]),
    })),
  ]
  return events.toSorted((one, other) => other.on.localeCompare(one.on))
}

function joined(parts: (string | null)[]): string {
  return parts.filter((part) => part).join(' · ')
}

/** What had begun on a day; without a day, everything. Events without a date are always there. */
export function eventsUntil(events: readonly TimelineEvent[], day: string | null): TimelineEvent[] {
  return events.filter(({ on }) => day === null || on <= day)
}

/** The position and the rank that were held on a day: the latest that had begun and had not ended. */
export function heldOn(events: readonly TimelineEvent[], kind: 'POSITION' | 'RANK', day: string): TimelineEvent | undefined {
  return events.find((event) => event.kind === kind && event.on <= day && (event.until === null || event.until >= day))
}
