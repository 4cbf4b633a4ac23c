import type { Context } from '../../context.ts'
import type { Transaction } from '../../transact.ts'
import { isSettingKey, readSettings, type SettingKey, type Settings, settings } from '../rules/settings.ts'

/** The settings in force on a civil date: rows of the database over the defaults of domain K. One statement. */
export async function settingsOn(tx: Pick<Transaction, 'setting'>, date: Date): Promise<Settings> {
  const rows = await rowsOn(tx, date)
  return readSettings(new Map(rows.map(({ key, value }) => [key, value])))
}

export type SettingValue = { readonly key: SettingKey; readonly value: string; readonly validFrom: Date | null }

/** Every setting with its text on a date; `validFrom` is null while the default holds. */
export async function settingValuesOn(tx: Pick<Transaction, 'setting'>, date: Date): Promise<SettingValue[]> {
  const rows = new Map((await rowsOn(tx, date)).map((row) => [row.key, row]))
  return (Object.keys(settings) as SettingKey[]).map((key) => {
    const row = rows.get(key)
    return { key, value: row?.value ?? settings[key].fallback, validFrom: row?.validFrom ?? null }
  })
}

async function rowsOn(tx: Pick<Transaction, 'setting'>, date: Date) {
  const rows = await tx.setting.findMany({
    where: { validFrom: { lte: date } },
    orderBy: [{ key: 'asc' }, { validFrom: 'desc' }],
    distinct: ['key'],
  })
  return rows.filter(({ key }) => isSettingKey(key))
}

export type SettingChange = {
  readonly value: string
  readonly validFrom: Date
  readonly reason: string
  readonly createdAt: Date
}

/** Every value that a setting was ever given, with those of days to come, newest day first; one statement for all settings asked for in one tick. */
export function settingHistory(
  { db, loaders }: Pick<Context, 'db' | 'loaders'>,
  key: SettingKey,
): Promise<readonly SettingChange[]> {
  return loaders.load('setting.history', key, async (keys) => {
    const rows = await db.setting.findMany({ where: { key: { in: [...keys] } }, orderBy: { validFrom: 'desc' } })
    return keys.map((one) => rows.filter((row) => row.key === one).slice(0, mostChanges))
  })
}

/** Changes of one setting that are told at once. */
const mostChanges = 50
