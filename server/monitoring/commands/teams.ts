import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import type { Actor } from '../../identity/policy.ts'
import { notify, settleNotices } from '../../notices.ts'
import { unitIdsAbove, visibleEmployees } from '../../organization/queries.ts'
import { dayText } from '../../organization/rules/days.ts'
import { command, type Entity, type Transaction } from '../../transact.ts'
import { mayManageTeams, mayTeam } from '../policy.ts'
import { type LockedTeam, teamFacts } from '../queries/facts.ts'
import { visibleTeams } from '../queries.ts'

const step = { id: z.uuid(), revision: z.int().min(0) } as const
const text = (least: number, most: number) => z.string().trim().min(least).max(most)
const decreeNumber = text(3, 100)

const memberInput = z.strictObject({
  employeeId: z.uuid().nullish(),
  name: text(3, 150).nullish(),
  role: z.enum(['KETUA', 'SEKRETARIS', 'ANGGOTA']),
  origin: z.enum(['BKPSDM', 'PERANGKAT_DAERAH', 'INSPEKTORAT', 'MASYARAKAT']),
})
const scopeInput = z.strictObject({ unitId: z.uuid().nullish(), planId: z.uuid().nullish(), programmeId: z.uuid().nullish() })

const content = {
  name: text(3, 200),
  mandate: text(10, 4_000),
  decreeNumber: decreeNumber.nullish(),
  decreeOn: z.date().nullish(),
  startsOn: z.date(),
  endsOn: z.date(),
  sampleSize: z.int().min(1).max(1_000).nullish(),
  members: z.array(memberInput).max(50),
  scopes: z.array(scopeInput).max(50),
} as const

type Content = z.output<z.ZodObject<typeof content>>

export function teamEntity({ id }: { readonly id: string }): Entity {
  return { type: 'MonitoringTeam', id }
}

/** A team as it is after every command before this one; null when there is none that the actor may see. */
async function lockTeam(tx: Transaction, id: string, actor: Actor): Promise<LockedTeam | null> {
  await tx.$queryRaw(Prisma.sql`SELECT id FROM monitoring_team WHERE id = ${id}::uuid FOR NO KEY UPDATE`)
  const team = await tx.monitoringTeam.findFirst({ where: { id, AND: [visibleTeams(actor)] } })
  const facts = team && (await teamFacts(tx, [id])).get(id)
  return facts ? { ...team, ...facts } : null
}

/** Drafts a team of a unit. Errors: FORBIDDEN, INVALID_INPUT, NOT_FOUND. */
export const draftTeam = command({
  input: z.strictObject({ unitId: z.uuid(), ...content }),
  load: async (tx, { unitId }) => {
    const underUnitIds = await unitIdsAbove(tx, unitId)
    return underUnitIds.length > 0 ? { underUnitIds } : null
  },
  allow: (actor, { underUnitIds }) => mayManageTeams(actor, underUnitIds),
  run: async ({ tx, input, actor }) => {
    const { members, scopes, ...own } = await checked(tx, input, actor)
    const { id } = await tx.monitoringTeam.create({
      data: { ...own, createdById: actor.id, members: { create: members }, scopes: { create: scopes } },
      select: { id: true },
    })
    return {
      result: { id },
      entity: teamEntity({ id }),
      changes: { state: [null, 'RANCANGAN'], name: [null, input.name], members: [null, membersText(members)] },
    }
  },
  audit: 'monitoringTeam.drafted',
})

async function replace(tx: Transaction, input: Content & { readonly id: string }, actor: Actor): Promise<string[]> {
  const { members, scopes, ...given } = await checked(tx, input, actor)
  const { id, ...own } = given
  await tx.monitoringMember.deleteMany({ where: { teamId: id } })
  await tx.monitoringScope.deleteMany({ where: { teamId: id } })
  await tx.monitoringTeam.update({
    where: { id },
    data: { ...own, revision: { increment: 1 }, members: { create: members }, scopes: { create: scopes } },
  })
  return membersText(members)
}

/** Changes a draft as a whole. Errors: FORBIDDEN, INVALID_INPUT, STALE_VERSION, WRONG_STATE. */
export const changeTeam = command({
  input: z.strictObject({ ...step, ...content }),
  load: (tx, { id }, actor) => lockTeam(tx, id, actor),
  allow: (actor, team, now, { revision }) => mayTeam(actor, team, now, 'EDIT', revision),
  run: async ({ tx, input: { revision: _read, ...input }, subject, actor }) => {
    const members = await replace(tx, input, actor)
    return { result: { id: subject.id }, entity: teamEntity(subject), changes: { members: [null, members] } }
  },
  audit: 'monitoringTeam.changed',
})

/** Appoints a team by its decree: its members are told, and checkpoints within its scope become theirs. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE. */
export const appointTeam = command({
  input: z.strictObject(step),
  load: (tx, { id }, actor) => lockTeam(tx, id, actor),
  allow: (actor, team, now, { revision }) => mayTeam(actor, team, now, 'APPOINT', revision),
  run: async ({ tx, input: { id }, subject, now }) => {
    await tx.monitoringTeam.update({ where: { id }, data: { state: 'AKTIF', revision: { increment: 1 } } })
    await tellMembers(tx, subject, now)
    return { result: { id }, entity: teamEntity(subject), changes: { state: [subject.state, 'AKTIF'] } }
  },
  audit: 'monitoringTeam.appointed',
})

