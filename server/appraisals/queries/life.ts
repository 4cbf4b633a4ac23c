import type { Context } from '../../context.ts'
import type {
  AppraisalKind,
  AppraisalState,
  Level,
  NoPredikatReason,
  OrgPredikat,
  Predikat,
  SystemOfRecord,
} from '../../generated/prisma/client.ts'
import { Prisma } from '../../generated/prisma/client.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { readSettings, type Settings } from '../../identity/rules/settings.ts'
import type { LifeFacts } from '../policy/life-facts.ts'
import { isAppraised } from '../rules/judgement.ts'
import { hasLeftAtOnce, rateUntil, selfAssessUntil } from '../rules/life-dates.ts'
import { resultFromOrgPredikat } from '../rules/org-predikat.ts'
import type { Suggestion } from '../rules/rating.ts'

/** A slice of the year under one plan and one penilai. Dates are ISO, decimals exact text. */
export type LifePart = LifeFacts['parts'][number] & {
  readonly id: string
  readonly startsOn: string
  readonly endsOn: string
  readonly months: string
  readonly revision: number
  readonly suggestedResult: Level | null
  readonly resultRating: Level | null
  readonly behaviourRating: Level | null
}

/** An appraisal as every step of its life needs it. */
export type LifeRow = Omit<LifeFacts, 'parts'> & {
  readonly id: string
  readonly revision: number
  readonly periodId: string
  readonly periodKey: string
  readonly kind: AppraisalKind
  readonly unitId: string
  readonly version: number
  readonly employeeName: string
  readonly predikat: Predikat | null
  readonly noPredikatReason: NoPredikatReason | null
  readonly resultRating: Level | null
  readonly behaviourRating: Level | null
  readonly isMisconduct: boolean
  /** What the rules suggest now, or what they suggested when the penilai first rated. */
  readonly suggestion: Suggestion
  readonly suggestedPredikat: Predikat | null
  readonly isRated: boolean
  readonly hasSelfAssessed: boolean
  /** The organisation predikat whose level is the hasil kerja of this leader; null for everybody else. */
  readonly leaderPredikat: OrgPredikat | null
  /** The decision on the organisation predikat that holds for the unit. */
  readonly orgPredikatDecisionId: string | null
  readonly rateUntil: Date
  readonly parts: readonly LifePart[]
  /** As they hold on the last day of the period. */
  readonly settings: Settings
}

type Stored = {
  readonly id: string
  readonly state: AppraisalState
  readonly isCurrent: boolean
  readonly revision: number
  readonly version: number
  readonly system: SystemOfRecord
  readonly kind: AppraisalKind
  readonly employeeId: string
  readonly employeeName: string
  readonly unitId: string
  readonly periodId: string
  readonly periodKey: string
  readonly startsOn: string
  readonly endsOn: string
  readonly legalStanding: string
  readonly separatedOn: string | null
  readonly skpId: string | null
  readonly penilaiIds: readonly string[]
  readonly superiorOfPenilaiId: string | null
  readonly underUnitIds: readonly string[]
  readonly unverified: number
  readonly objectionUntil: string | null
  readonly predikat: Predikat | null
  readonly noPredikatReason: NoPredikatReason | null
  readonly resultRating: Level | null
  readonly behaviourRating: Level | null
  readonly resultAmbiguous: boolean
  readonly behaviourAmbiguous: boolean
  readonly isMisconduct: boolean
  readonly suggestedResult: Level | null
  readonly suggestedBehaviour: Level | null
  readonly suggestedPredikat: Predikat | null
  readonly isRated: boolean
  readonly hasSelfAssessed: boolean
  readonly leadsUnit: boolean
  readonly hasEnded: boolean
  readonly decision: { readonly id: string; readonly unitId: string; readonly predikat: OrgPredikat } | null
  readonly parts: readonly LifePart[] | null
  readonly settingTexts: Readonly<Record<string, string>> | null
  readonly holidays: readonly string[] | null
}

/** Who acts as penilai of the employee `e` on a day, where `judge` is the one of the snapshot: PLT, PLH and PJ stand in; the present superior where the judge is missing or has left. */
export const penilaiOf = (judge: Prisma.Sql, today: Date) => Prisma.sql`(
  SELECT coalesce(json_agg(DISTINCT acting.id), '[]'::json) FROM (
    SELECT CASE WHEN p.id IS NULL OR p.separated_on < ${today}::date THEN e.superior_id ELSE p.id END AS id FROM (SELECT ${judge} AS id) judge LEFT JOIN employee p ON p.id = judge.id
    UNION ALL
    SELECT l.superior_id FROM reporting_line l WHERE l.employee_id = e.id AND l.assignment IN ('PLT', 'PLH', 'PJ')
      AND l.valid_from <= ${today}::date AND (l.valid_to IS NULL OR l.valid_to >= ${today}::date)
  ) acting WHERE acting.id IS NOT NULL)`

