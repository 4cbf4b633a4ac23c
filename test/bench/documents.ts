/** The documents that Tera is asked; every server answers the same content as far as its own contract allows. */
export const teraDocuments = {
  W1: `query W1($nip: Nip!) {
    employee(nip: $nip) {
      nip fullName positionTitle positionKind positionLevel employmentType legalStanding golongan
      unit { code name type parent { name } }
      superior { nip fullName positionTitle }
      positions(first: 10) { nodes { title positionKind unitName validFrom validTo decreeNumber } }
      ranks(first: 10) { nodes { golongan validFrom decreeNumber } }
      trainings(first: 10) { nodes { name provider startsOn endsOn jp } }
      appraisals(first: 2) { nodes {
        state positionTitle unitPath resultRating behaviourRating predikat weightedScore
        period { key }
        rhk(first: 10) { nodes { number title weight achievementPct level
          iki(first: 3) { nodes { number weight achievementPct level
            indicatorVersion { name }
            series { realisations(first: 4) { nodes { measuredOn value evidence(first: 2) { nodes { url } } } } }
          } }
        } }
      } }
    }
  }`,
  W2: `query W2($unit: ID!, $search: String!) {
    employees(first: 50, filter: { underUnitId: $unit, search: $search }) {
      totalCount
      nodes { nip fullName positionTitle unit { name } appraisals(first: 1) { nodes { predikat weightedScore period { key } } } }
    }
  }`,
  W3: `query W3($period: String!, $unit: ID!) {
    predikatDistribution(periodKey: $period, underUnitId: $unit) {
      appraised predikat { key count } result { key count } behaviour { key count }
    }
    coverage(periodKey: $period, underUnitId: $unit) { employees withResult withBehaviour withPredikat }
    indicatorAverages(periodKey: $period, underUnitId: $unit, first: 50) {
      nodes { indicator { code name } items measured averagePct above below latestMeasuredOn }
    }
  }`,
  W4: `mutation W4($input: RecordRealisationInput!) {
    recordRealisation(input: $input) {
      version value state
      series { itemResults(first: 2) { nodes { number status achievementPct level realisedValue } } }
    }
  }`,
} as const

/** The same in PostGraphile's contract, which its defaults derive from the tables. */
export const postgraphileDocuments = {
  W1: `query W1($nip: String!) {
    employeeByNip(nip: $nip) {
      nip name titleBefore titleAfter positionTitle positionKind positionLevel employmentType legalStanding golongan
      unitByUnitId { code name type unitByParentId { name } }
      employeeBySuperiorId { nip name titleBefore titleAfter positionTitle }
      positionRecordsByEmployeeId(first: 10, orderBy: VALID_FROM_DESC) { nodes { title positionKind unitName validFrom validTo decreeNumber } }
      rankRecordsByEmployeeId(first: 10, orderBy: VALID_FROM_DESC) { nodes { golongan validFrom decreeNumber } }
      trainingRecordsByEmployeeId(first: 10, orderBy: ENDS_ON_DESC) { nodes { name provider startsOn endsOn jp } }
      appraisalsByEmployeeId(first: 2, orderBy: CREATED_AT_DESC) { nodes {
        state positionTitle unitPath resultRating behaviourRating predikat weightedScore
        periodByPeriodId { key }
        rhkResultsByAppraisalId(first: 10, orderBy: NUMBER_ASC) { nodes { number title weight achievementPct level
          ikiResultsByRhkResultId(first: 3, orderBy: NUMBER_ASC) { nodes { number weight achievementPct level
            indicatorVersionByIndicatorVersionId { name }
            measurementSeryBySeriesId { realisationsBySeriesId(first: 4, orderBy: MEASURED_ON_ASC) { nodes {
              measuredOn value evidencesByRealisationId(first: 2, orderBy: CREATED_AT_ASC) { nodes { url } } } } }
          } }
        } }
      } }
    }
  }`,
  W2: `query W2($unit: UUID!, $search: String!) {
    benchEmployees(first: 50, unit: $unit, search: $search) {
      totalCount
      nodes { nip name titleBefore titleAfter positionTitle unitByUnitId { name }
        appraisalsByEmployeeId(first: 1, orderBy: CREATED_AT_DESC) { nodes { predikat weightedScore periodByPeriodId { key } } } }
    }
  }`,
  W3: `query W3($period: UUID!, $unit: UUID!) {
    allPredikatCounts(first: 50, condition: { periodId: $period, unitId: $unit }) { nodes { dimension key count } }
    allIndicatorSummaries(first: 50, condition: { periodId: $period, unitId: $unit }) {
      nodes { indicatorByIndicatorId { code name } items measured sumPct above below latestMeasuredOn }
    }
  }`,
  W4: `mutation W4($series: UUID!, $period: UUID!, $value: BigFloat!) {
    benchRecord(input: { series: $series, period: $period, measured: $value }) {
      ikiResult { number status achievementPct level realisedValue }
    }
  }`,
} as const

