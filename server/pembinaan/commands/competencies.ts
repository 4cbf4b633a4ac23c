import { z } from 'zod'
import { globalId } from '../../identity/commands/inputs.ts'
import { canEverywhere, refuse } from '../../identity/policy.ts'
import { newId } from '../../new-id.ts'
import { dayText } from '../../organization/rules/days.ts'
import { command } from '../../transact.ts'
import { holds } from '../policy/guards.ts'
import { day, line } from './inputs.ts'

const level = z.int().min(1).max(5)

/** Records what an assessment of one competency found; one of the same day is corrected. Errors: FORBIDDEN, CONFLICT_OF_INTEREST about oneself, NOT_FOUND. */
export const recordCompetency = command({
  input: z.strictObject({
    employeeId: globalId('Employee'),
    competencyId: globalId('Competency'),
    assessedOn: day,
    level,
    source: line,
  }),
  load: async (tx, { employeeId, competencyId }) => {
    const employee = await tx.employee.findUnique({
      where: { id: employeeId },
      select: { id: true, unit: { select: { ancestors: { select: { ancestorId: true } } } } },
    })
    const isKnown = (await tx.competency.count({ where: { id: competencyId } })) === 1
    return employee && isKnown ? employee : null
  },
  allow: (actor, { id, unit }) => {
    if (actor.employeeId === id)
      return refuse('CONFLICT_OF_INTEREST', 'Ini menyangkut diri Anda sendiri.', 'This is about yourself.')
    return holds(
      actor,
      'pembinaan.manage',
      unit.ancestors.map(({ ancestorId }) => ancestorId),
    )
  },
  run: async ({ tx, input: { employeeId, competencyId, assessedOn, ...found } }) => {
    const key = { employeeId, competencyId, assessedOn }
    const { id } = await tx.competencyAssessment.upsert({
      where: { employeeId_competencyId_assessedOn: key },
      create: { id: newId(), ...key, ...found },
      update: found,
      select: { id: true },
    })
    const changes = { level: [null, found.level], assessedOn: [null, dayText(assessedOn)] } as const
    return { result: employeeId, entity: { type: 'CompetencyAssessment', id }, changes }
  },
  audit: 'competency.assessed',
})

/** Sets the level that a competency asks of a kind of position, of one of its levels, or of one title. For the whole city. Errors: FORBIDDEN, NOT_FOUND. */
export const setCompetencyStandard = command({
  input: z.strictObject({
    competencyId: globalId('Competency'),
    positionKind: z.enum(['STRUKTURAL', 'FUNGSIONAL', 'PELAKSANA']),
    positionLevel: line.nullish(),
    positionTitle: line.nullish(),
    level,
  }),
  load: async (tx, { competencyId }) => {
    await tx.$queryRaw`SELECT id FROM competency WHERE id = ${competencyId}::uuid FOR UPDATE`
    return tx.competency.findUnique({ where: { id: competencyId }, select: { id: true } })
  },
  allow: (actor) =>
    canEverywhere(actor, 'pembinaan.manage') ||
    refuse(
      'FORBIDDEN',
      'Hanya pengelola pembinaan kota yang menetapkan standar.',
      'Only the development office of the city sets standards.',
    ),
  run: async ({ tx, input: { competencyId, positionKind, level: asked, positionLevel = null, positionTitle = null } }) => {
    const of = { competencyId, positionKind, positionLevel, positionTitle }
    const before = await tx.competencyStandard.findFirst({ where: of, select: { id: true, level: true } })
    if (before) await tx.competencyStandard.update({ where: { id: before.id }, data: { level: asked }, select: { id: true } })
    else await tx.competencyStandard.create({ data: { id: newId(), ...of, level: asked }, select: { id: true } })
    return {
      result: competencyId,
      entity: { type: 'Competency', id: competencyId },
      changes: { [`${positionKind} ${positionLevel ?? ''} ${positionTitle ?? ''}`.trim()]: [before?.level ?? null, asked] },
    }
  },
  audit: 'competency.standardSet',
})
