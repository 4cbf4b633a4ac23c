import { Action, namedVerdicts } from '../../actions.ts'
import { builder } from '../../builder.ts'
import { say } from '../../language.ts'
import { mayChangeSettings } from '../policy.ts'
import { type SettingChange, settingHistory, settingValuesOn, type SettingValue as Value } from '../queries/settings.ts'
import { civilDate } from '../rules/civil-date.ts'
import { groupEffects, settingGroups, settingTexts } from '../rules/setting-texts.ts'
import { settings } from '../rules/settings.ts'

const SettingGroupEnum = builder.enumType('SettingGroup', {
  description: 'What belongs together among the settings.',
  values: Object.fromEntries(
    settingGroups.map((group) => [group, { description: `A change touches: ${groupEffects[group].en}` }]),
  ) as Record<(typeof settingGroups)[number], { description: string }>,
})

const SettingChangeType = builder.objectRef<SettingChange>('SettingChange').implement({
  description: 'A value that a setting was given from a day on; perhaps a day to come.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    value: t.exposeString('value', { description: 'Value as text; empty where there is none.' }),
    validFrom: t.expose('validFrom', { type: 'Date', description: 'First day on which it holds.' }),
    reason: t.exposeString('reason', {
      nullable: true,
      authScopes: { permission: 'settings.manage' },
      description: 'Why it was changed. FORBIDDEN without the right to change settings.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was entered.' }),
  }),
})

export const SettingValue = builder.objectRef<Value>('SettingValue').implement({
  description: 'A setting of the city on a day: what was set last, or the default.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Name of the setting.' }),
    value: t.exposeString('value', { description: 'Value as text; empty where there is none.' }),
    validFrom: t.expose('validFrom', {
      type: 'Date',
      nullable: true,
      description: 'Since when it holds; empty for the default.',
    }),
    isLocal: t.boolean({
      description: 'True when no national rule contains the value: it must not be shown as law.',
      resolve: ({ key }) => settings[key].isLocal,
    }),
    anchor: t.string({ description: 'The rule behind the value, or LOCAL.', resolve: ({ key }) => settings[key].anchor }),
    label: t.string({
      description: 'Its name in the language of the caller.',
      resolve: ({ key }, _args, { language }) => say(settingTexts[key].label, language),
    }),
    description: t.string({
      description: 'Its meaning in the language of the caller.',
      resolve: ({ key }, _args, { language }) => say({ id: settingTexts[key].meaning, en: settings[key].description }, language),
    }),
    unit: t.string({
      nullable: true,
      description: 'Unit in words; empty for what is no amount.',
      resolve: ({ key }, _args, { language }) => {
        const { unit } = settingTexts[key]
        return unit === null ? null : say(unit, language)
      },
    }),
    group: t.field({
      type: SettingGroupEnum,
      description: 'What it belongs to.',
      resolve: ({ key }) => settingTexts[key].group,
    }),
    effect: t.string({
      description: 'What a change touches and what it leaves alone, in the language of the caller.',
      resolve: ({ key }, _args, { language }) => say(groupEffects[settingTexts[key].group], language),
    }),
    defaultValue: t.string({ description: 'Value while nobody sets another.', resolve: ({ key }) => settings[key].fallback }),
    choices: t.stringList({
      description: 'All values that it takes, where they are few; else empty.',
      resolve: ({ key }) => [...(settings[key].parse.choices ?? [])],
    }),
    history: t.field({
      type: [SettingChangeType],
      description: 'Values that it was given, those of days to come included, newest day first, at most 50.',
      resolve: async ({ key }, _args, context) => [...(await settingHistory(context, key))],
    }),
    actions: t.field({
      type: [Action],
      description: 'CHANGE: another value from a day on.',
      resolve: (_row, _args, { actor }) => namedVerdicts({ CHANGE: mayChangeSettings(actor) }),
    }),
  }),
})

builder.queryField('settings', (t) =>
  t.field({
    type: [SettingValue],
    description: 'All settings as they hold on a day.',
    authScopes: { signedIn: true },
    args: { on: t.arg({ type: 'Date', description: 'The day; today when it is left out.' }) },
    resolve: (_root, { on }, { db, now }) => settingValuesOn(db, on ?? civilDate(now)),
  }),
)