/** Changes an active team by another decree. Who is new is told; checkpoints stay with whom they were given to. Errors: as `changeTeam`. */
export const amendTeam = command({
  input: z.strictObject({ ...step, ...content, decreeNumber, decreeOn: z.date(), reason: text(10, 4_000) }),
  load: (tx, { id }, actor) => lockTeam(tx, id, actor),
  allow: (actor, team, now, { revision }) => mayTeam(actor, team, now, 'AMEND', revision),
  run: async ({ tx, input: { revision: _read, reason, ...input }, subject, actor, now }) => {
    const employees = input.members.filter(({ employeeId }) => employeeId)
    if (employees.length < 2 || !employees.some(({ role }) => role === 'KETUA') || input.scopes.length === 0) {
      throw faulty(input.scopes.length === 0 ? 'scopes' : 'members', {
        id: 'Tim yang aktif tetap memerlukan ketua, sedikitnya dua pegawai, dan lingkup.',
        en: 'An active team still needs a head, two employees at least, and a scope.',
      })
    }
    const members = await replace(tx, input, actor)
    await tellMembers(tx, { ...subject, ...input }, now)
    return {
      result: { id: subject.id },
      entity: teamEntity(subject),
      changes: { members: [null, members], decree: [subject.decreeNumber, input.decreeNumber] },
      reason,
    }
  },
  audit: 'monitoringTeam.amended',
})

/** Ends the work of a team once everything was reviewed. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE. */
export const finishTeam = command({
  input: z.strictObject({ ...step, reason: text(10, 4_000) }),
  load: (tx, { id }, actor) => lockTeam(tx, id, actor),
  allow: (actor, team, now, { revision }) => mayTeam(actor, team, now, 'FINISH', revision),
  run: ({ tx, input, subject, now }) => end(tx, subject, input.reason, 'SELESAI', now),
  audit: 'monitoringTeam.finished',
})

/** Calls a draft off. Errors: FORBIDDEN, STALE_VERSION, WRONG_STATE. */
export const cancelTeam = command({
  input: z.strictObject({ ...step, reason: text(10, 4_000) }),
  load: (tx, { id }, actor) => lockTeam(tx, id, actor),
  allow: (actor, team, now, { revision }) => mayTeam(actor, team, now, 'CANCEL', revision),
  run: ({ tx, input, subject, now }) => end(tx, subject, input.reason, 'DIBATALKAN', now),
  audit: 'monitoringTeam.cancelled',
})

async function end(tx: Transaction, team: LockedTeam, reason: string, state: 'SELESAI' | 'DIBATALKAN', now: Date) {
  await tx.monitoringTeam.update({
    where: { id: team.id },
    data: { state, stateReason: reason, revision: { increment: 1 } },
  })
  await settleNotices(tx, teamEntity(team), now)
  return { result: { id: team.id }, entity: teamEntity(team), changes: { state: [team.state, state] as const }, reason }
}

async function tellMembers(tx: Transaction, team: Pick<LockedTeam, 'id' | 'name' | 'endsOn'>, now: Date): Promise<void> {
  const members = await tx.monitoringMember.findMany({
    where: { teamId: team.id, employeeId: { not: null } },
    select: { employeeId: true },
  })
  await notify(
    tx,
    members.map(({ employeeId }) => ({
      to: { employeeId: employeeId ?? '' },
      kind: 'monitoring.appointed' as const,
      params: { team: team.name, until: dayText(team.endsOn) },
      entity: teamEntity(team),
      cause: team.id,
    })),
    now,
  )
}

function faulty(field: string, sentence: { readonly id: string; readonly en: string }): DomainError {
  return new DomainError('INVALID_INPUT', sentence, { [field]: sentence })
}

/** The content with the names of its members; refuses what cannot be a team. */
async function checked<Input extends Content>(tx: Transaction, input: Input, actor: Actor) {
  const { members, scopes, ...own } = input
  if (own.endsOn < own.startsOn)
    throw faulty('endsOn', { id: 'Masa tugas berakhir sebelum dimulai.', en: 'The period ends before it begins.' })
  if (scopes.some((scope) => Object.values(scope).filter(Boolean).length !== 1))
    throw faulty('scopes', { id: 'Tiap lingkup menyebut satu hal saja.', en: 'Each scope names one thing.' })
  const ids = members.flatMap(({ employeeId }) => employeeId ?? [])
  if (new Set(ids).size < ids.length)
    throw faulty('members', { id: 'Seorang pegawai disebut dua kali.', en: 'An employee is named twice.' })
  if (members.filter(({ role }) => role === 'KETUA').length > 1)
    throw faulty('members', { id: 'Tim mempunyai satu ketua.', en: 'A team has one head.' })
  const known = await tx.employee.findMany({
    where: { id: { in: ids }, AND: [visibleEmployees(actor)] },
    select: { id: true, name: true },
  })
  const names = new Map(known.map(({ id, name }) => [id, name]))
  return {
    ...own,
    scopes: scopes.map(({ unitId = null, planId = null, programmeId = null }) => ({ unitId, planId, programmeId })),
    members: members.map(({ employeeId, name, role, origin }) => {
      const called = employeeId ? names.get(employeeId) : name
      if (!called)
        throw faulty('members', {
          id: 'Ada anggota yang tidak dikenal. Wakil masyarakat ditulis namanya.',
          en: 'A member is not known. A representative of the community is written by name.',
        })
      return { employeeId: employeeId ?? null, name: called, role, origin }
    }),
  }
}

function membersText(members: readonly { readonly name: string; readonly role: string }[]): string[] {
  return members.map(({ name, role }) => `${role}: ${name}`)
}
