import type { z } from 'zod'
import type { Database } from '../../server/db.ts'
import type { Actor } from '../../server/identity/policy.ts'
import { encodeId } from '../../server/list.ts'
import { recordDialogue } from '../../server/planning/commands/dialogues.ts'
import { draftSkp, updateSkp } from '../../server/planning/commands/drafts.ts'
import { approveSkp, reviewSkp, startSkp, submitSkp } from '../../server/planning/commands/moves.ts'
import { type Command, execute } from '../../server/transact.ts'
import { type IndicatorKey, PlannedCity, tim } from '../appraisals/factory.ts'
import { admin } from '../organization/small-city.ts'

/** Morning of 8 January 2026 in WIB: the year for which is planned. */
export const now = new Date('2026-01-08T02:00:00Z')
export const year = 2026

export const skpId = (id: string) => encodeId('Skp', id)

type Content = z.input<typeof updateSkp.input>
export type RhkInput = NonNullable<Content['rhk']>[number]

/** A city with plans of 2025 and an empty year 2026, in which tests write plans. */
export class PlanningCity {
  readonly database: Database
  readonly planned: PlannedCity

  private constructor(planned: PlannedCity) {
    this.planned = planned
    this.database = planned.database
  }

  static async create(database: Database): Promise<PlanningCity> {
    const planned = await PlannedCity.create(database)
    const day = (text: string) => new Date(`${text}T00:00:00Z`)
    await database.prisma.period.create({
      data: {
        ...{ key: String(year), kind: 'ANNUAL', year, number: 0, state: 'OPEN' },
        ...{ startsOn: day('2026-01-01'), endsOn: day('2026-12-31'), closesOn: day('2027-01-31') },
      },
    })
    const people = Object.keys(planned.city.person) as (keyof typeof planned.city.person)[]
    for (const key of people) {
      const { id, employeeId } = planned.person(key)
      await database.prisma.user.create({
        data: { id: id ?? '', username: `${key}-${employeeId}`, displayName: key, passwordHash: '', employeeId },
      })
    }
    await database.prisma.user.create({
      data: {
        ...{ id: tim.id ?? '', username: 'tim', displayName: 'tim', passwordHash: '' },
        grants: { create: { role: 'TIM_KINERJA', validFrom: day('2025-01-01') } },
      },
    })
    return new PlanningCity(planned)
  }

  do<RawInput, Input, Subject, Result>(
    actor: Actor,
    spec: Command<RawInput, Input, Subject, Result>,
    input: RawInput,
    at = now,
  ): Promise<Result> {
    return execute(this.database, spec, input, { actor, now: at })
  }

  person(key: Parameters<PlannedCity['person']>[0]): Actor {
    return { ...this.planned.person(key), label: key }
  }

  employeeId(key: Parameters<PlannedCity['person']>[0]): string {
    return encodeId('Employee', this.planned.city.person[key])
  }

  indicatorId(key: IndicatorKey): string {
    return encodeId('Indicator', this.planned.indicator[key].id)
  }

  skp(id: string) {
    return this.database.prisma.skp.findUniqueOrThrow({
      where: { id },
      include: { rhks: { orderBy: { number: 'asc' }, include: { ikis: { orderBy: { number: 'asc' } } } } },
    })
  }

  /** Three sound results: two main ones by letter, an additional one. */
  results(changes: Partial<RhkInput> = {}): RhkInput[] {
    const iki = [{ indicatorId: this.indicatorId('RATIO'), weight: '1', target: '80' }]
    return [
      { title: 'First result', kind: 'UTAMA', weight: '40', assignmentLetter: 'Letter 1', iki, ...changes },
      {
        title: 'Second result',
        kind: 'UTAMA',
        weight: '40',
        assignmentLetter: 'Letter 2',
        iki: [{ ...iki[0], indicatorId: this.indicatorId('SUM'), target: '40' }],
      },
      { title: 'Third result', kind: 'TAMBAHAN', weight: '20', iki: [] },
    ]
  }

  async draft(
    key: Parameters<PlannedCity['person']>[0],
    rhk: RhkInput[] = this.results(),
    actor = this.person(key),
  ): Promise<string> {
    const id = await this.do(actor, draftSkp, { employeeId: this.employeeId(key), year })
    await this.do(actor, updateSkp, { id: skpId(id), revision: 0, rhk })
    return id
  }

  async running(
    key: Parameters<PlannedCity['person']>[0],
    penilai: Parameters<PlannedCity['person']>[0],
    rhk?: RhkInput[],
  ): Promise<string> {
    const id = await this.draft(key, rhk)
    await this.move(this.person(key), submitSkp, id)
    await this.move(tim, reviewSkp, id)
    await this.move(this.person(penilai), approveSkp, id)
    await this.move(this.person(penilai), startSkp, id)
    return id
  }

  async move<Input, Subject>(
    actor: Actor,
    spec: Command<{ id: string; revision: number }, Input, Subject, string>,
    id: string,
  ): Promise<string> {
    const { revision } = await this.skp(id)
    return this.do(actor, spec, { id: skpId(id), revision })
  }

  async because<Input, Subject>(
    actor: Actor,
    spec: Command<{ id: string; revision: number; reason?: string | null | undefined }, Input, Subject, string>,
    id: string,
    reason: string | null = 'Because the test says so.',
  ): Promise<string> {
    const { revision } = await this.skp(id)
    return this.do(actor, spec, { id: skpId(id), revision, reason })
  }

  talk(actor: Actor, id: string, heldOn = '2026-01-07'): Promise<string> {
    const said = { stage: 'PERENCANAAN' as const, clarified: 'What is expected', agreements: 'What we agreed' }
    return this.do(actor, recordDialogue, { skpId: skpId(id), heldOn: new Date(`${heldOn}T00:00:00Z`), ...said })
  }

  /** Kinds of the notices of one record, with the names of those who got them. */
  async notices(entityId: string): Promise<string[]> {
    const rows = await this.database.prisma.notice.findMany({
      where: { entityId },
      include: { user: true },
      orderBy: { id: 'asc' },
    })
    return rows.map(({ kind, user, doneAt }) => `${kind} ${user.displayName}${doneAt ? ' done' : ''}`)
  }
}

export { admin, tim }
