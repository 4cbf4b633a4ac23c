import type { Context } from '../../context.ts'
import type { ParticipantState } from '../../generated/prisma/client.ts'
import { type Candidate, fourFifths, type ScreenGroup } from '../rules/four-fifths.ts'
import { type LearningGain, learningGain } from '../rules/learning-gain.ts'

export type ProgrammeFigures = {
  readonly states: readonly { readonly state: ParticipantState; readonly people: number }[]
  readonly gain: LearningGain
  /** Hours that count, of all participants together. */
  readonly countedJp: number
}

type Asker = Pick<Context, 'db' | 'loaders'>

/** Figures of programmes without names; two statements for all that an answer asks for. */
export function programmeFigures({ db, loaders }: Asker, id: string): Promise<ProgrammeFigures> {
  return loaders.load('programme.figures', id, async (ids) => {
    const [counts, scores] = await Promise.all([
      db.$queryRaw<{ id: string; state: ParticipantState; people: number; hours: number }[]>`
        SELECT programme_id AS id, state::text AS state, count(*)::int AS people, coalesce(sum(counted_jp), 0)::float8 AS hours
        FROM participant WHERE programme_id = ANY (${[...ids]}::uuid[]) GROUP BY programme_id, state ORDER BY state`,
      db.$queryRaw<{ id: string; pre: string; post: string }[]>`
        SELECT programme_id AS id, pre_score::text AS pre, post_score::text AS post FROM participant
        WHERE programme_id = ANY (${[...ids]}::uuid[]) AND pre_score IS NOT NULL AND post_score IS NOT NULL`,
    ])
    const counted = Map.groupBy(counts, (row) => row.id)
    const scored = Map.groupBy(scores, (row) => row.id)
    return ids.map((one) => ({
      states: (counted.get(one) ?? []).map(({ state, people }) => ({ state, people })),
      gain: learningGain(scored.get(one) ?? []),
      countedJp: (counted.get(one) ?? []).reduce((sum, { hours }) => sum + hours, 0),
    }))
  })
}

/** The four-fifths screen of a selection: candidates are all who applied or were nominated. One statement for all that an answer asks for. */
export function screenOf({ db, loaders }: Asker, id: string): Promise<ScreenGroup[]> {
  return loaders.load('programme.screen', id, async (ids) => {
    const rows = await db.$queryRaw<(Candidate & { id: string })[]>`
      SELECT p.programme_id AS id, p.state NOT IN ('CANDIDATE', 'NOT_SELECTED') AS "isSelected", e.sex::text AS "SEX",
        e.employment_type::text AS "EMPLOYMENT_TYPE", split_part(e.golongan, '/', 1) AS "GOLONGAN", u.name AS "UNIT"
      FROM participant p JOIN employee e ON e.id = p.employee_id JOIN unit u ON u.id = e.unit_id
      WHERE p.programme_id = ANY (${[...ids]}::uuid[])`
    const byProgramme = Map.groupBy(rows, (row) => row.id)
    return ids.map((one) => fourFifths(byProgramme.get(one) ?? []).slice(0, mostGroups))
  })
}

const mostGroups = 60
