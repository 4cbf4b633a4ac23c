import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { unitIdsAbove, visibleEmployees } from '../../organization/queries.ts'
import { command } from '../../transact.ts'
import { mayManage } from '../policy.ts'

/**
 * Records what an assessment centre found of somebody's potential (PermenPANRB 3/2020): one axis of the talent boxes. A score decides by the cut-offs of the settings,
 * without one the level that the assessors wrote. Errors: FORBIDDEN, CONFLICT_OF_INTEREST for oneself, CONFLICT for a second one of the same day.
 */
export const recordPotential = command({
  input: z.strictObject({
    employeeId: z.uuid(),
    assessedOn: z.iso.date(),
    potential: z.enum(['TINGGI', 'MENENGAH', 'RENDAH']),
    score: z
      .string()
      .regex(/^\d{1,3}([.,]\d{1,2})?$/)
      .transform((text) => text.replace(',', '.'))
      .refine((text) => Number(text) <= 100)
      .nullish(),
    source: z.string().trim().min(3).max(200),
  }),
  load: async (tx, { employeeId }, actor) => {
    const employee = await tx.employee.findFirst({
      where: { id: employeeId, AND: [visibleEmployees(actor)] },
      select: { unitId: true },
    })
    if (!employee) return null
    await tx.$queryRaw(Prisma.sql`SELECT id FROM employee WHERE id = ${employeeId}::uuid FOR NO KEY UPDATE`)
    return { employeeId, underUnitIds: await unitIdsAbove(tx, employee.unitId) }
  },
  allow: mayManage,
  run: async ({ tx, input: { employeeId, assessedOn, potential, score = null, source }, now }) => {
    const day = new Date(assessedOn)
    if (day > civilDate(now)) {
      const late = { id: 'Tanggal asesmen belum tiba.', en: 'The day of the assessment is still to come.' }
      throw new DomainError('INVALID_INPUT', late, { assessedOn: late })
    }
    const key = { employeeId, assessedOn: day }
    if ((await tx.potentialAssessment.count({ where: key })) > 0) {
      throw new DomainError('CONFLICT', {
        id: 'Asesmen pada tanggal itu sudah tercatat.',
        en: 'An assessment of that day is recorded already.',
      })
    }
    const { id } = await tx.potentialAssessment.create({
      data: { ...key, potential, score, source, createdAt: now },
      select: { id: true },
    })
    return {
      result: { id, employeeId },
      entity: { type: 'Employee', id: employeeId },
      changes: { assessedOn: [null, assessedOn], potential: [null, potential] },
    }
  },
  audit: 'potential.recorded',
})
