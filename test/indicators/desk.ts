import { expect } from 'vitest'
import type { z } from 'zod'
import type { Database } from '../../server/db.ts'
import type { ErrorCode } from '../../server/errors.ts'
import { type Actor, anonymous, type Grant, type RoleName } from '../../server/identity/policy.ts'
import { createIndicator } from '../../server/indicators/commands/drafts.ts'
import { publishIndicatorDraft, submitIndicatorDraft } from '../../server/indicators/commands/review.ts'
import { encodeId } from '../../server/list.ts'
import { type Command, execute } from '../../server/transact.ts'

/** Noon in WIB. */
export const now = new Date('2026-03-10T05:00:00Z')

function person(number: number, role: RoleName, unitId: string | null = null): Actor {
  const id = `00000000-0000-7000-8000-00000000000${number}`
  const grants: readonly Grant[] = [{ role, unitId }]
  return { ...anonymous, kind: 'USER', id, label: `${role} ${number}`, grants, language: 'en' }
}

export const author = person(1, 'TIM_KINERJA')
export const approver = person(2, 'TIM_KINERJA')
export const admin = person(3, 'ADMIN')
/** Reads the whole catalogue, drafts included, and writes none of it. */
export const inspector = person(4, 'INSPECTOR')
export const employee = person(5, 'EMPLOYEE')
/** Holds every permission, but over one unit alone. */
export const unitAdmin = person(6, 'ADMIN', '00000000-0000-7000-8000-0000000000aa')

export type NewIndicator = z.input<typeof createIndicator.input>

/** What a complete definition states; a test says what matters to it. */
export const complete = {
  name: 'Permits issued within the service standard',
  aspect: 'WAKTU',
  unit: 'PERCENT',
  polarity: 'MAXIMIZE',
  aggregation: 'RASIO',
  frequency: 'TRIWULAN',
  attribution: 'UNIT',
  factor: '100',
  target: '85.5',
  maxValue: '100',
  minDenominator: '20',
  formulaText: 'permits in time / permits × 100',
  denominatorText: 'all permits',
  sourceSystem: 'Permit log',
  sourceOwner: 'DPMPTSP',
  effectiveFrom: new Date('2026-01-01'),
  familyWeights: [{ family: 'LAYANAN', weight: '25' }],
} as const satisfies Omit<NewIndicator, 'code'>

let count = 0

export class Desk {
  readonly database: Database

  constructor(database: Database) {
    this.database = database
  }

  do<RawInput, Input, Subject, Result>(
    actor: Actor,
    spec: Command<RawInput, Input, Subject, Result>,
    input: RawInput,
  ): Promise<Result> {
    return execute(this.database, spec, input, { actor, now })
  }

  /** A draft by `author` of an indicator with a code of its own; answers the bare id of the version. */
  draft(changes: Partial<NewIndicator> = {}): Promise<string> {
    count += 1
    return this.do(author, createIndicator, { ...complete, code: `T-${count}`, ...changes })
  }

  async submitted(changes: Partial<NewIndicator> = {}): Promise<string> {
    const id = await this.draft(changes)
    return this.do(author, submitIndicatorDraft, { id: versionId(id) })
  }

  async published(changes: Partial<NewIndicator> = {}): Promise<string> {
    const id = await this.submitted(changes)
    return this.do(approver, publishIndicatorDraft, { id: versionId(id) })
  }

  version(id: string) {
    return this.database.prisma.indicatorVersion.findUniqueOrThrow({
      where: { id },
      include: { indicator: true, familyWeights: true },
    })
  }

  /** Events of the audit trail about a version, oldest first. */
  async events(id: string): Promise<string[]> {
    const rows = await this.database.prisma.auditEvent.findMany({ where: { entityId: id }, orderBy: { sequence: 'asc' } })
    return rows.map(({ event }) => event)
  }
}

export function versionId(id: string): string {
  return encodeId('IndicatorVersion', id)
}

export async function expectRefusal(work: Promise<unknown>, code: ErrorCode): Promise<void> {
  await expect(work).rejects.toMatchObject({ name: 'DomainError', code })
}

/** Two calls at once: exactly one succeeds, and the other one is refused with this code. */
export async function expectOneWinner(calls: readonly Promise<unknown>[], code: ErrorCode): Promise<void> {
  const outcomes = await Promise.allSettled(calls)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
  expect(refusals).toMatchObject(refusals.map(() => ({ code })))
}
