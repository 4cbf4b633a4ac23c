import { type EndedPeriod, endedPeriods } from '../../appraisals/queries/ended-periods.ts'
import { penilaiOf } from '../../appraisals/queries/life.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { openStates } from '../../objections/policy.ts'
import { isPast } from '../../organization/rules/deadlines.ts'
import type { Transaction } from '../../transact.ts'
import { longestOverdueDays } from '../rules/ladder.ts'
import { type Duty, type DutyContext, isNear, type Level, type Phase } from './duties.ts'
import { missingMeasurements, missingProgress } from './measurement-duties.ts'
import { unfinishedPlans } from './plan-duties.ts'

/** Ended periods are looked at until the annual deadline, half a year later at most, and as long after it as anything is overdue. */
const lookBackDays = 180 + longestOverdueDays

type Row = {
  readonly id: string
  readonly state: string
  readonly periodId: string
  readonly employeeId: string
  readonly name: string
  readonly unitId: string
  readonly penilaiIds: readonly string[]
  readonly superiorId: string | null
  readonly until: Date | null
}

/** Current appraisals in these states and periods, with who judges them today and who stands above. */
function appraisalsIn(tx: Transaction, states: readonly string[], periodIds: readonly string[], today: Date): Promise<Row[]> {
  return tx.$queryRaw<Row[]>(Prisma.sql`
    SELECT a.id, a.state::text AS state, a.period_id AS "periodId", a.employee_id AS "employeeId", e.name, a.unit_id AS "unitId", a.objection_until AS "until",
      ${penilaiOf(Prisma.sql`a.penilai_id`, today)} AS "penilaiIds",
      (SELECT p.superior_id FROM employee p WHERE p.id = coalesce(a.penilai_id, e.superior_id)) AS "superiorId"
    FROM appraisal a JOIN employee e ON e.id = a.employee_id
    WHERE a.is_current AND a.system <> 'RUANG_GTK' AND a.skp_id IS NOT NULL AND a.state::text = ANY (${[...states]}::text[])
      AND a.period_id = ANY (${[...periodIds]}::uuid[])`)
}

const people = (...ids: readonly (string | null)[]): Level => ({ employeeIds: ids.flatMap((id) => id ?? []) })

function dutyOf(row: Row, period: Pick<EndedPeriod, 'key'>, deadline: Date, chain: readonly Level[]): Duty {
  const { id, name, periodId, unitId, employeeId } = row
  const params = { employee: name, period: period.key }
  return { entity: { type: 'Appraisal', id }, params, deadline, chain, periodId, unitId, employeeId }
}

/** Duties of the appraisals of periods whose deadline is near. */
async function ofPeriods(
  tx: Transaction,
  context: DutyContext,
  deadlineOf: (period: EndedPeriod) => Date | null,
  states: readonly string[],
  chainOf: (row: Row, period: EndedPeriod) => readonly Level[] | null,
): Promise<Duty[]> {
  const ended = await endedPeriods(tx, context.now, lookBackDays)
  const near = new Map(
    ended.flatMap((period) => {
      const deadline = deadlineOf(period)
      return deadline && isNear(deadline, context) ? [[period.id, { period, deadline }] as const] : []
    }),
  )
  if (near.size === 0) return []
  const rows = await appraisalsIn(tx, states, [...near.keys()], context.today)
  return rows.flatMap((row) => {
    const found = near.get(row.periodId)
    const chain = found && chainOf(row, found.period)
    return chain ? [dutyOf(row, found.period, found.deadline, chain)] : []
  })
}

const selfAssessment: Phase = {
  kinds: { soon: 'appraisal.selfAssessDueSoon' },
  duties: (tx, context) =>
    ofPeriods(
      tx,
      context,
      ({ selfAssessUntil }) => (isPast(selfAssessUntil, context.now) ? null : selfAssessUntil),
      ['TERBUKA'],
      ({ employeeId }) => [people(employeeId)],
    ),
}

