import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { defaultDataDir, readEnv } from '../../server/env.ts'
import { SetupError } from '../../server/setup-error.ts'

test('nothing set gives a local demo on port 4000 with the embedded database', () => {
  expect(readEnv({})).toMatchObject({ nodeEnv: 'development', host: '127.0.0.1', port: 4000, databaseUrl: undefined, demo: true })
})

test('an empty value counts as not set', () => {
  expect(readEnv({ PORT: '', DATABASE_URL: '', TERA_DEMO: '' })).toMatchObject({ port: 4000, databaseUrl: undefined, demo: true })
})

test.each([{ TERA_DEMO: '0' }, { NODE_ENV: 'production' }, { NODE_ENV: 'production', TERA_DEMO: '1' }])(
  'no demo with %o',
  (source) => {
    expect(readEnv(source).demo).toBe(false)
  },
)

test.each([
  ['PORT', 'abc'],
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['NODE_ENV', 'staging'],
  ['TERA_DEMO', 'yes'],
  ['TERA_ORIGINS', 'dasbor.example.go.id'],
  ['TERA_ORIGINS', 'https://dasbor.example.go.id/path'],
  ['TERA_HTTPS', 'on'],
  ['TERA_PROXIES', '-1'],
  ['DATABASE_URL', 'mysql://localhost/tera'],
  ['DATABASE_URL', 'localhost'],
  ['DATABASE_URL', 'postgresql://localhost'],
  ['DATABASE_URL', 'postgresql://localhost/tera?schema=other'],
])('a wrong %s (%s) is refused by name', (name, value) => {
  expect(() => readEnv({ [name]: value })).toThrow(SetupError)
  expect(() => readEnv({ [name]: value })).toThrow(new RegExp(`^${name}: `))
})

test('every wrong variable is named at once, and a password is never repeated', () => {
  const read = () => readEnv({ PORT: 'x', DATABASE_URL: 'mysql://me:secret@h/db' })
  expect(read).toThrow(/PORT: .*\nDATABASE_URL: /)
  expect(read).not.toThrow(/secret/)
})

test('the data folder lies where the system keeps the data of a user, and outside the closed home of root', () => {
  expect(defaultDataDir({}, 'linux', 1000)).toBe(join(homedir(), '.local/share/tera'))
  expect(defaultDataDir({ XDG_DATA_HOME: '/data' }, 'linux', 1000)).toBe('/data/tera')
  expect(defaultDataDir({ XDG_DATA_HOME: '/root/data' }, 'linux', 0)).toBe('/var/lib/tera')
  expect(defaultDataDir({}, 'darwin', 501)).toBe(join(homedir(), 'Library/Application Support/tera'))
  expect(defaultDataDir({ LOCALAPPDATA: 'C:\\Data' }, 'win32', undefined)).toContain('tera')
})

test('what stands in front of the server is told, not guessed', () => {
  expect(readEnv({})).toMatchObject({ origins: [], isHttps: false, proxies: 0 })
  expect(readEnv({ TERA_ORIGINS: 'https://a.example, https://b.example', TERA_HTTPS: '1', TERA_PROXIES: '2' })).toMatchObject({
    origins: ['https://a.example', 'https://b.example'],
    isHttps: true,
    proxies: 2,
  })
})
