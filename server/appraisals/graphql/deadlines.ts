import { builder } from '../../builder.ts'
import { settingsOn } from '../../identity/queries/settings.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { found } from '../../list.ts'
import { type Deadline, deadlinesOf } from '../rules/deadlines.ts'

const DeadlineKindEnum = builder.enumType('DeadlineKind', {
  description: 'What is due.',
  values: {
    RECORDING_CLOSES: { description: 'Measurements of a quarter are recorded.' },
    ANNUAL_PREDIKAT: { description: 'The annual predikat is set.' },
  } as const,
})

const DeadlineType = builder.objectRef<Deadline>('Deadline').implement({
  description: 'A day by which something of a period should be done.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: DeadlineKindEnum, description: 'What is due.' }),
    periodKey: t.exposeString('periodKey', { description: 'The quarter or year.' }),
    on: t.expose('on', { type: 'Date', description: 'The day.' }),
    isLocal: t.exposeBoolean('isLocal', { description: 'True where no national rule names the day: never shown as law.' }),
    daysLeft: t.exposeInt('daysLeft', { description: 'Whole days from today; negative once it has passed.' }),
    isDone: t.exposeBoolean('isDone', { description: 'True once the period is closed.' }),
  }),
})

builder.queryField('deadlines', (t) =>
  t.field({
    type: [DeadlineType],
    description: 'Deadlines of the year of a period, in the order of their days.',
    authScopes: { signedIn: true },
    args: { periodKey: t.arg.string({ required: true, description: 'The year or a part of it, `2025` or `2025-TW1`.' }) },
    resolve: async (_root, { periodKey }, { db, now }) => {
      const today = civilDate(now)
      const year = found(await db.period.findFirst({ where: { key: periodKey.slice(0, 4) } }))
      const quarters = await db.period.findMany({ where: { parentId: year.id, kind: 'QUARTER' } })
      const { annualDeadline } = await settingsOn(db, today)
      return deadlinesOf(year, quarters, { annualDeadline, today })
    },
  }),
)
