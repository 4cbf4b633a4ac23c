import { z } from 'zod'
import type { AuditEventName } from '../../audit-events.ts'
import { DomainError } from '../../errors.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { globalId } from '../../identity/commands/inputs.ts'
import { exact } from '../../math.ts'
import { newId } from '../../new-id.ts'
import { notify, settleNotices } from '../../notices.ts'
import { unitIdsAbove } from '../../organization/queries.ts'
import { dayText } from '../../organization/rules/days.ts'
import { type Command, command, type Step, type Transaction } from '../../transact.ts'
import { holds, needsReason } from '../policy/guards.ts'
import { mayChangeAt, mayMoveProgramme, type ProgrammeMove, programmeMoves } from '../policy/programmes.ts'
import { type LoadedProgramme, lockedProgramme } from '../queries/programme-facts.ts'
import { lastForm } from '../rules/forms.ts'
import { certify } from './certificates.ts'
import { endParticipation } from './end-participation.ts'
import { amount, day, line, paragraph, readRecord, reasonText } from './inputs.ts'
import { randomCode } from './random-code.ts'

const content = {
  name: line,
  formId: z.int().min(1).max(lastForm),
  provider: line,
  mode: z.enum(['LURING', 'DARING', 'CAMPURAN']),
  place: line.nullish(),
  startsOn: day,
  endsOn: day,
  capacity: z.int().min(1).max(100_000).nullish(),
  jp: amount.nullish(),
  budget: amount.nullish(),
  ceiling: amount.nullish(),
  targetGroup: line.nullish(),
  competencyId: globalId('Competency').nullish(),
  primaryIndicatorId: globalId('Indicator').nullish(),
  design: z.enum(['ACAK', 'PADANAN', 'SUKARELA', 'PRA_PASCA']).nullish(),
  eligibleKinds: z.array(z.enum(['STRUKTURAL', 'FUNGSIONAL', 'PELAKSANA'])).max(3),
  eligibleTypes: z.array(z.enum(['PNS', 'CPNS', 'PPPK', 'PPPK_PARUH_WAKTU'])).max(4),
  eligibleUnitIds: z.array(globalId('Unit')).max(200),
  selectionRule: paragraph.nullish(),
} as const

const contentInput = z.strictObject(content)

type Content = z.output<typeof contentInput>

/** Throws PAGU_EXCEEDED or INVALID_INPUT for what only the whole content shows. */
function refuseUnsound({ startsOn, endsOn, budget, ceiling }: Content): void {
  if (endsOn < startsOn) {
    const sentence = { id: 'Hari terakhir mendahului hari pertama.', en: 'The last day comes before the first.' }
    throw new DomainError('INVALID_INPUT', sentence, { endsOn: sentence })
  }
  if (budget && ceiling && exact(budget).gt(ceiling)) {
    const sentence = { id: 'Anggaran melebihi pagu.', en: 'The budget exceeds its ceiling.' }
    throw new DomainError('PAGU_EXCEEDED', sentence, { budget: sentence })
  }
}

function columnsOf(given: Content) {
  const orNull = Object.fromEntries(Object.entries(given).map(([key, value]) => [key, value ?? null]))
  return orNull as { [Key in keyof Content]: Exclude<Content[Key], undefined> }
}

