import { Action, namedVerdicts } from '../../actions.ts'
import { RhkKindEnum, SkpApproachEnum } from '../../appraisals/graphql/enums.ts'
import { builder } from '../../builder.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { encodeId, found, idOf, offsetArg, withOffset } from '../../list.ts'
import { createSkpTemplate, retireSkpTemplate, updateSkpTemplate } from '../commands/templates.ts'
import { templateActions } from '../policy.ts'

const TemplateIki = builder.prismaObject('TemplateIki', {
  description: 'An indicator of a template; the version in force is pinned when it is handed out.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Place under its result.' }),
    indicatorId: t.id({
      description: 'Global id of the indicator.',
      select: { indicatorId: true },
      resolve: ({ indicatorId }) => encodeId('Indicator', indicatorId),
    }),
    code: t.string({
      description: 'Code of the indicator.',
      select: { indicator: { select: { code: true } } },
      resolve: ({ indicator }) => indicator.code,
    }),
    name: t.string({
      description: 'Name of the indicator.',
      select: { indicator: { select: { name: true } } },
      resolve: ({ indicator }) => indicator.name,
    }),
    weight: t.expose('weight', { type: 'Decimal', description: 'Weight inside the result.' }),
    target: t.expose('target', { type: 'Decimal', nullable: true, description: 'A single target.' }),
    targetMin: t.expose('targetMin', { type: 'Decimal', nullable: true, description: 'Lower end of a target range.' }),
    targetMax: t.expose('targetMax', { type: 'Decimal', nullable: true, description: 'Upper end of a target range.' }),
  }),
})

const TemplateRhk = builder.prismaObject('TemplateRhk', {
  description: 'A planned result of a template.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Place in the template.' }),
    title: t.exposeString('title', { description: 'The result expected.' }),
    kind: t.expose('kind', { type: RhkKindEnum, description: 'Main or additional.' }),
    weight: t.expose('weight', { type: 'Decimal', description: 'Per cent of the plan (LOCAL).' }),
    iki: t.field({
      type: [TemplateIki],
      description: 'Its indicators, at most 8.',
      select: (_args, _context, nested) => ({ ikis: nested({ orderBy: { number: 'asc' } }) }),
      resolve: ({ ikis }) => ikis,
    }),
  }),
})

const SkpTemplate = builder.prismaObject('SkpTemplate', {
  description: 'Planned results for a position family, to be handed to many people at once.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    id: t.id({ description: 'Global id.', select: { id: true }, resolve: ({ id }) => encodeId('SkpTemplate', id) }),
    name: t.exposeString('name', { description: 'Name.' }),
    family: t.exposeString('family', { description: 'Position family in capitals.' }),
    approach: t.expose('approach', { type: SkpApproachEnum, description: 'Quantitative or qualitative.' }),
    retiredAt: t.expose('retiredAt', { type: 'DateTime', nullable: true, description: 'When it was taken out of use.' }),
    rhk: t.field({
      type: [TemplateRhk],
      description: 'Its results, at most 20.',
      select: (_args, _context, nested) => ({ rhks: nested({ orderBy: { number: 'asc' } }) }),
      resolve: ({ rhks }) => rhks,
    }),
    actions: t.field({
      type: [Action],
      description:
        'CHANGE, RETIRE and ASSIGN, and whether the caller may do them now; of an assignment each person decides as well.',
      select: { retiredAt: true },
      resolve: (template, _args, { actor }) => namedVerdicts(templateActions(actor, template)),
    }),
  }),
})

const SkpTemplateFilter = builder.inputType('SkpTemplateFilter', {
  description: 'Which templates to list; conditions add up.',
  fields: (t) => ({
    search: t.string({ description: 'Part of the name or of the family, at most 100 characters.' }),
    isRetired: t.boolean({ description: 'Those taken out of use instead of those in use.' }),
  }),
})

function templateWhere(filter: typeof SkpTemplateFilter.$inferInput | null | undefined): Prisma.SkpTemplateWhereInput {
  const { search, isRetired } = filter ?? {}
  const words = { contains: search?.trim().slice(0, 100) ?? '', mode: 'insensitive' as const }
  return {
    retiredAt: isRetired ? { not: null } : null,
    ...(search ? { OR: [{ name: words }, { family: words }] } : {}),
  }
}

