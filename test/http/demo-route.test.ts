import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDemoRoute } from '../../server/demo-route.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { startTestServer, type TestServer } from './server.ts'

let real: TestDatabase
let servers: TestServer[]

beforeAll(async () => {
  real = await createTestDatabase()
  await real.database.prisma.user.createMany({
    data: [
      { username: 'admin', displayName: 'Administrator', passwordHash: 'x', isDemo: true },
      { username: 'pegawai', displayName: 'Pegawai', passwordHash: 'x', isDemo: true, disabledAt: new Date('2026-01-01') },
      { username: 'penilai', displayName: 'Orang sungguhan', passwordHash: 'x' },
    ],
  })
  servers = await Promise.all([true, false].map((isDemo) => startTestServer({ routes: createDemoRoute(real.database, isDemo) })))
})

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()))
  await real.drop()
})

test('the sign-in page is told the open demo accounts of this database, and no real person or token', async () => {
  const answer = await servers[0]!.fetch('/demo-accounts')
  expect(JSON.parse(answer.text)).toEqual([{ username: 'admin', password: 'demo-admin-tera', role: 'Administrator' }])
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('outside demo mode the list is empty', async () => {
  expect((await servers[1]!.fetch('/demo-accounts')).text).toBe('[]')
})
