import { rebuildSummaries } from '../../server/appraisals/commands/summaries.ts'
import type { OrgPredikat } from '../../server/appraisals/rules/distribution.ts'
import type { Database } from '../../server/db.ts'
import type { Prisma } from '../../server/generated/prisma/client.ts'
import type { Actor } from '../../server/identity/policy.ts'
import { type Command, execute } from '../../server/transact.ts'
import { actorWith, type PersonKey } from '../organization/small-city.ts'
import { PlannedCity } from './factory.ts'

/** Noon of 10 February 2026 in WIB: the time for self-assessments of 2025 is over. */
export const later = new Date('2026-02-10T05:00:00Z')

/** Inside the time for self-assessments: 5 January 2026. */
export const early = new Date('2026-01-05T05:00:00Z')

/** A planned city, computed, whose people have accounts, with the organisation predikat of every office set. */
export class LifeCity {
  readonly planned: PlannedCity
  readonly database: Database

  private constructor(planned: PlannedCity) {
    this.planned = planned
    this.database = planned.database
  }

  static async create(database: Database): Promise<LifeCity> {
    const city = new LifeCity(await PlannedCity.create(database))
    await city.planned.compute()
    for (const [key, employeeId] of Object.entries(city.planned.city.person)) {
      await database.prisma.user.create({
        data: { username: `${key}-${employeeId.slice(-6)}`, displayName: key, employeeId, passwordHash: 'none' },
      })
    }
    await city.setOrgPredikat('city', 'BAIK')
    return city
  }

  async setOrgPredikat(
    unit: keyof PlannedCity['city']['unit'],
    predikat: OrgPredikat,
    justification: string | null = 'reasons',
  ): Promise<void> {
    const key = { unitId: this.planned.city.unit[unit], periodId: this.periodId }
    const version = await this.database.prisma.orgPredikatDecision.count({ where: key })
    await this.database.prisma.orgPredikatDecision.updateMany({ where: key, data: { isCurrent: false } })
    await this.database.prisma.orgPredikatDecision.create({
      data: { ...key, version: version + 1, predikat, justification, basis: 'test', setAt: early },
    })
  }

  get periodId(): string {
    return this.planned.period['2025'] ?? ''
  }

  person(key: PersonKey): Actor {
    return this.planned.person(key)
  }

  do<RawInput, Input, Subject, Result>(
    actor: Actor,
    spec: Command<RawInput, Input, Subject, Result>,
    input: RawInput,
    now = later,
  ): Promise<Result> {
    return execute(this.database, spec, input, { actor, now })
  }

  /** The newest version of the appraisal of a person. */
  appraisal(person: PersonKey) {
    return this.planned.appraisal(person)
  }

  /** Id and revision, as a decision names them. */
  async read(person: PersonKey): Promise<{ id: string; revision: number }> {
    const { id, revision } = await this.appraisal(person)
    return { id, revision }
  }

  /** Puts the appraisal where a test begins, as the owner of the data would never do. */
  async put(person: PersonKey, data: Prisma.AppraisalUncheckedUpdateInput): Promise<{ id: string; revision: number }> {
    const { id } = await this.appraisal(person)
    return this.database.prisma.$transaction(async (tx) => {
      const { revision } = await tx.appraisal.update({ where: { id }, data })
      await rebuildSummaries(tx, this.periodId)
      return { id, revision }
    })
  }

  notices(entityId: string) {
    return this.database.prisma.notice.findMany({
      where: { entityId },
      orderBy: { id: 'asc' },
      select: { kind: true, dueAt: true, doneAt: true, user: { select: { employeeId: true } } },
    })
  }
}

/** Whoever moderates: the tim pengelola kinerja of the city, without a post. */
export const moderator: Actor = {
  ...actorWith({ grants: [{ role: 'TIM_KINERJA', unitId: null }] }),
  id: '00000000-0000-7000-8000-0000000000b1',
}

/** The PyB: an administrator of the city, without a post. */
export const pyb: Actor = {
  ...actorWith({ grants: [{ role: 'ADMIN', unitId: null }] }),
  id: '00000000-0000-7000-8000-0000000000b2',
}

export const long = 'Because of what was seen on the ward in November.'
