import { DomainError } from '../../errors.ts'
import { unitsAbovePrograms } from '../../evaluations/queries/facts.ts'
import { type ImpactDesign, Prisma } from '../../generated/prisma/client.ts'
import type { Entity, Transaction } from '../../transact.ts'

export type DesignInForce = ImpactDesign & { readonly indicator: { readonly code: string } | null }

export type JudgedProgramme = {
  readonly id: string
  readonly underUnitIds: readonly string[]
  /** The newest design that was registered before the training; else the newest exploratory one; null when none was registered. */
  readonly design: DesignInForce | null
}

/** A programme with the design that it is judged by, held as it is; null when there is none. */
export async function lockJudged(tx: Transaction, programmeId: string): Promise<JudgedProgramme | null> {
  await tx.$queryRaw(Prisma.sql`SELECT id FROM pembinaan_programme WHERE id = ${programmeId}::uuid FOR NO KEY UPDATE`)
  const underUnitIds = (await unitsAbovePrograms(tx, [programmeId])).get(programmeId)
  if (!underUnitIds) return null
  const design = await tx.impactDesign.findFirst({
    where: { programmeId, state: 'TERDAFTAR' },
    orderBy: [{ isExploratory: 'asc' }, { version: 'desc' }],
    include: { indicator: { select: { code: true } } },
  })
  return { id: programmeId, underUnitIds, design }
}

export function programmeEntity(id: string): Entity {
  return { type: 'PembinaanProgramme', id }
}

export function registered({ design }: JudgedProgramme): DesignInForce {
  if (design) return design
  throw new DomainError('DESIGN_REQUIRED', {
    id: 'Program ini belum mempunyai desain evaluasi yang terdaftar. Daftarkan dulu, walau sebagai eksploratif.',
    en: 'This programme has no registered evaluation design. Register one first, be it an exploratory one.',
  })
}
