import { builder } from '../../builder.ts'
import { settingValuesOn, type SettingValue as Value } from '../queries/settings.ts'
import { civilDate } from '../rules/civil-date.ts'
import { settings } from '../rules/settings.ts'

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
    description: t.string({ description: 'Meaning and unit.', resolve: ({ key }) => settings[key].description }),
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