/** Plans a programme. Errors: FORBIDDEN, CONFLICT for a code that exists, PAGU_EXCEEDED, INVALID_INPUT. */
export const planProgramme = command({
  input: z.strictObject({ ...content, code: line, unitId: globalId('Unit'), planId: globalId('PembinaanPlan').nullish() }),
  load: async (tx, { code, unitId, planId }) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('pembinaan_programme'), hashtext(${code}))::text`
    const underUnitIds = await unitIdsAbove(tx, unitId)
    const isKnown = !planId || (await tx.pembinaanPlan.count({ where: { id: planId } })) === 1
    return underUnitIds.length > 0 && isKnown ? { underUnitIds } : null
  },
  allow: (actor, { underUnitIds }) => holds(actor, 'pembinaan.manage', underUnitIds),
  run: async ({ tx, input: { code, unitId, planId, ...given } }) => {
    refuseUnsound(given)
    if ((await tx.pembinaanProgramme.count({ where: { code } })) > 0) {
      const sentence = { id: `Kode ${code} sudah dipakai.`, en: `The code ${code} is taken.` }
      throw new DomainError('CONFLICT', sentence, { code: sentence })
    }
    const { id } = await tx.pembinaanProgramme.create({
      data: { id: newId(), code, unitId, planId: planId ?? null, ...columnsOf(given) },
      select: { id: true },
    })
    return { result: id, entity: { type: 'PembinaanProgramme', id }, changes: { code: [null, code], name: [null, given.name] } }
  },
  audit: 'programme.planned',
})

/** Changes a programme before its selection is locked. Errors: FORBIDDEN, WRONG_STATE, STALE_VERSION, PAGU_EXCEEDED, INVALID_INPUT. */
export const editProgramme = command({
  input: z.strictObject({ ...readRecord('PembinaanProgramme'), ...content }),
  load: (tx, { id }) => lockedProgramme(tx, id),
  allow: (actor, row, _now, { revision }) => mayChangeAt(actor, row, 'EDIT_PROGRAMME', revision),
  run: async ({ tx, input: { id, revision, ...given }, subject }) => {
    refuseUnsound(given)
    await tx.pembinaanProgramme.update({
      where: { id },
      data: { ...columnsOf(given), revision: revision + 1 },
      select: { id: true },
    })
    return {
      result: id,
      entity: { type: 'PembinaanProgramme', id },
      changes: {
        name: [subject.name, given.name],
        startsOn: [dayText(subject.startsOn), dayText(given.startsOn)],
        design: [subject.design, given.design ?? null],
      },
    }
  },
  audit: 'programme.edited',
})

const sessionInput = z.strictObject({
  id: globalId('ProgrammeSession').nullish(),
  title: line,
  startsAt: z.date(),
  endsAt: z.date(),
  place: line.nullish(),
})

/** Sets the sessions as they shall be. One that somebody signed already stays. Errors: FORBIDDEN, WRONG_STATE, STALE_VERSION, INVALID_INPUT. */
export const setSessions = command({
  input: z.strictObject({ ...readRecord('PembinaanProgramme'), sessions: z.array(sessionInput).max(60) }),
  load: (tx, { id }) => lockedProgramme(tx, id),
  allow: (actor, row, _now, { revision }) => mayChangeAt(actor, row, 'SET_SESSIONS', revision),
  run: async ({ tx, input: { id, revision, sessions } }) => {
    const wrong = sessions.findIndex(({ startsAt, endsAt }) => endsAt <= startsAt)
    if (wrong >= 0) {
      const sentence = { id: 'Sesi berakhir sebelum dimulai.', en: 'A session ends before it begins.' }
      throw new DomainError('INVALID_INPUT', sentence, { [`sessions.${wrong}.endsAt`]: sentence })
    }
    const kept = sessions.flatMap((session) => session.id ?? [])
    const gone = { programmeId: id, id: { notIn: kept } } satisfies Prisma.ProgrammeSessionWhereInput
    if ((await tx.attendance.count({ where: { session: gone } })) > 0) {
      throw new DomainError('WRONG_STATE', {
        id: 'Sesi yang daftar hadirnya sudah terisi tidak dapat dihapus.',
        en: 'A session whose sheet was signed cannot be removed.',
      })
    }
    await tx.programmeSession.deleteMany({ where: gone })
    // Numbers are unique within the programme: they step aside before they are given anew.
    await tx.programmeSession.updateMany({ where: { programmeId: id }, data: { number: { increment: 1_000 } } })
    for (const [index, { id: sessionId, title, startsAt, endsAt, place }] of sessions.entries()) {
      const data = { number: index + 1, title, startsAt, endsAt, place: place ?? null }
      const changed = sessionId
        ? await tx.programmeSession.updateMany({ where: { id: sessionId, programmeId: id }, data })
        : { count: 0 }
      if (changed.count === 0) await tx.programmeSession.create({ data: { ...data, programmeId: id, code: randomCode() } })
    }
    await tx.pembinaanProgramme.update({ where: { id }, data: { revision: revision + 1 }, select: { id: true } })
    return { result: id, entity: { type: 'PembinaanProgramme', id }, changes: { sessions: [null, sessions.length] } }
  },
  audit: 'programme.sessionsSet',
})

const moveInput = z.strictObject({ ...readRecord('PembinaanProgramme'), reason: reasonText })

type MoveInput = z.output<typeof moveInput>
type MoveStep = Step<MoveInput, LoadedProgramme>

function move(
  step: ProgrammeMove,
  audit: AuditEventName,
  extra: { readonly isReasoned?: boolean; readonly after?: (given: MoveStep) => Promise<void> } = {},
): Command<z.input<typeof moveInput>, MoveInput, LoadedProgramme, string> {
  return command({
    input: moveInput,
    load: (tx, { id }) => lockedProgramme(tx, id),
    allow: (actor, row, now, { revision, reason }) => {
      const verdict = mayMoveProgramme(actor, row, now, step, revision)
      return verdict === true && extra.isReasoned ? needsReason(reason) : verdict
    },
    run: async (given) => {
      const { tx, input, subject } = given
      const to = programmeMoves[step].to
      await tx.pembinaanProgramme.update({
        where: { id: subject.id },
        data: { state: to, revision: subject.revision + 1, ...(input.reason ? { stateReason: input.reason } : {}) },
        select: { id: true },
      })
      await extra.after?.(given)
      return {
        result: subject.id,
        entity: { type: 'PembinaanProgramme', id: subject.id },
        changes: { state: [subject.state, to] as const },
        ...(input.reason ? { reason: input.reason } : {}),
      }
    },
    audit,
  })
}

/** Opens a programme for applications and nominations. */
export const openRegistration = move('OPEN_REGISTRATION', 'programme.opened')
/** Locks the selection: every candidate was invited or declined. */
export const lockSelection = move('LOCK_SELECTION', 'programme.locked')
/** Starts it on its first day. DESIGN_REQUIRED without an evaluation design. */
export const startProgramme = move('START_PROGRAMME', 'programme.started')
/** Ends it: attendance is taken from the sheets, and whoever never came did not show up. */
export const endProgramme = move('END_PROGRAMME', 'programme.ended', {
  after: ({ tx, subject }) => endParticipation(tx, subject.id),
})
/** Issues certificates to all who passed: a number, and a code that anybody may verify. Hours count from then on. */
export const issueCertificates = move('ISSUE_CERTIFICATES', 'programme.certified', {
  after: ({ tx, subject, now }) => certify(tx, subject, now),
})
/** Calls it off, with a reason; whoever was invited is told. */
export const cancelProgramme = move('CANCEL_PROGRAMME', 'programme.cancelled', {
  isReasoned: true,
  after: ({ tx, subject, input, now }) => tellOfCancellation(tx, subject, input.reason ?? '', now),
})

async function tellOfCancellation(tx: Transaction, { id, name }: LoadedProgramme, reason: string, now: Date): Promise<void> {
  const entity = { type: 'PembinaanProgramme', id }
  await settleNotices(tx, entity, now)
  const people = await tx.participant.findMany({
    where: { programmeId: id, state: { in: ['INVITED', 'CONFIRMED'] } },
    select: { employeeId: true },
  })
  await notify(
    tx,
    people.map(({ employeeId }) => ({
      to: { employeeId },
      kind: 'programme.cancelled',
      params: { programme: name, reason },
      entity,
      cause: id,
    })),
    now,
  )
}
