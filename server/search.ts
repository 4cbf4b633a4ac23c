import { builder } from './builder.ts'
import { DomainError } from './errors.ts'
import { indicatorWhere } from './indicators/queries.ts'
import { employeeWhere, unitWhere, visibleEmployees, visibleUnits } from './organization/queries.ts'

/** Shortest text that is looked for, and most records of one kind that are answered. */
const bounds = { text: 2, longest: 100, most: 20, usual: 6 } as const

type Wanted = { readonly text: string; readonly first: number }

/** A NIP in the way that people write it, with blanks or dots between its parts, is looked for by its digits. */
function asTyped(text: string): string {
  const digits = text.replace(/[\s.]/g, '')
  return /^\d{4,18}$/.test(digits) ? digits : text
}

const SearchResult = builder.objectRef<Wanted>('SearchResult').implement({
  description: 'What was found for a text, by kind. Only what the caller may see is looked through.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    employees: t.prismaField({
      type: ['Employee'],
      description: 'People whose name or NIP holds the text, by name.',
      extensions: { rows: bounds.most },
      resolve: (query, { text, first }, _args, { db, actor }) =>
        db.employee.findMany({
          ...query,
          where: { AND: [employeeWhere({ search: asTyped(text) }), visibleEmployees(actor)] },
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
          take: first,
        }),
    }),
    units: t.prismaField({
      type: ['Unit'],
      description: 'Units whose name holds the text or whose code begins with it, by code; closed ones are left out.',
      extensions: { rows: bounds.most },
      resolve: (query, { text, first }, _args, { db, actor }) =>
        db.unit.findMany({
          ...query,
          where: { AND: [unitWhere({ search: text }), { closedOn: null }, visibleUnits(actor)] },
          orderBy: [{ code: 'asc' }, { id: 'asc' }],
          take: first,
        }),
    }),
    indicators: t.prismaField({
      type: ['Indicator'],
      description: 'Indicators whose name or code holds the text, by code.',
      extensions: { rows: bounds.most },
      resolve: async (query, { text, first }, _args, context) =>
        context.db.indicator.findMany({
          ...query,
          where: await indicatorWhere(context, { search: text }),
          orderBy: [{ code: 'asc' }, { id: 'asc' }],
          take: first,
        }),
    }),
  }),
})

builder.queryField('search', (t) =>
  t.field({
    type: SearchResult,
    description: 'Looks for people, units and indicators at once. INVALID_INPUT for less than two characters.',
    authScopes: { signedIn: true },
    args: {
      text: t.arg.string({ required: true, description: 'Part of a name, of a NIP or of a code; 2 to 100 characters.' }),
      first: t.arg.int({ description: `Most records of each kind, 1 to ${bounds.most}; ${bounds.usual} when left out.` }),
    },
    resolve: (_root, { text, first }): Wanted => {
      const wanted = { text: text.trim().replace(/\s+/g, ' '), first: first ?? bounds.usual }
      if (wanted.text.length < bounds.text || wanted.text.length > bounds.longest) {
        throw new DomainError('INVALID_INPUT', { id: 'Ketik 2 sampai 100 huruf atau angka.', en: 'Type 2 to 100 characters.' })
      }
      if (wanted.first < 1 || wanted.first > bounds.most) {
        throw new DomainError('INVALID_INPUT', {
          id: `first harus antara 1 dan ${bounds.most}.`,
          en: `first must lie between 1 and ${bounds.most}.`,
        })
      }
      return wanted
    },
  }),
)
