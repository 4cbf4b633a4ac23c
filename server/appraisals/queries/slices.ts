import { Prisma } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'
import { agreedSkpStates, countingStates, openStates } from '../policy.ts'
import type { LoadedItem } from './load-inputs.ts'
import type { PeriodScope } from './period-scope.ts'

/** The part of a period under one of several plans of a person. Dates are ISO. */
export type LoadedSlice = {
  readonly appraisalId: string
  readonly skpId: string
  readonly penilaiId: string | null
  readonly startsOn: string
  readonly endsOn: string
  /** By result and number; the places of measurements are those of the quarters of the whole period. */
  readonly items: readonly LoadedItem[]
}

/**
 * The slices of all open appraisals of the period that several agreed plans divide, in one statement. A divided year is rare, so that reading them at
 * each computation costs next to nothing.
 */
export function loadSlices(tx: Pick<Transaction, '$queryRaw'>, scope: PeriodScope): Promise<LoadedSlice[]> {
  const text = (column: string) => Prisma.raw(`trim_scale(${column})::text`)
  const quarters = Prisma.sql`${[...scope.quarterIds]}::uuid[]`
  return tx.$queryRaw<LoadedSlice[]>(Prisma.sql`
    WITH agreed AS (
      SELECT *, count(*) OVER (PARTITION BY employee_id) AS plans FROM skp
      WHERE period_id = ${scope.yearId}::uuid AND state = ANY (${[...agreedSkpStates]}::skp_state[])
        AND starts_on <= ${scope.endsOn}::date AND ends_on >= ${scope.startsOn}::date
    )
    SELECT a.id AS "appraisalId", s.id AS "skpId", s.penilai_id AS "penilaiId", greatest(s.starts_on, ${scope.startsOn}::date)::text AS "startsOn",
      least(s.ends_on, ${scope.endsOn}::date)::text AS "endsOn",
      coalesce((SELECT json_agg(json_build_array(rhk.id, rhk.number, rhk.title, rhk.kind, ${text('rhk.weight')}, iki.id, iki.number, iki.indicator_version_id,
          iki.series_id, ${text('iki.weight')}, ${text('iki.target')}, ${text('iki.target_min')}, ${text('iki.target_max')}, ${text('iki.tolerance_pct')},
          coalesce((SELECT json_agg(json_build_array(r.id, array_position(${quarters}, r.period_id), r.version, ${text('r.value')}, ${text('r.numerator')},
              ${text('r.denominator')}, r.missing_reason, r.measured_on))
            FROM realisation r WHERE r.series_id = iki.series_id AND r.period_id = ANY (${quarters})
              AND r.state = ANY (${[...countingStates]}::realisation_state[])), '[]'::json), NULL, NULL) ORDER BY rhk.number, iki.number)
        FROM rhk JOIN iki ON iki.rhk_id = rhk.id WHERE rhk.skp_id = s.id), '[]'::json) AS items
    FROM agreed s JOIN appraisal a ON a.employee_id = s.employee_id AND a.period_id = ${scope.id}::uuid AND a.is_current
      AND a.state = ANY (${[...openStates]}::appraisal_state[])
    WHERE s.plans > 1 ORDER BY a.id, s.starts_on`)
}
