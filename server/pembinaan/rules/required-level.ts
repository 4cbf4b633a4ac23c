import type { PositionKind } from '../../generated/prisma/client.ts'

export type Standard = {
  readonly positionKind: PositionKind
  readonly positionLevel: string | null
  readonly positionTitle: string | null
  readonly level: number
}

export type Post = {
  readonly positionKind: PositionKind | null
  readonly positionLevel: string | null
  readonly positionTitle: string
}

/** The level that one competency asks of a post: the standard of the title, else of the level, else of the kind; null where none fits. */
export function requiredLevel(standards: readonly Standard[], post: Post): number | null {
  const fitting = standards.filter(
    (one) =>
      one.positionKind === post.positionKind &&
      (one.positionTitle === null || one.positionTitle === post.positionTitle) &&
      (one.positionLevel === null || one.positionLevel === post.positionLevel),
  )
  const narrowness = (one: Standard) => (one.positionTitle === null ? 0 : 2) + (one.positionLevel === null ? 0 : 1)
  return fitting.sort((a, b) => narrowness(b) - narrowness(a))[0]?.level ?? null
}
