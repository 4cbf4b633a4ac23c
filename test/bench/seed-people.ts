/**
 * Statements that fill the organization: units with their closure, employees with three positions, three ranks and three trainings.
 * `bench.id(kind, n, j)` makes ids of the form of UUID version 7 that follow from the number of a record, so that no statement has to look
 * one up. Employee `n` (from 0) belongs to unit `n % units`; the first employee of a unit leads it.
 */
export const people = [
  `CREATE TEMP TABLE seed_unit AS
   WITH RECURSIVE numbered AS (
     SELECT n, CASE WHEN n = 0 THEN NULL ELSE (n - 1) / $branching END AS parent, 'Unit Kerja ' || n AS name
     FROM generate_series(0, $units - 1) AS n
   ), tree AS (
     SELECT n, parent, name, 0 AS depth, name AS path FROM numbered WHERE n = 0
     UNION ALL
     SELECT c.n, c.parent, c.name, t.depth + 1, t.path || ' / ' || c.name FROM numbered c JOIN tree t ON c.parent = t.n
   )
   SELECT * FROM tree`,
  `CREATE INDEX ON seed_unit (n)`,
  `INSERT INTO unit (id, code, name, type, parent_id)
   SELECT bench.id(1, n, 0), 'B' || lpad(n::text, 6, '0'), name, (ARRAY['PEMDA','DINAS','BIDANG','SEKSI','TIM_KERJA'])[least(depth, 4) + 1]::unit_type,
          bench.id(1, parent, 0)
   FROM seed_unit ORDER BY n`,
  `INSERT INTO unit_version (id, unit_id, name, type, is_service_unit, parent_id, valid_from)
   SELECT bench.id(2, n, 0), bench.id(1, n, 0), name, (ARRAY['PEMDA','DINAS','BIDANG','SEKSI','TIM_KERJA'])[least(depth, 4) + 1]::unit_type, false,
          bench.id(1, parent, 0), '2020-01-01'
   FROM seed_unit ORDER BY n`,
  `INSERT INTO unit_ancestor (unit_id, ancestor_id, distance)
   WITH RECURSIVE above AS (
     SELECT n, n AS ancestor, 0 AS distance FROM seed_unit
     UNION ALL
     SELECT a.n, u.parent, a.distance + 1 FROM above a JOIN seed_unit u ON u.n = a.ancestor WHERE u.parent IS NOT NULL
   )
   SELECT bench.id(1, n, 0), bench.id(1, ancestor, 0), distance FROM above ORDER BY n, distance`,
  `CREATE TEMP TABLE seed_person AS
   SELECT n, n % $units AS unit,
          CASE WHEN n >= $units THEN n % $units WHEN n > 0 THEN (n - 1) / $branching END AS superior,
          n % $fullEvery = 0 AS is_full,
          to_char(date '1965-01-01' + (n % 12000), 'YYYYMMDD') || to_char(date '1965-01-01' + (n % 12000) + interval '24 years', 'YYYYMM')
            || (1 + bench.pick(n, 2, 2)) || lpad((1 + n / 12000)::text, 3, '0') AS nip,
          (ARRAY['Sari','Budi','Rina','Agus','Dewi','Hendra','Fitri','Joko','Nurul','Rahmat','Siti','Andi','Maya','Eko','Lestari','Yusuf'])
            [1 + bench.pick(n, 3, 16)] || ' ' ||
          (ARRAY['Siregar','Nasution','Harahap','Simanjuntak','Lubis','Hutapea','Sinaga','Tanjung','Manurung','Pane','Sitorus','Ritonga','Daulay',
                 'Marpaung','Panjaitan','Saragih','Batubara','Purba','Damanik','Hasibuan'])[1 + bench.pick(n, 4, 20)] AS name
   FROM generate_series(0, $employees - 1) AS n`,
  `CREATE INDEX ON seed_person (n)`,
  `INSERT INTO employee (id, nip, name, title_after, search_text, birth_place, birth_on, sex, employment_type, golongan, golongan_from, position_title,
                         position_kind, position_level, position_from, unit_id, superior_id, email)
   SELECT bench.id(3, n, 0), nip, name, 'S.E.', lower(name) || ' ' || nip, 'Tanjungbalai', to_date(left(nip, 8), 'YYYYMMDD'),
          (ARRAY['MALE','FEMALE'])[1 + bench.pick(n, 2, 2)]::sex, 'PNS', 'III/c', '2021-04-01', 'Analis Kinerja', 'FUNGSIONAL', 'AHLI_MUDA',
          '2022-03-01', bench.id(1, unit, 0), bench.id(3, superior, 0), 'p' || n || '@contoh.go.id'
   FROM seed_person ORDER BY n`,
  `INSERT INTO reporting_line (id, employee_id, superior_id, valid_from)
   SELECT bench.id(4, n, 0), bench.id(3, n, 0), bench.id(3, superior, 0), '2022-03-01' FROM seed_person WHERE superior IS NOT NULL ORDER BY n`,
  `INSERT INTO position_record (id, employee_id, title, position_kind, position_level, unit_id, unit_name, valid_from, valid_to, decree_number, decree_on)
   SELECT bench.id(5, n, k), bench.id(3, n, 0), 'Analis Kinerja ' || k, 'FUNGSIONAL', 'AHLI_MUDA', bench.id(1, unit, 0), 'Unit Kerja ' || unit,
          date '2014-03-01' + make_interval(years => 4 * k), CASE WHEN k < 2 THEN date '2018-02-28' + make_interval(years => 4 * k) END,
          '821.2/' || n || '/' || k, date '2014-02-20' + make_interval(years => 4 * k)
   FROM seed_person, generate_series(0, 2) AS k ORDER BY n, k`,
  `INSERT INTO rank_record (id, employee_id, golongan, valid_from, decree_number, decree_on, service_years, service_months)
   SELECT bench.id(6, n, k), bench.id(3, n, 0), (ARRAY['III/a','III/b','III/c'])[k + 1], date '2013-04-01' + make_interval(years => 4 * k),
          '823.3/' || n || '/' || k, date '2013-03-20' + make_interval(years => 4 * k), 4 + 4 * k, 2
   FROM seed_person, generate_series(0, 2) AS k ORDER BY n, k`,
  `INSERT INTO training_record (id, employee_id, form_id, name, provider, starts_on, ends_on, jp, certificate_number)
   SELECT bench.id(7, n, k), bench.id(3, n, 0), 1 + k, 'Pelatihan Pelayanan ' || k, 'BPSDM', date '2022-05-02' + 300 * k, date '2022-05-06' + 300 * k,
          20 + 5 * k, 'SRT/' || n || '/' || k
   FROM seed_person, generate_series(0, 2) AS k ORDER BY n, k`,
] as const
