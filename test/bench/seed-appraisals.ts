/**
 * Statements that fill the catalogue, two years of plans, measurements and appraisals, and the summaries. A person with a full history has
 * six planned results with nine indicators in each of two years; the others two results with one indicator each in the later year.
 */
export const appraisals = [
  `INSERT INTO indicator (id, code, name, state)
   SELECT bench.id(10, n, 0), 'BEN-' || lpad(n::text, 3, '0'), 'Indikator kerja ' || n, 'AKTIF' FROM generate_series(0, 39) AS n`,
  `INSERT INTO indicator_version (id, indicator_id, version, state, name, aspect, unit, polarity, aggregation, frequency, attribution, target_rule, target,
                                  source_system, source_owner, effective_from, content_hash, published_at)
   SELECT bench.id(11, n, 0), bench.id(10, n, 0), 1, 'AKTIF', 'Indikator kerja ' || n, 'KUANTITAS', 'COUNT', 'MAXIMIZE', 'JUMLAH', 'TRIWULAN', 'INDIVIDUAL',
          'FIXED', 100, 'SUMBER ' || n % 6, 'Bagian Organisasi', '2023-01-01', md5(n::text), '2023-01-01'
   FROM generate_series(0, 39) AS n`,
  `INSERT INTO period (id, key, kind, year, number, starts_on, ends_on, state, parent_id, closes_on)
   SELECT bench.id(12, y, q), y || CASE WHEN q = 0 THEN '' ELSE '-TW' || q END, CASE WHEN q = 0 THEN 'ANNUAL' ELSE 'QUARTER' END::period_kind, y, q,
          make_date(y, greatest(1, 3 * q - 2), 1), (make_date(y, CASE WHEN q = 0 THEN 12 ELSE 3 * q END, 1) + interval '1 month - 1 day')::date,
          CASE WHEN y = 2025 THEN 'OPEN' ELSE 'CLOSED' END::period_state, CASE WHEN q > 0 THEN bench.id(12, y, 0) END,
          (make_date(y, CASE WHEN q = 0 THEN 12 ELSE 3 * q END, 1) + interval '1 month 9 days')::date
   FROM generate_series(2024, 2025) AS y, generate_series(0, 4) AS q ORDER BY y, q`,
  `CREATE TEMP TABLE seed_plan AS
   SELECT p.n, p.unit, p.superior, u.path, y AS year, CASE WHEN p.is_full THEN 6 ELSE 2 END AS results, p.is_full
   FROM seed_person p JOIN seed_unit u ON u.n = p.unit, generate_series(2024, 2025) AS y WHERE p.is_full OR y = 2025`,
  `CREATE TEMP TABLE seed_item AS
   SELECT n, unit, year, r, i, s, (n * 7 + s) % 40 AS indicator, (8000 + bench.pick(n * 100 + s, year, 4000)) / 100.0 AS pct FROM (
     SELECT n, unit, year, r, i, (row_number() OVER (PARTITION BY n, year ORDER BY r, i))::int AS s
     FROM seed_plan, generate_series(1, results) AS r, generate_series(1, CASE WHEN is_full AND r % 2 = 1 THEN 2 ELSE 1 END) AS i
   ) AS numbered`,
  `INSERT INTO skp (id, employee_id, period_id, state, starts_on, ends_on, unit_id, unit_path, position_title, position_level, penilai_id, weight_sum)
   SELECT bench.id(20, n, year), bench.id(3, n, 0), bench.id(12, year, 0), 'BERJALAN', make_date(year, 1, 1), make_date(year, 12, 31), bench.id(1, unit, 0),
          path, 'Analis Kinerja', 'AHLI_MUDA', bench.id(3, superior, 0), 100
   FROM seed_plan ORDER BY n, year`,
  `INSERT INTO rhk (id, skp_id, number, title, kind, weight)
   SELECT bench.id(21, n, year * 100 + r), bench.id(20, n, year), r, 'Terlaksananya layanan kepegawaian ' || r, 'UTAMA', round(100.0 / results, 4)
   FROM seed_plan, generate_series(1, results) AS r ORDER BY n, year, r`,
  `INSERT INTO measurement_series (id, indicator_id, employee_id, year)
   SELECT bench.id(22, n, year * 100 + s), bench.id(10, indicator, 0), bench.id(3, n, 0), year FROM seed_item ORDER BY n, year, s`,
  `INSERT INTO iki (id, rhk_id, number, indicator_version_id, series_id, weight, target)
   SELECT bench.id(23, n, year * 100 + s), bench.id(21, n, year * 100 + r), i, bench.id(11, indicator, 0), bench.id(22, n, year * 100 + s), 50, 100
   FROM seed_item ORDER BY n, year, s`,
  `INSERT INTO realisation (id, series_id, period_id, state, value, measured_on, source, is_complete, is_on_time, is_traceable, quality, verified_at)
   SELECT bench.id(24, n, (year * 100 + s) * 10 + q), bench.id(22, n, year * 100 + s), bench.id(12, year, q), 'VERIFIED', round(pct / 4, 2),
          make_date(year, 3 * q, 25), 'SUMBER ' || indicator % 6, true, true, true, 1, make_timestamptz(year, 3 * q, 27, 8, 0, 0, 'UTC')
   FROM seed_item, generate_series(1, 4) AS q ORDER BY n, year, s, q`,
  `INSERT INTO evidence (id, realisation_id, kind, url, description)
   SELECT bench.id(25, n, (year * 100 + s) * 10 + q), bench.id(24, n, (year * 100 + s) * 10 + q), 'OFFICIAL_DOCUMENT',
          'https://bukti.contoh.go.id/' || n || '/' || year || '/' || s || '/' || q, 'Laporan triwulan'
   FROM seed_item, generate_series(1, 4) AS q ORDER BY n, year, s, q`,
  `INSERT INTO behaviour_rating (id, period_id, employee_id, rater_id, rater_group, bp, ak, ko, ha, lo, ad, kl)
   SELECT bench.id(26, n, 0), bench.id(12, 2025, 0), bench.id(3, n, 0), bench.id(3, superior, 0), 'ATASAN', 2, 2, 2, 3, 2, 2, 1 + bench.pick(n, 5, 3)
   FROM seed_plan WHERE year = 2025 AND superior IS NOT NULL ORDER BY n`,
  `CREATE TEMP TABLE seed_appraisal AS
   SELECT p.n, p.unit, p.superior, p.path, p.year, p.results, avg(i.pct) AS score,
          CASE WHEN avg(i.pct) < 90 THEN 'DI_BAWAH' WHEN avg(i.pct) < 110 THEN 'SESUAI' ELSE 'DI_ATAS' END::level AS rating
   FROM seed_plan p JOIN seed_item i USING (n, year) GROUP BY 1, 2, 3, 4, 5, 6`,
  `INSERT INTO appraisal (id, employee_id, period_id, kind, skp_id, unit_id, unit_path, position_title, penilai_id, result_status, result_rating, share_above,
                          share_below, weighted_score, excluded_weight_pct, behaviour_rating, behaviour_above, behaviour_below, predikat, rules_version,
                          settings, input_hash, computed_at, created_at)
   SELECT bench.id(27, n, year), bench.id(3, n, 0), bench.id(12, year, 0), 'ANNUAL', bench.id(20, n, year), bench.id(1, unit, 0), path, 'Analis Kinerja',
          bench.id(3, superior, 0), 'OK', rating, 0.1, 0.1, round(score, 2), 0, 'SESUAI', 1, 1,
          (CASE rating WHEN 'DI_BAWAH' THEN 'BUTUH_PERBAIKAN' ELSE 'BAIK' END)::predikat, 'bench', '{}', '',
          make_timestamptz(year + 1, 1, 12, 8, 0, 0, 'UTC'), make_timestamptz(year + 1, 1, 12, 8, 0, 0, 'UTC')
   FROM seed_appraisal ORDER BY n, year`,
  `INSERT INTO rhk_result (id, appraisal_id, rhk_id, number, title, kind, weight, share, achievement_pct, level)
   SELECT bench.id(28, a.n, a.year * 100 + i.r), bench.id(27, a.n, a.year), bench.id(21, a.n, a.year * 100 + i.r), i.r,
          'Terlaksananya layanan kepegawaian ' || i.r, 'UTAMA', round(100.0 / a.results, 4), round(1.0 / a.results, 6), i.pct,
          (CASE WHEN i.pct < 90 THEN 'DI_BAWAH' WHEN i.pct < 110 THEN 'SESUAI' ELSE 'DI_ATAS' END)::level
   FROM seed_appraisal a JOIN seed_item i ON i.n = a.n AND i.year = a.year AND i.i = 1 ORDER BY a.n, a.year, i.r`,
  `INSERT INTO iki_result (id, rhk_result_id, iki_id, number, indicator_version_id, series_id, weight, status, achievement_pct, level, realised_value,
                           target_min, quarters_used, latest_measured_on, inputs)
   SELECT bench.id(29, n, year * 100 + s), bench.id(28, n, year * 100 + r), bench.id(23, n, year * 100 + s), i, bench.id(11, indicator, 0),
          bench.id(22, n, year * 100 + s), 50, 'OK', pct, (CASE WHEN pct < 90 THEN 'DI_BAWAH' WHEN pct < 110 THEN 'SESUAI' ELSE 'DI_ATAS' END)::level, pct,
          100, '{1,2,3,4}', make_date(year, 12, 25), '{}'
   FROM seed_item ORDER BY n, year, s`,
  `INSERT INTO predikat_count (period_id, unit_id, dimension, key, count)
   SELECT a.period_id, u.ancestor_id, d.dimension, d.key, count(*)
   FROM appraisal a JOIN unit_ancestor u ON u.unit_id = a.unit_id,
        LATERAL (VALUES ('PREDIKAT', a.predikat::text), ('RESULT', a.result_rating::text), ('BEHAVIOUR', a.behaviour_rating::text),
                        ('SYSTEM', a.system::text)) AS d (dimension, key)
   WHERE a.is_current GROUP BY 1, 2, 3, 4`,
  `INSERT INTO indicator_summary (period_id, unit_id, indicator_id, items, measured, sum_pct, above, below, latest_measured_on)
   SELECT bench.id(12, i.year, 0), u.ancestor_id, bench.id(10, i.indicator, 0), count(*), count(*), sum(i.pct), count(*) FILTER (WHERE i.pct >= 110),
          count(*) FILTER (WHERE i.pct < 90), make_date(i.year, 12, 25)
   FROM seed_item i JOIN unit_ancestor u ON u.unit_id = bench.id(1, i.unit, 0) GROUP BY i.year, u.ancestor_id, i.indicator`,
] as const
