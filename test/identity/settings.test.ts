import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createContext } from '../../server/context.ts'
import { changeSetting } from '../../server/identity/commands/preferences.ts'
import { anonymous } from '../../server/identity/policy.ts'
import { settingHistory, settingsOn, settingValuesOn } from '../../server/identity/queries/settings.ts'
import { settingTexts } from '../../server/identity/rules/setting-texts.ts'
import { readSettings, settings } from '../../server/identity/rules/settings.ts'
import { createTestDatabase, type TestDatabase } from '../database.ts'
import { as, createPeople, expectAudited, type People } from './people.ts'

let db: TestDatabase
let people: People
beforeAll(async () => {
  db = await createTestDatabase()
  people = await createPeople(db.database)
})
afterAll(() => db.drop())

const reason = 'keputusan wali kota 7'
const day = (text: string) => new Date(text)

describe('the table of settings', () => {
  test('has defaults that its own readers accept', () => {
    expect(readSettings(new Map())).toMatchObject({
      achievementCap: 120,
      levelLow: 90,
      levelHigh: 110,
      smallPartMax: 0.3,
      ceilingCountsAsAbove: false,
      raterWeights: { ATASAN: 60, REKAN: 20, BAWAHAN: 20 },
      checkpoints: [30, 60, 90],
      jpMinPppk: null,
      annualDeadline: '01-31',
    })
  })

  test('marks as LOCAL exactly what names no rule', () => {
    for (const { isLocal, anchor } of Object.values(settings)) expect(isLocal).toBe(!/^(PP|PermenPANRB|SE) /.test(anchor))
  })

  test.each([
    ['raterWeights', '60/20/10'],
    ['raterWeights', '60/40'],
    ['checkpoints', '90,30'],
    ['levelLow', '-1'],
    ['levelLow', '1e2'],
    ['anonymityMinRaters', '2.5'],
    ['anonymityMinRaters', '1'],
    ['zeroMode', 'strict'],
    ['annualDeadline', '13-01'],
    ['ceilingCountsAsAbove', 'yes'],
  ] as const)('%s refuses %s', (key, text) => {
    expect(() => settings[key].parse(text)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }))
  })
})

test('every setting is told in words, and a closed choice names all that it takes', () => {
  for (const [key, { parse }] of Object.entries(settings)) {
    const { label, meaning } = settingTexts[key as keyof typeof settings]
    expect(
      [label.id, label.en, meaning].every((text) => text.trim() !== ''),
      key,
    ).toBe(true)
    for (const choice of ('choices' in parse && parse.choices) || []) expect(() => parse(choice), key).not.toThrow()
  }
})

describe('changing a setting', () => {
  test('holds from its day on, keeps what held before, and is audited with both values', async () => {
    const { admin } = people.users
    const run = as(db.database, admin)
    await run(changeSetting, { key: 'levelLow', value: '85', validFrom: day('2026-04-01'), reason })
    await expectAudited(db.database, 'setting.changed', admin, 'levelLow')
    const row = await db.database.prisma.auditEvent.findFirstOrThrow({ orderBy: { sequence: 'desc' } })
    expect(row.changes).toMatchObject({ value: ['90', '85'] })
    const on = async (text: string) => (await settingsOn(db.database.prisma, day(text))).levelLow
    expect([await on('2026-03-31'), await on('2026-04-01'), await on('2030-01-01')]).toEqual([90, 85, 85])
    const values = await settingValuesOn(db.database.prisma, day('2026-04-01'))
    expect(values.find(({ key }) => key === 'levelLow')).toEqual({ key: 'levelLow', value: '85', validFrom: day('2026-04-01') })
    expect(values).toHaveLength(Object.keys(settings).length)
  })

  test('of two callers on the same day leaves one row and two audit rows', async () => {
    const run = as(db.database, people.users.admin)
    const change = (value: string) => run(changeSetting, { key: 'kPublic', value, validFrom: day('2026-05-01'), reason })
    await Promise.all([change('11'), change('12')])
    expect(await db.database.prisma.setting.count({ where: { key: 'kPublic' } })).toBe(1)
    expect(await db.database.prisma.auditEvent.count({ where: { entityId: 'kPublic' } })).toBe(2)
  })

  test('is for administrators of the city, with a value that fits and a reason', async () => {
    const input = { key: 'levelLow', value: '80', validFrom: day('2026-06-01'), reason }
    for (const user of [people.users.healthAdmin, people.users.inspector]) {
      await expect(as(db.database, user)(changeSetting, input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
    const run = as(db.database, people.users.admin)
    await expect(run(changeSetting, { ...input, value: 'banyak' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(run(changeSetting, { ...input, reason: '' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    await expect(run(changeSetting, { ...input, key: 'constructor' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('its history holds what was and what is to come, newest day first', async () => {
    const { admin } = people.users
    const run = as(db.database, admin)
    await run(changeSetting, { key: 'kInternal', value: '6', validFrom: day('2026-01-01'), reason })
    await run(changeSetting, { key: 'kInternal', value: '7', validFrom: day('2099-01-01'), reason })
    const context = createContext(db.database, anonymous, day('2026-06-01'), 'id')
    const history = await settingHistory(context, 'kInternal')
    expect(history.map(({ value, validFrom }) => [value, validFrom])).toEqual([
      ['7', day('2099-01-01')],
      ['6', day('2026-01-01')],
    ])
  })
})
