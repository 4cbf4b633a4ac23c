import pg from 'pg'
import { inject } from 'vitest'
import { type DatabaseOptions, openDatabase } from '../server/db.ts'
import { seedDemo } from '../server/seed.ts'
import { cityDay } from './city-day.ts'
import { administrate, copyDatabase, type TestDatabase, urlOf } from './database.ts'

/** A database of its own with the invented city, copied from one that the run fills once for whoever comes first. */
export async function createDemoDatabase(options?: DatabaseOptions): Promise<TestDatabase> {
  return copyDatabase(await fillOnce(`${inject('demoPrefix')}city`), options)
}

async function fillOnce(name: string): Promise<string> {
  await administrate(async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name])
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (rowCount !== 0) return
    const filling = `${name}_new`
    const url = await copyTemplateAs(client, filling)
    const database = await openDatabase(url, { poolSize: 5 })
    await seedDemo(database, cityDay)
    await database.close()
    await client.query(`ALTER DATABASE ${pg.escapeIdentifier(filling)} RENAME TO ${pg.escapeIdentifier(name)}`)
  })
  return name
}

async function copyTemplateAs(client: pg.Client, name: string): Promise<string> {
  const template = new URL(inject('templateUrl')).pathname.slice(1)
  await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE ${pg.escapeIdentifier(template)}`)
  return urlOf(name)
}
