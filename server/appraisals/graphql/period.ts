import { builder } from '../../builder.ts'
import { found, idOf, offsetArg, withOffset } from '../../list.ts'
import { PeriodKindEnum, PeriodStateEnum } from './enums.ts'

export const Period = builder.prismaNode('Period', {
  id: { field: 'id' },
  description: 'A performance year, or a quarter or month of it.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    key: t.exposeString('key', { description: '`2025`, `2025-TW1` or `2025-01`.' }),
    kind: t.expose('kind', { type: PeriodKindEnum, description: 'Year, quarter or month.' }),
    year: t.exposeInt('year', { description: 'Calendar year.' }),
    number: t.exposeInt('number', { description: 'Number within the year: 1 to 4, 1 to 12, or 0 for the year.' }),
    startsOn: t.expose('startsOn', { type: 'Date', description: 'First day.' }),
    endsOn: t.expose('endsOn', { type: 'Date', description: 'Last day.' }),
    closesOn: t.expose('closesOn', {
      type: 'Date',
      description: 'Last day for recording realisations: the 10th of the month after (LOCAL).',
    }),
    state: t.expose('state', { type: PeriodStateEnum, description: 'Where it stands.' }),
    parent: t.relation('parent', { nullable: true, description: 'The year of a quarter or month.' }),
    parts: t.relatedConnection('parts', {
      cursor: 'id',
      totalCount: true,
      description: 'Quarters and months of a year.',
      query: { orderBy: [{ kind: 'asc' }, { number: 'asc' }] },
    }),
  }),
})

const PeriodFilter = builder.inputType('PeriodFilter', {
  description: 'Which periods to list; conditions add up.',
  fields: (t) => ({
    year: t.int({ description: 'Calendar year.' }),
    kind: t.field({ type: PeriodKindEnum, description: 'Year, quarter or month.' }),
    state: t.field({ type: PeriodStateEnum, description: 'Where it stands.' }),
  }),
})

builder.queryFields((t) => ({
  period: t.prismaField({
    type: Period,
    description: 'One period by id or key; NOT_FOUND when there is none.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ description: 'Global id.' }), key: t.arg.string({ description: '`2025`, `2025-TW1` or `2025-01`.' }) },
    resolve: async (query, _root, { id, key }, { db }) =>
      found(await db.period.findFirst({ ...query, where: id ? { id: idOf('Period', id) } : { key: key ?? '' } })),
  }),
  periods: t.prismaConnection({
    type: Period,
    cursor: 'id',
    description: 'Periods, newest year first.',
    authScopes: { signedIn: true },
    args: { filter: t.arg({ type: PeriodFilter, description: 'Which periods.' }), offset: offsetArg(t) },
    totalCount: (_root, { filter }, { db }) => db.period.count({ where: periodWhere(filter) }),
    resolve: (query, _root, { filter, offset }, { db }) =>
      db.period.findMany({
        ...withOffset(query, offset),
        where: periodWhere(filter),
        orderBy: [{ year: 'desc' }, { kind: 'asc' }, { number: 'asc' }],
      }),
  }),
}))

function periodWhere(filter: typeof PeriodFilter.$inferInput | null | undefined) {
  return { year: filter?.year ?? undefined, kind: filter?.kind ?? undefined, state: filter?.state ?? undefined }
}