/** These appraisals in one statement, in any order; missing ones are left out. */
export async function readLife(
  db: Pick<Prisma.TransactionClient, '$queryRaw'>,
  ids: readonly string[],
  now: Date,
): Promise<LifeRow[]> {
  const today = civilDate(now)
  const rows = await db.$queryRaw<{ row: Stored }[]>(Prisma.sql`
    SELECT json_build_object(
      'id', a.id, 'state', a.state, 'isCurrent', a.is_current, 'revision', a.revision, 'version', a.version, 'system', a.system, 'kind', a.kind,
      'employeeId', a.employee_id, 'employeeName', e.name, 'unitId', a.unit_id, 'periodId', a.period_id, 'periodKey', q.key, 'startsOn', q.starts_on,
      'endsOn', q.ends_on, 'legalStanding', a.legal_standing, 'separatedOn', e.separated_on, 'skpId', a.skp_id,
      'penilaiIds', ${penilaiOf(Prisma.sql`a.penilai_id`, today)},
      'superiorOfPenilaiId', (SELECT p.superior_id FROM employee p WHERE p.id = coalesce(a.penilai_id, e.superior_id)),
      'underUnitIds', (SELECT json_agg(up.ancestor_id ORDER BY up.distance) FROM unit_ancestor up WHERE up.unit_id = a.unit_id),
      'unverified', (SELECT count(*)::int FROM realisation r JOIN measurement_series s ON s.id = r.series_id JOIN period m ON m.id = r.period_id
        WHERE s.employee_id = a.employee_id AND s.year = q.year AND (m.id = q.id OR m.parent_id = q.id) AND r.state = 'SUBMITTED'
          AND NOT EXISTS (SELECT FROM realisation n WHERE n.series_id = r.series_id AND n.period_id = r.period_id AND n.version > r.version)),
      'objectionUntil', a.objection_until, 'predikat', a.predikat, 'noPredikatReason', a.no_predikat_reason, 'resultRating', a.result_rating,
      'behaviourRating', a.behaviour_rating, 'resultAmbiguous', a.result_ambiguous, 'behaviourAmbiguous', a.behaviour_ambiguous,
      'isMisconduct', a.is_misconduct, 'suggestedResult', a.suggested_result, 'suggestedBehaviour', a.suggested_behaviour,
      'suggestedPredikat', a.suggested_predikat, 'isRated', a.rated_at IS NOT NULL, 'hasSelfAssessed', a.self_assessed_at IS NOT NULL,
      'hasEnded', q.ends_on < ${today}::date OR coalesce((SELECT skp.ends_on < ${today}::date FROM skp WHERE skp.id = a.skp_id), false),
      'leadsUnit', coalesce((SELECT skp.leads_unit FROM skp WHERE skp.id = a.skp_id), false),
      'decision', (SELECT json_build_object('id', d.id, 'unitId', d.unit_id, 'predikat', d.predikat)
        FROM unit_ancestor up JOIN org_predikat_decision d ON d.unit_id = up.ancestor_id AND d.period_id = a.period_id AND d.is_current
        WHERE up.unit_id = a.unit_id ORDER BY up.distance LIMIT 1),
      'parts', (SELECT json_agg(json_build_object('id', t.id, 'startsOn', t.starts_on, 'endsOn', t.ends_on, 'months', trim_scale(t.months)::text,
          'revision', t.revision, 'suggestedResult', t.suggested_result, 'resultRating', t.result_rating, 'behaviourRating', t.behaviour_rating,
          'isRated', t.rated_at IS NOT NULL, 'penilaiIds', ${penilaiOf(Prisma.sql`t.penilai_id`, today)}) ORDER BY t.starts_on)
        FROM appraisal_part t WHERE t.appraisal_id = a.id),
      'settingTexts', (SELECT json_object_agg(s.key, s.value) FROM (
        SELECT DISTINCT ON (key) key, value FROM setting WHERE valid_from <= q.ends_on ORDER BY key, valid_from DESC) s),
      'holidays', (SELECT json_agg(day) FROM holiday WHERE day BETWEEN q.ends_on AND q.ends_on + 150)
    ) AS row
    FROM appraisal a JOIN employee e ON e.id = a.employee_id JOIN period q ON q.id = a.period_id WHERE a.id = ANY (${[...ids]}::uuid[])`)
  return rows.map(({ row }) => lifeRow(row))
}

/** The same for one appraisal of an answer: all of its appraisals cost one statement. */
export function lifeOf({ db, loaders, now }: Context, id: string): Promise<LifeRow | null> {
  return loaders.load('appraisal.life', id, async (ids) => {
    const byId = new Map((await readLife(db, ids, now)).map((row) => [row.id, row]))
    return ids.map((one) => byId.get(one) ?? null)
  })
}

function lifeRow(stored: Stored): LifeRow {
  const { settingTexts, holidays, decision, kind, endsOn, startsOn, separatedOn, leadsUnit, ...row } = stored
  const settings = readSettings(new Map(Object.entries(settingTexts ?? {})))
  const closed = new Set(holidays ?? [])
  const leaderPredikat = leadsUnit && decision?.unitId === row.unitId ? decision.predikat : null
  return {
    ...row,
    kind,
    parts: row.parts ?? [],
    objectionUntil: row.objectionUntil === null ? null : new Date(row.objectionUntil),
    isRateable: row.skpId !== null && isAppraised(row.legalStanding),
    selfAssessUntil: selfAssessUntil({ kind, endsOn }, settings, closed),
    rateUntil: rateUntil({ kind, endsOn }, settings, closed),
    hasOrgPredikat: decision !== null,
    hasLeftAtOnce: hasLeftAtOnce(separatedOn, startsOn),
    leaderPredikat,
    orgPredikatDecisionId: decision?.id ?? null,
    suggestion: suggestionOf(stored, leaderPredikat),
    settings,
  }
}

/** The result of the organisation stands in for the computed one of its leader (domain A8). */
function suggestionOf(row: Stored, leaderPredikat: OrgPredikat | null): Suggestion {
  const computed = row.isRated ? row.suggestedResult : row.resultRating
  return {
    result: leaderPredikat === null ? computed : resultFromOrgPredikat(leaderPredikat),
    resultAmbiguous: leaderPredikat === null && row.resultAmbiguous,
    behaviour: row.isRated ? row.suggestedBehaviour : row.behaviourRating,
    behaviourAmbiguous: row.behaviourAmbiguous,
    isMisconduct: row.isMisconduct,
  }
}
