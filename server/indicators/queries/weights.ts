import type { Context } from '../../context.ts'
import { openStates } from '../policy.ts'
import { visibleVersions } from '../queries.ts'
import { type FamilyWeights, type WeighedIndicator, weightMatrix } from '../rules/weight-matrix.ts'

/** Weights of every position family by the versions in force, and as the open drafts would have them that the actor may see. Two statements at most. */
export async function familyWeights({ db, actor }: Pick<Context, 'db' | 'actor'>): Promise<FamilyWeights[]> {
  const rows = await db.indicatorVersion.findMany({
    where: { AND: [{ state: { in: ['AKTIF', ...openStates] } }, visibleVersions(actor)] },
    orderBy: { version: 'asc' },
    include: { familyWeights: true, indicator: { select: { code: true } } },
  })
  const byIndicator = Map.groupBy(rows, ({ indicatorId }) => indicatorId)
  return weightMatrix(
    [...byIndicator].map(([indicatorId, versions]): WeighedIndicator => {
      const active = versions.find(({ state }) => state === 'AKTIF') ?? null
      const draft = versions.find(({ state }) => state !== 'AKTIF') ?? null
      const known = active ?? draft
      return {
        indicatorId,
        code: known?.indicator.code ?? '',
        name: known?.name ?? '',
        active,
        draft: draft && { ...draft, isSubmitted: draft.state === 'REVIU' },
      }
    }),
  )
}
