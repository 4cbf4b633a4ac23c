import pg from 'pg'
import { beforeEach, describe, expect, test } from 'vitest'
import { readAuditHead, verifyAuditChain } from '../../server/audit/queries/verify.ts'
import { systemActor } from '../../server/identity/policy.ts'
import { writeAudit } from '../../server/transact.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'

let testing: TestDatabase
const verify = (expectedHead?: string) => verifyAuditChain(testing.database.prisma, { batch: 3, expectedHead })

beforeEach(async () => {
  testing = await createTestDatabase()
  await append(8)
  return () => testing.drop()
})

async function append(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const changes = { name: [`é ${index}`, null], 'long name': [{ b: 1, a: [1.5] }, 'x'] } as const
    await testing.database.prisma.$transaction((tx) =>
      writeAudit(
        tx,
        'unit.changed',
        { entity: { type: 'Unit', id: String(index) }, changes },
        { actor: systemActor('test'), device: undefined },
      ),
    )
  }
}

/** What somebody with every right on the database might do. */
async function tamper(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: testing.url })
  await client.connect()
  try {
    await client.query('ALTER TABLE audit_event DISABLE TRIGGER USER')
    for (const statement of statements) await client.query(statement)
    await client.query('ALTER TABLE audit_event ENABLE TRIGGER USER')
  } finally {
    await client.end()
  }
}

describe('the chain', () => {
  test('verifies over batches, and is empty at first', async () => {
    const { hash } = await readAuditHead(testing.database.prisma)
    expect(await verify()).toEqual({
      events: 8n,
      isIntact: true,
      firstBrokenSequence: null,
      fault: null,
      head: { sequence: 8n, hash },
    })
    await using empty = await createTestDatabase()
    expect(await verifyAuditChain(empty.database.prisma)).toMatchObject({ events: 0n, isIntact: true, head: { hash: '' } })
  })

  test('has no gap and no fork when many write at once', async () => {
    await Promise.all(Array.from({ length: 6 }, () => append(3)))
    expect(await verify()).toMatchObject({ events: 26n, isIntact: true })
  })

  for (const column of ['actor_label', 'event', 'entity_id', 'device', 'reason', 'on_behalf_of']) {
    test(`names a row whose ${column} was altered`, async () => {
      await tamper(`UPDATE audit_event SET ${column} = 'altered' WHERE sequence = 5`)
      expect(await verify()).toMatchObject({ isIntact: false, firstBrokenSequence: 5n, fault: 'ALTERED', events: 4n })
    })
  }

  test('names a row whose time, changes or actor were altered', async () => {
    await tamper(`UPDATE audit_event SET changes = '{}' WHERE sequence = 7`)
    expect(await verify()).toMatchObject({ firstBrokenSequence: 7n, fault: 'ALTERED' })
    await tamper(`UPDATE audit_event SET at = at + interval '1 ms' WHERE sequence = 4`)
    expect(await verify()).toMatchObject({ firstBrokenSequence: 4n, fault: 'ALTERED' })
    await tamper(`UPDATE audit_event SET actor_id = gen_random_uuid() WHERE sequence = 1`)
    expect(await verify()).toMatchObject({ firstBrokenSequence: 1n, fault: 'ALTERED' })
  })

  test('names the row after one that was altered and hashed again', async () => {
    await tamper(
      `UPDATE audit_event SET reason = 'forged' WHERE sequence = 5`,
      `UPDATE audit_event e SET hash = encode(sha256(convert_to(audit_event_text(e), 'UTF8')), 'hex') WHERE sequence = 5`,
    )
    expect(await verify()).toMatchObject({ firstBrokenSequence: 6n, fault: 'UNLINKED' })
  })

  test('names a removed row, the first one too', async () => {
    await tamper('DELETE FROM audit_event WHERE sequence = 6')
    expect(await verify()).toMatchObject({ firstBrokenSequence: 6n, fault: 'MISSING', events: 5n })
    await tamper('DELETE FROM audit_event WHERE sequence = 1')
    expect(await verify()).toMatchObject({ firstBrokenSequence: 1n, fault: 'MISSING' })
  })

  test('names the first of two swapped rows', async () => {
    await tamper(
      'UPDATE audit_event SET sequence = 100 WHERE sequence = 3',
      'UPDATE audit_event SET sequence = 3 WHERE sequence = 4',
      'UPDATE audit_event SET sequence = 4 WHERE sequence = 100',
    )
    expect(await verify()).toMatchObject({ firstBrokenSequence: 3n, fault: 'ALTERED' })
  })

  test('is not fooled by a database function that was replaced', async () => {
    await tamper(
      `UPDATE audit_event SET reason = 'forged' WHERE sequence = 5`,
      `CREATE OR REPLACE FUNCTION audit_event_text(e audit_event) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'anything' $$`,
    )
    expect(await verify()).toMatchObject({ firstBrokenSequence: 5n })
  })

  test('needs a head that was noted earlier to find rows cut off the end', async () => {
    const { hash } = await readAuditHead(testing.database.prisma)
    await append(1)
    expect(await verify(hash)).toMatchObject({ isIntact: true, events: 9n })
    await tamper('DELETE FROM audit_event WHERE sequence >= 8')
    expect(await verify()).toMatchObject({ isIntact: true, events: 7n })
    expect(await verify(hash)).toMatchObject({ isIntact: false, fault: 'HEAD_MISSING', firstBrokenSequence: null })
  })
})

describe('the role of the application', () => {
  test('is the one that the tests work with', () => {
    expect(testing.database.role).toBe('tera_app')
  })

  for (const statement of [
    'UPDATE audit_event SET reason = NULL',
    'DELETE FROM audit_event',
    'TRUNCATE audit_event',
    'ALTER TABLE audit_event DISABLE TRIGGER USER',
  ]) {
    test(`may not ${statement}`, async () => {
      await expect(testing.database.pool.query(statement)).rejects.toMatchObject({ code: '42501' })
      expect(await verify()).toMatchObject({ events: 8n, isIntact: true })
    })
  }

  test('even the owner meets the triggers', async () => {
    const client = new pg.Client({ connectionString: testing.url })
    await client.connect()
    try {
      for (const statement of ['UPDATE audit_event SET reason = NULL', 'DELETE FROM audit_event', 'TRUNCATE audit_event']) {
        await expect(client.query(statement)).rejects.toThrow('never changed or removed')
      }
    } finally {
      await client.end()
    }
  })
})
