import type { Settings } from '../../identity/rules/settings.ts'
import { newId } from '../../new-id.ts'
import type { Transaction } from '../../transact.ts'
import { designHash } from '../rules/design.ts'

type Source = { readonly importRunId: string; readonly now: Date; readonly settings: Pick<Settings, 'didMinN'> }

/** Windows of a design that a file declares without saying any: half a year on either side (LOCAL, D8). */
const declaredMonths = 6

/**
 * Registers the designs that a file of programmes declares, for programmes that have none: they were chosen before Tera, and say so by naming their import.
 * A kernel of the import commands.
 */
export async function adoptDesigns(tx: Transaction, { importRunId, now, settings }: Source): Promise<void> {
  const declared = await tx.pembinaanProgramme.findMany({
    where: { importRunId, design: { not: null }, impactDesigns: { none: {} } },
    select: { id: true, design: true, primaryIndicatorId: true },
  })
  const rows = declared.flatMap(({ id: programmeId, design: allocation, primaryIndicatorId }) => {
    if (!allocation) return []
    const content = {
      programmeId,
      allocation,
      level: 'UNIT' as const,
      indicatorId: primaryIndicatorId,
      secondaryIndicatorIds: [],
      hypothesis: 'Sebagaimana dinyatakan dalam berkas program.',
      comparisonRule: allocation === 'PRA_PASCA' ? '' : 'Kelompok pembanding dalam berkas luaran.',
      preMonths: declaredMonths,
      postMonths: declaredMonths,
      minPerArm: settings.didMinN,
      plannedEffect: null,
      plannedSd: null,
      plannedCorrelation: null,
      plannedPerArm: null,
    }
    const registered = { state: 'TERDAFTAR' as const, registeredAt: now, registeredByName: 'import' }
    return [{ ...content, ...registered, id: newId(), version: 1, contentHash: designHash(content), importRunId }]
  })
  await tx.impactDesign.createMany({ data: rows })
}
