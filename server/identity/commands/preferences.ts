import { z } from 'zod'
import { command } from '../../transact.ts'
import { mayChangeSettings, refuse } from '../policy.ts'
import { isSettingKey, settings } from '../rules/settings.ts'
import { announce } from './announce.ts'
import { reason } from './inputs.ts'

/** Chooses the language in which Tera speaks to the person. */
export const setLanguage = command({
  input: z.object({ language: z.enum(['ID', 'EN']) }),
  load: async (tx, _input, actor) => ({
    user: actor.kind === 'USER' ? await tx.user.findUnique({ where: { id: actor.id ?? '' } }) : null,
  }),
  allow: (_actor, { user }) => user !== null || refuse('FORBIDDEN', 'Silakan masuk terlebih dahulu.', 'Please sign in first.'),
  run: async ({ tx, input: { language }, subject }) => {
    const { id, language: before } = subject.user as NonNullable<typeof subject.user>
    await tx.user.update({ where: { id }, data: { language } })
    await announce(tx, id)
    return { result: { language }, entity: { type: 'User', id }, changes: { language: [before, language] } }
  },
  audit: 'user.languageChanged',
})

/** Gives a setting (domain K) a value from a date on; a value already set for that very date is replaced. Earlier values stay. */
export const changeSetting = command({
  input: z.object({ key: z.string().max(50), value: z.string().max(100), validFrom: z.date(), reason }),
  load: async (tx, { key, validFrom }) => {
    if (!isSettingKey(key)) return null
    // Two callers on the same day must not each take the same value for the one before.
    await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(7263544921)) AS locked`
    const before = await tx.setting.findFirst({ where: { key, validFrom: { lte: validFrom } }, orderBy: { validFrom: 'desc' } })
    return { key, before: before?.value ?? settings[key].fallback }
  },
  allow: (actor) => mayChangeSettings(actor),
  run: async ({ tx, input: { value, validFrom, reason }, subject: { key, before }, now }) => {
    settings[key].parse(value)
    const data = { value, reason, createdAt: now }
    await tx.setting.upsert({ where: { key_validFrom: { key, validFrom } }, update: data, create: { key, validFrom, ...data } })
    return {
      result: { key },
      entity: { type: 'Setting', id: key },
      changes: { value: [before, value], validFrom: [null, validFrom.toISOString().slice(0, 10)] },
      reason,
    }
  },
  audit: 'setting.changed',
})