builder.queryFields((t) => ({
  skpTemplates: t.prismaConnection({
    type: SkpTemplate,
    cursor: 'id',
    description: 'Templates by name.',
    authScopes: { signedIn: true },
    args: {
      filter: t.arg({ type: SkpTemplateFilter, description: 'Which templates.' }),
      offset: offsetArg(t),
    },
    totalCount: (_root, { filter }, { db }) => db.skpTemplate.count({ where: templateWhere(filter) }),
    resolve: (query, _root, { filter, offset }, { db }) =>
      db.skpTemplate.findMany({
        ...withOffset(query, offset),
        where: templateWhere(filter),
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      }),
  }),
  skpTemplate: t.prismaField({
    type: SkpTemplate,
    description: 'One template by id.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: async (query, _root, { id }, { db }) =>
      found(await db.skpTemplate.findUnique({ ...query, where: { id: idOf('SkpTemplate', id) } })),
  }),
}))

const TemplateIkiInput = builder.inputType('TemplateIkiInput', {
  description: 'An indicator of a template.',
  fields: (t) => ({
    indicatorId: t.id({ required: true, description: 'Global id of an indicator in force.' }),
    weight: t.field({ type: 'Decimal', description: 'Weight inside the result; 1 unless stated.' }),
    target: t.field({ type: 'Decimal', description: 'A single target.' }),
    targetMin: t.field({ type: 'Decimal', description: 'Lower end of a target range.' }),
    targetMax: t.field({ type: 'Decimal', description: 'Upper end of a target range.' }),
  }),
})

const TemplateRhkInput = builder.inputType('TemplateRhkInput', {
  description: 'A planned result of a template.',
  fields: (t) => ({
    title: t.string({ required: true, description: 'The result expected, 3 to 500 characters.' }),
    kind: t.field({ type: RhkKindEnum, required: true, description: 'Main or additional.' }),
    weight: t.field({ type: 'Decimal', description: 'Per cent; an equal share of what is missing unless stated.' }),
    iki: t.field({ type: [TemplateIkiInput], required: true, description: 'Indicators in their order, at most 8.' }),
  }),
})

const CreateSkpTemplateInput = builder.inputType('CreateSkpTemplateInput', {
  description: 'A new template.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Name, 3 to 200 characters, used once.' }),
    family: t.string({ required: true, description: 'Position family in capitals.' }),
    approach: t.field({ type: SkpApproachEnum, description: 'KUANTITATIF unless stated.' }),
    rhk: t.field({ type: [TemplateRhkInput], required: true, description: 'Results in their order, 1 to 20.' }),
  }),
})

const UpdateSkpTemplateInput = builder.inputType('UpdateSkpTemplateInput', {
  description: 'The whole of a template, as it shall be.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id.' }),
    name: t.string({ required: true, description: 'Name, 3 to 200 characters, used once.' }),
    family: t.string({ required: true, description: 'Position family in capitals.' }),
    approach: t.field({ type: SkpApproachEnum, description: 'Stays as it is unless stated.' }),
    rhk: t.field({ type: [TemplateRhkInput], required: true, description: 'Results in their order, 1 to 20.' }),
  }),
})

const RetireSkpTemplateInput = builder.inputType('RetireSkpTemplateInput', {
  description: 'A template to take out of use.',
  fields: (t) => ({ id: t.id({ required: true, description: 'Global id.' }) }),
})

builder.mutationFields((t) => ({
  createSkpTemplate: t.prismaField({
    type: SkpTemplate,
    description: 'Enters a template. CONFLICT when the name is taken.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: CreateSkpTemplateInput, required: true, description: 'The template.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.skpTemplate.findUniqueOrThrow({ ...query, where: { id: await execute(createSkpTemplate, input) } }),
  }),
  updateSkpTemplate: t.prismaField({
    type: SkpTemplate,
    description: 'Replaces a template; plans that were made from it stay.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: UpdateSkpTemplateInput, required: true, description: 'The template.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.skpTemplate.findUniqueOrThrow({ ...query, where: { id: await execute(updateSkpTemplate, input) } }),
  }),
  retireSkpTemplate: t.prismaField({
    type: SkpTemplate,
    description: 'Takes a template out of use.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: RetireSkpTemplateInput, required: true, description: 'The template.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.skpTemplate.findUniqueOrThrow({ ...query, where: { id: await execute(retireSkpTemplate, input) } }),
  }),
}))
