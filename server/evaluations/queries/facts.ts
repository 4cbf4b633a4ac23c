import { type ImpactDesign, Prisma } from '../../generated/prisma/client.ts'
import type { DesignFacts } from '../policy.ts'
import { type DesignContent, designFaults } from '../rules/design.ts'

type Db = Pick<Prisma.TransactionClient, '$queryRaw'>

/** The units of programmes with everything above them, by the id of the programme; one statement. */
export async function unitsAbovePrograms(db: Db, programmeIds: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const rows = await db.$queryRaw<{ id: string; ids: string[] }[]>(Prisma.sql`
    SELECT g.id, array_agg(up.ancestor_id ORDER BY up.distance) AS ids
    FROM pembinaan_programme g JOIN unit_ancestor up ON up.unit_id = g.unit_id
    WHERE g.id = ANY (${[...programmeIds]}::uuid[]) GROUP BY g.id`)
  return new Map(rows.map(({ id, ids }) => [id, ids]))
}

/** The content of a stored design. */
export function contentOf(design: ImpactDesign): DesignContent {
  return {
    ...design,
    plannedEffect: design.plannedEffect?.toFixed() ?? null,
    plannedSd: design.plannedSd?.toFixed() ?? null,
    plannedCorrelation: design.plannedCorrelation?.toFixed() ?? null,
  }
}

/** What the policy must know of a design. */
export function designFacts(design: ImpactDesign, underUnitIds: readonly string[]): DesignFacts {
  return { state: design.state, revision: design.revision, underUnitIds, faults: designFaults(contentOf(design)) }
}
