#!/usr/bin/env node
/**
 * Stands in for Prisma's native schema engine, which the `prisma` command wants even for `generate` and would download. It speaks the
 * same JSON-RPC, a line each way, through the engine's WebAssembly build; databases are reached by Prisma's own pg adapter, and an
 * in-memory PGlite serves as shadow database. `prisma.config.ts` points the command here, so that all of its sub-commands work offline.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { PrismaPGlite } from 'pglite-prisma-adapter'

/** Those that the migrations use. */
const extensions = { btree_gist, pg_trgm }
const engineHome = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
const args = process.argv.slice(2)
const url = /** @type {string | undefined} */ (JSON.parse(optionOf('--datasource') ?? '{}').url)

/** @param {string} name */
function optionOf(name) {
  const index = args.indexOf(name)
  return index < 0 ? undefined : args[index + 1]
}

/**
 * The one-shot commands of the binary: `cli can-connect-to-database | create-database | drop-database`.
 * @param {string | undefined} command
 * @returns {Promise<number>} the exit code
 */
async function administrate(command) {
  const target = new URL(url ?? '')
  const database = decodeURIComponent(target.pathname.slice(1))
  const home = new URL(target)
  if (command !== 'can-connect-to-database') home.pathname = '/postgres'
  home.searchParams.delete('schema')
  const client = new pg.Client({ connectionString: home.href })
  try {
    await client.connect()
    if (command === 'create-database') await client.query(`create database ${client.escapeIdentifier(database)}`)
    if (command === 'drop-database')
      await client.query(`drop database if exists ${client.escapeIdentifier(database)} with (force)`)
    return 0
  } catch (error) {
    const fault =
      error.code === '3D000'
        ? { error_code: 'P1003', message: `Database \`${database}\` does not exist`, meta: { database_name: database } }
        : { error_code: 'P1001', message: `Can't reach database server at \`${target.host}\`: ${error.message}`, meta: {} }
    // The command drops the first line and reads each further one as JSON.
    const report = { level: 'ERROR', fields: { is_panic: false, ...fault }, target: 'schema_engine::logger' }
    process.stderr.write(`schema-engine-wasm\n${JSON.stringify(report)}`)
    return 1
  } finally {
    await client.end()
  }
}

/** Answers requests on standard input until it closes. */
async function serve() {
  /** @type {Promise<import('@prisma/schema-engine-wasm').SchemaEngine> | undefined} */
  let engine
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, params } = line.trim() ? JSON.parse(line) : {}
    if (!method) continue
    try {
      engine ??= loadEngine(needsDatabase(method, params))
      const result = await (methods[method] ?? ((e, p) => e[method](p)))(await engine, params)
      send({ id, result: result ?? {} })
    } catch (error) {
      const code = /^\s*Error code: (P\d+)/m.exec(error.message)?.[1]
      const data = { is_panic: false, message: error.message, backtrace: null, ...(code && { error_code: code, meta: {} }) }
      send({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } })
    }
  }
  process.exit()
}

/** @param {object} message */
function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}

/** A comparison of migrations with the schema works without any database, even when the configuration names one. */
function needsDatabase(method, params) {
  return method !== 'diff' || [params.from.tag, params.to.tag].some((tag) => tag === 'url' || tag === 'schemaDatasource')
}

/** @param {boolean} online */
async function loadEngine(online) {
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const module = new WebAssembly.Module(readFileSync(join(engineHome, 'schema_engine_bg.wasm')))
  const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': bindings })
  bindings.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  const files = args.filter((_, index) => args[index - 1] === '--datamodels')
  const datamodels = files.map((path) => [path, readFileSync(path, 'utf8')])
  if (!files.length) datamodels.push(['schema.prisma', 'datasource db {\n provider = "postgresql"\n}'])
  const adapters = bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres',
    adapterName: 'tera-migrations',
    connect: async () =>
      online && url ? mend(await new PrismaPg({ connectionString: url, max: 1 }).connect()) : connectNowhere(),
    connectToShadowDb: takeShadow,
  })
  return bindings.SchemaEngine.new({ datamodels }, () => {}, adapters)
}

/** Starting a PGlite takes seconds. @type {PGlite | undefined} */
let spare

/** The engine opens a main connection even for work that never uses it: the same empty PGlite then serves as the first shadow database. */
function connectNowhere() {
  spare = new PGlite({ extensions })
  return new PrismaPGlite(spare).connect()
}

function takeShadow() {
  const client = spare ?? new PGlite({ extensions })
  spare = undefined
  return new PrismaPGlite(client).connect()
}

/** Fills two gaps of adapter-pg 7.10: it does not know the type "char" of the system catalogue (oid 18), and splits scripts at each `;`. */
function mend(adapter) {
  const performIO = adapter.performIO.bind(adapter)
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (query) => {
    const characters = []
    adapter.performIO = async (io) => {
      const answer = await performIO(io)
      answer.fields.forEach((field, index) => {
        if (field.dataTypeID !== 18) return
        characters.push(index)
        field.dataTypeID = 25
      })
      return answer
    }
    try {
      const answer = await queryRaw(query)
      for (const index of characters) answer.columnTypes[index] = ColumnTypeEnum.Character
      return answer
    } finally {
      adapter.performIO = performIO
    }
  }
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script)
    } catch (error) {
      adapter.onError(error)
    }
  }
  return adapter
}

/** Where the WebAssembly build differs from the binary. Methods that are not named here agree. */
const methods = {
  /** The build cannot reach a shadow database for this one: the script is the difference of the migrations to the schema. */
  async createMigration(engine, params) {
    const difference = await diffToSchema(engine, params)
    const timestamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
    return {
      connectorType: 'postgresql',
      extension: 'sql',
      generatedMigrationName: [timestamp, params.migrationName].filter(Boolean).join('_'),
      migrationScript: difference.exitCode !== 2 && !params.draft ? null : difference.stdout,
    }
  },

  async evaluateDataLoss(engine, params) {
    const difference = await diffToSchema(engine, params)
    const losses = (difference.stdout ?? '').split('\n').filter((line) => /\bDROP (TABLE|COLUMN)\b/.test(line))
    const warnings = losses.map((line, stepIndex) => ({ message: `Data in this object will be lost: ${line.trim()}`, stepIndex }))
    return { migrationSteps: difference.exitCode === 2 ? 1 : 0, unexecutableSteps: [], warnings }
  },

  /** The binary sends the text as a request of its own. */
  async diff(engine, params) {
    const { exitCode, stdout } = await engine.diff(params)
    if (stdout != null) send({ id: 1_000_000_000, method: 'print', params: { content: stdout } })
    return { exitCode, stdout: null }
  },

  getDatabaseVersion: (engine, params) => engine.version(params),

  async dbExecute(engine, params) {
    await engine.dbExecute(params)
    return null
  },

  async reset(engine, params) {
    await engine.reset(params)
    return null
  },
}

function diffToSchema(engine, { migrationsList, schema, filters }) {
  const from = migrationsList.migrationDirectories.length ? { tag: 'migrations', ...migrationsList } : { tag: 'empty' }
  const to = { tag: 'schemaDatamodel', ...schema }
  return engine.diff({ from, to, script: true, exitCode: true, filters: filters ?? { externalTables: [], externalEnums: [] } })
}

if (args.includes('--version'))
  console.log(`schema-engine-wasm ${JSON.parse(readFileSync(join(engineHome, 'package.json'), 'utf8')).version}`)
else if (args.includes('cli')) process.exitCode = await administrate(args[args.indexOf('cli') + 1])
else await serve()
