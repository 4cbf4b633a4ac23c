import pg from 'pg'

/** One table as a backup carries it: its stored columns with their types, in the order of the table. */
export type Table = {
  readonly table: string
  readonly columns: readonly (readonly [name: string, type: string])[]
}

/** A foreign key as the statement that makes it. */
export type ForeignKey = { readonly table: string; readonly name: string; readonly definition: string }

const { escapeIdentifier: quoted } = pg
const int8 = 20

/** A connection of the owner that may take its time; numbers of 64 bits come as bigint. */
export async function openOwner(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'tera backup',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    // Values are written as text: what it looks like must not depend on the settings of a server.
    options: '-c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=postgres -c bytea_output=hex -c extra_float_digits=1',
    types: { getTypeParser: (oid) => (oid === int8 ? BigInt : pg.types.getTypeParser(oid)) },
  })
  // A broken connection also fails the running query, and that is where it is handled.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Every table of Tera, by name; the list of migrations is written by the migrations themselves. */
export async function listTables(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    SELECT c.relname AS "table", json_agg(json_build_array(a.attname, format_type(a.atttypid, a.atttypmod)) ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'
    GROUP BY c.relname ORDER BY c.relname COLLATE "C"`)
  return rows
}

/** Names of the migrations that are in the database, oldest first. */
export async function listMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL
    ORDER BY migration_name COLLATE "C"`)
  return rows.map(({ name }) => name)
}

export async function listForeignKeys(client: pg.Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    SELECT r.relname AS "table", k.conname AS name, pg_get_constraintdef(k.oid) AS definition
    FROM pg_constraint k JOIN pg_class r ON r.oid = k.conrelid
    WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace ORDER BY r.relname, k.conname`)
  return rows
}

/** Sets the counter behind each numbered column to its highest number, so that new rows go on after the last one. */
export async function continueCounters(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ counter: string; table: string; column: string }>(`
    SELECT d.objid::regclass::text AS counter, t.relname AS "table", a.attname AS "column"
    FROM pg_depend d JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S' JOIN pg_class t ON t.oid = d.refobjid
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
    WHERE d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') AND t.relnamespace = 'public'::regnamespace`)
  for (const { counter, table, column } of rows) {
    const last = `max(${quoted(column)})`
    await client.query(`SELECT setval('${counter}', coalesce(${last}, 1), ${last} IS NOT NULL) FROM ${quoted(table)}`)
  }
}

const rowsAtOnce = 1_000

/**
 * Reads the rows of a table as lines, each a JSON array of the columns as text or null, in the order of the primary key whatever the
 * collation of the server. Needs an open transaction. Rows with bytes in them may be large and come one by one.
 */
export async function* readLines(client: pg.Client, { table, columns }: Table): AsyncGenerator<readonly string[]> {
  const texts = columns.map(([name]) => `${quoted(name)}::text`).join(', ')
  const count = columns.some(([, type]) => type === 'bytea') ? 1 : rowsAtOnce
  await client.query(`DECLARE backup_rows NO SCROLL CURSOR FOR
    SELECT to_json(ARRAY[${texts}]::text[])::text AS line FROM ${quoted(table)} ORDER BY ${await orderOf(client, table)}`)
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`FETCH ${count} FROM backup_rows`)
    if (rows.length > 0) yield rows.map(({ line }) => line)
    if (rows.length < count) break
  }
  await client.query('CLOSE backup_rows')
}

/** The columns of the primary key; a table without one is ordered by everything that it holds. */
async function orderOf(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query<{ name: string; isText: boolean }>(
    `SELECT a.attname AS name, a.attcollation <> 0 AS "isText"
     FROM pg_index i CROSS JOIN unnest(i.indkey) WITH ORDINALITY AS key(number, position)
     JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = key.number
     WHERE i.indisprimary AND i.indrelid = $1::regclass ORDER BY key.position`,
    [quoted(table)],
  )
  const columns = rows.map(({ name, isText }) => (isText ? `${quoted(name)} COLLATE "C"` : quoted(name)))
  return columns.length > 0 ? columns.join(', ') : `${quoted(table)}::text COLLATE "C"`
}

/** Writes lines of {@link readLines} into a table. */
export async function writeLines(client: pg.Client, { table, columns }: Table, lines: readonly string[]): Promise<void> {
  const names = columns.map(([name]) => quoted(name)).join(', ')
  const values = columns.map(([, type], index) => `(line ->> ${index})::${type}`).join(', ')
  await client.query(`INSERT INTO ${quoted(table)} (${names}) SELECT ${values} FROM json_array_elements($1::json) AS line`, [
    `[${lines.join(',')}]`,
  ])
}