/**
 * What the servers to compare need beside the tables. PostGraphile has no filter over a subtree, and sees a unique key only where it is a
 * constraint. Recording a measurement is the least that does the same work: no lock, no audit, no summaries, no judgement beyond a mean.
 */
export const comparisonPreparation = `
  CREATE FUNCTION bench_record(series uuid, period uuid, measured numeric) RETURNS iki_result LANGUAGE sql VOLATILE AS $$
    INSERT INTO realisation (id, series_id, period_id, version, state, value, measured_on, source, is_complete, is_on_time, is_traceable, quality)
    SELECT gen_random_uuid(), series, period, coalesce(max(version), 0) + 1, 'VERIFIED', measured, '2025-12-28', 'bench', true, true, false, 0.75
    FROM realisation WHERE series_id = series AND period_id = period;
    UPDATE iki_result i SET realised_value = t.total, achievement_pct = least(120, round(t.total / i.target_min * 100, 2)),
      level = (CASE WHEN t.total / i.target_min < 0.9 THEN 'DI_BAWAH' WHEN t.total / i.target_min < 1.1 THEN 'SESUAI' ELSE 'DI_ATAS' END)::level
    FROM (SELECT sum(value) AS total FROM (SELECT DISTINCT ON (period_id) value FROM realisation WHERE series_id = series
          ORDER BY period_id, version DESC) newest) t
    WHERE i.series_id = series;
    UPDATE rhk_result h SET achievement_pct = (SELECT round(avg(achievement_pct), 2) FROM iki_result WHERE rhk_result_id = h.id)
    WHERE h.id IN (SELECT rhk_result_id FROM iki_result WHERE series_id = series);
    UPDATE appraisal a SET weighted_score = (SELECT round(avg(achievement_pct), 2) FROM rhk_result WHERE appraisal_id = a.id)
    WHERE a.id IN (SELECT h.appraisal_id FROM rhk_result h JOIN iki_result i ON i.rhk_result_id = h.id WHERE i.series_id = series);
    SELECT * FROM iki_result WHERE series_id = series ORDER BY id LIMIT 1
  $$;
  ALTER TABLE employee ADD CONSTRAINT employee_nip_key UNIQUE USING INDEX employee_nip_key;
  CREATE FUNCTION bench_employees(unit uuid, search text) RETURNS SETOF employee LANGUAGE sql STABLE AS $$
    SELECT e.* FROM employee e
    WHERE e.search_text LIKE '%' || lower(search) || '%'
      AND EXISTS (SELECT FROM unit_ancestor a WHERE a.unit_id = e.unit_id AND a.ancestor_id = bench_employees.unit)
    ORDER BY e.name, e.id
  $$`

const fullName = (e: string) => `concat_ws(' ', ${e}.title_before, ${e}.name || coalesce(', ' || ${e}.title_after, ''))`
const decimal = (column: string) => `trim_scale(${column})::text`
const list = (fields: string, from: string, order: string) =>
  `json_build_object('nodes', (SELECT coalesce(json_agg(${fields} ORDER BY ${order}), '[]') FROM ${from}))`