const rating: Phase = {
  kinds: { soon: 'appraisal.rateDueSoon', overdue: 'appraisal.rateOverdue' },
  some: { soon: 'appraisal.someRateDueSoon', overdue: 'appraisal.someRateOverdue' },
  duties: (tx, context) =>
    ofPeriods(
      tx,
      context,
      ({ rateUntil }) => rateUntil,
      ['TERBUKA', 'PENILAIAN_DIRI', 'BUKTI_DIVERIFIKASI'],
      (row, { selfAssessUntil }) =>
        row.state === 'TERBUKA' && !isPast(selfAssessUntil, context.now)
          ? null
          : [people(...row.penilaiIds), people(row.superiorId), { holdersOf: 'appraisals.moderate' }],
    ),
}

/** The annual predikat is set by the deadline of the city (LOCAL); the tim moderates, the PyB sets. */
const setting: Phase = {
  kinds: { soon: 'appraisal.setDueSoon', overdue: 'appraisal.setOverdue' },
  some: { soon: 'appraisal.setDueSoon', overdue: 'appraisal.setOverdue' },
  duties: (tx, context) =>
    ofPeriods(
      tx,
      context,
      ({ kind, rateUntil }) => (kind === 'ANNUAL' ? rateUntil : null),
      ['DINILAI', 'MODERASI', 'DITETAPKAN'],
      ({ state }) => [
        { holdersOf: state === 'DINILAI' ? 'appraisals.moderate' : 'appraisals.set' },
        { holdersOf: 'appraisals.set' },
      ],
    ),
}

/** A delivered result is answered until its window closes (PP 30/2019 art. 59); silence is acceptance, so nobody else is told. */
const answers: Phase = {
  kinds: { soon: 'appraisal.answerDueSoon' },
  async duties(tx, context) {
    const periods = await tx.period.findMany({
      where: { appraisals: { some: { isCurrent: true, state: 'DISAMPAIKAN' } } },
      select: { id: true, key: true },
    })
    const byId = new Map(periods.map((period) => [period.id, period]))
    const rows = await appraisalsIn(tx, ['DISAMPAIKAN'], [...byId.keys()], context.today)
    return rows.flatMap((row) => {
      const period = byId.get(row.periodId)
      if (!period || !row.until || isPast(row.until, context.now) || !isNear(row.until, context)) return []
      return [dutyOf(row, period, row.until, [people(row.employeeId)])]
    })
  },
}

/** Decisions on objections; what is overdue is escalated by the area of objections itself. */
const decisions: Phase = {
  kinds: { soon: 'objection.decideDueSoon' },
  some: { soon: 'objection.someDueSoon' },
  async duties(tx, context) {
    const rows = await tx.objection.findMany({
      where: { state: { in: [...openStates] }, dueAt: { gte: context.now } },
      select: {
        id: true,
        state: true,
        dueAt: true,
        deciderId: true,
        appraisal: {
          select: {
            employeeId: true,
            unitId: true,
            period: { select: { id: true, key: true } },
            employee: { select: { name: true } },
          },
        },
      },
    })
    return rows
      .filter(({ dueAt }) => isNear(dueAt, context))
      .map(({ id, state, dueAt, deciderId, appraisal: { employeeId, unitId, period, employee } }) => ({
        ...{ entity: { type: 'Objection', id }, params: { employee: employee.name, period: period.key }, deadline: dueAt },
        ...{ periodId: period.id, unitId, employeeId },
        chain: [
          deciderId === null
            ? { holdersOf: state === 'SIAP_DIPUTUS' ? 'objections.decide' : 'objections.prepare' }
            : people(deciderId),
        ],
      }))
  },
}

/** Every phase whose deadlines are watched, by the name of its daily job. Each has kinds of its own: what is done it takes from the lists by them. */
export const phases = {
  plans: {
    kinds: { soon: 'skp.dueSoon', overdue: 'skp.overdue' },
    some: { soon: 'skp.someDueSoon', overdue: 'skp.someOverdue' },
    duties: unfinishedPlans,
  },
  measurements: {
    kinds: { soon: 'realisation.dueSoon', overdue: 'realisation.overdue' },
    some: { soon: 'realisation.someOverdue', overdue: 'realisation.someOverdue' },
    duties: missingMeasurements,
  },
  progress: { kinds: { soon: 'log.dueSoon', overdue: 'log.overdue' }, duties: missingProgress },
  selfAssessment,
  rating,
  setting,
  answers,
  decisions,
} as const satisfies Record<string, Phase>

export type PhaseName = keyof typeof phases

export const phaseNames = Object.keys(phases) as [PhaseName, ...PhaseName[]]