/** The limit: each answer of Tera as one statement written by hand, with nothing but the database behind it. */
export const limitStatements = {
  W1: {
    parameters: ['nip'],
    text: `SELECT json_build_object('data', json_build_object('employee', json_build_object(
      'nip', e.nip, 'fullName', ${fullName('e')}, 'positionTitle', e.position_title, 'positionKind', e.position_kind, 'positionLevel', e.position_level,
      'employmentType', e.employment_type, 'legalStanding', e.legal_standing, 'golongan', e.golongan,
      'unit', (SELECT json_build_object('code', u.code, 'name', u.name, 'type', u.type,
        'parent', (SELECT json_build_object('name', p.name) FROM unit p WHERE p.id = u.parent_id)) FROM unit u WHERE u.id = e.unit_id),
      'superior', (SELECT json_build_object('nip', s.nip, 'fullName', ${fullName('s')}, 'positionTitle', s.position_title) FROM employee s WHERE s.id = e.superior_id),
      'positions', ${list(
        `json_build_object('title', title, 'positionKind', position_kind, 'unitName', unit_name, 'validFrom', valid_from, 'validTo', valid_to, 'decreeNumber', decree_number)`,
        `(SELECT * FROM position_record WHERE employee_id = e.id ORDER BY valid_from DESC, id DESC LIMIT 10) r`,
        'r.valid_from DESC, r.id DESC',
      )},
      'ranks', ${list(
        `json_build_object('golongan', golongan, 'validFrom', valid_from, 'decreeNumber', decree_number)`,
        `(SELECT * FROM rank_record WHERE employee_id = e.id ORDER BY valid_from DESC, id DESC LIMIT 10) r`,
        'r.valid_from DESC, r.id DESC',
      )},
      'trainings', ${list(
        `json_build_object('name', name, 'provider', provider, 'startsOn', starts_on, 'endsOn', ends_on, 'jp', ${decimal('jp')})`,
        `(SELECT * FROM training_record WHERE employee_id = e.id ORDER BY ends_on DESC, id DESC LIMIT 10) r`,
        'r.ends_on DESC, r.id DESC',
      )},
      'appraisals', ${list(
        `json_build_object('state', a.state, 'positionTitle', a.position_title, 'unitPath', a.unit_path, 'resultRating', a.result_rating,
          'behaviourRating', a.behaviour_rating, 'predikat', a.predikat, 'weightedScore', ${decimal('a.weighted_score')},
          'period', (SELECT json_build_object('key', key) FROM period WHERE id = a.period_id),
          'rhk', ${list(
            `json_build_object('number', h.number, 'title', h.title, 'weight', ${decimal('h.weight')}, 'achievementPct', ${decimal('h.achievement_pct')}, 'level', h.level,
              'iki', ${list(
                `json_build_object('number', i.number, 'weight', ${decimal('i.weight')}, 'achievementPct', ${decimal('i.achievement_pct')}, 'level', i.level,
                  'indicatorVersion', (SELECT json_build_object('name', name) FROM indicator_version WHERE id = i.indicator_version_id),
                  'series', json_build_object('realisations', ${list(
                    `json_build_object('measuredOn', m.measured_on, 'value', ${decimal('m.value')}, 'evidence', ${list(
                      `json_build_object('url', v.url)`,
                      `(SELECT * FROM evidence WHERE realisation_id = m.id ORDER BY created_at, id LIMIT 2) v`,
                      'v.created_at, v.id',
                    )})`,
                    `(SELECT * FROM realisation WHERE series_id = i.series_id ORDER BY measured_on, id LIMIT 4) m`,
                    'm.measured_on, m.id',
                  )}))`,
                `(SELECT * FROM iki_result WHERE rhk_result_id = h.id ORDER BY number LIMIT 3) i`,
                'i.number',
              )})`,
            `(SELECT * FROM rhk_result WHERE appraisal_id = a.id ORDER BY number LIMIT 10) h`,
            'h.number',
          )})`,
        `(SELECT * FROM appraisal WHERE employee_id = e.id ORDER BY created_at DESC, id DESC LIMIT 2) a`,
        'a.created_at DESC, a.id DESC',
      )})))::text AS answer
      FROM employee e WHERE e.nip = $1`,
  },
  W2: {
    parameters: ['unit', 'search'],
    // Without a name, like Tera's: a pattern wants a plan of its own.
    text: `WITH found AS MATERIALIZED (
        SELECT e.id, e.nip, e.name, e.title_before, e.title_after, e.position_title, e.unit_id FROM employee e
        WHERE e.search_text LIKE '%' || $2 || '%' AND EXISTS (SELECT FROM unit_ancestor a WHERE a.unit_id = e.unit_id AND a.ancestor_id = $1::uuid)
      ), page AS (SELECT * FROM found ORDER BY name, id LIMIT 50)
      SELECT json_build_object('data', json_build_object('employees', json_build_object('totalCount', (SELECT count(*) FROM found), 'nodes', (
        SELECT coalesce(json_agg(json_build_object('nip', e.nip, 'fullName', ${fullName('e')}, 'positionTitle', e.position_title,
          'unit', (SELECT json_build_object('name', name) FROM unit WHERE id = e.unit_id),
          'appraisals', ${list(
            `json_build_object('predikat', a.predikat, 'weightedScore', ${decimal('a.weighted_score')}, 'period', (SELECT json_build_object('key', key) FROM period WHERE id = a.period_id))`,
            `(SELECT * FROM appraisal WHERE employee_id = e.id ORDER BY created_at DESC, id DESC LIMIT 1) a`,
            'a.created_at DESC, a.id DESC',
          )}) ORDER BY e.name, e.id), '[]') FROM page e))))::text AS answer`,
  },
  W3: {
    parameters: ['period', 'unit'],
    text: `WITH counts AS MATERIALIZED (SELECT dimension, key, count FROM predikat_count WHERE period_id = $1 AND unit_id = $2)
      SELECT json_build_object('data', json_build_object(
        'predikatDistribution', json_build_object('appraised', (SELECT sum(count) FROM counts WHERE dimension = 'PREDIKAT'),
          'predikat', ${keyed('PREDIKAT', ['SANGAT_BAIK', 'BAIK', 'BUTUH_PERBAIKAN', 'KURANG', 'SANGAT_KURANG'])},
          'result', ${keyed('RESULT', ['DI_ATAS', 'SESUAI', 'DI_BAWAH'])},
          'behaviour', ${keyed('BEHAVIOUR', ['DI_ATAS', 'SESUAI', 'DI_BAWAH'])}),
        'coverage', json_build_object(
          'employees', (SELECT sum(count) FROM counts WHERE dimension = 'PREDIKAT' OR dimension = 'REASON' AND key <> 'NOT_APPRAISED'),
          'withResult', (SELECT sum(count) FROM counts WHERE dimension = 'RESULT'), 'withBehaviour', (SELECT sum(count) FROM counts WHERE dimension = 'BEHAVIOUR'),
          'withPredikat', (SELECT sum(count) FROM counts WHERE dimension = 'PREDIKAT')),
        'indicatorAverages', json_build_object('nodes', (SELECT coalesce(json_agg(json_build_object(
          'indicator', json_build_object('code', code, 'name', name), 'items', items, 'measured', measured,
          'averagePct', round(sum_pct / nullif(measured, 0), 2), 'above', above, 'below', below, 'latestMeasuredOn', latest_measured_on) ORDER BY code), '[]')
          FROM (SELECT s.*, i.code, i.name FROM indicator_summary s JOIN indicator i ON i.id = s.indicator_id
                WHERE s.period_id = $1 AND s.unit_id = $2 ORDER BY i.code LIMIT 50) page))))::text AS answer`,
  },
  W4: {
    parameters: ['series', 'period', 'value'],
    text: `SELECT json_build_object('data', json_build_object('benchRecord', json_build_object('number', i.number, 'status', i.status,
        'achievementPct', ${decimal('i.achievement_pct')}, 'level', i.level, 'realisedValue', ${decimal('i.realised_value')})))::text AS answer
      FROM bench_record($1, $2, $3) i`,
  },
} as const

function keyed(dimension: string, keys: readonly string[]): string {
  const values = keys.map((key, place) => `(${place}, '${key}')`).join(', ')
  return `(SELECT json_agg(json_build_object('key', k.key, 'count', coalesce(c.count, 0)) ORDER BY k.place)
    FROM (VALUES ${values}) AS k (place, key) LEFT JOIN counts c ON c.dimension = '${dimension}' AND c.key = k.key)`
}
