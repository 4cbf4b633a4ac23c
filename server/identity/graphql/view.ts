import { Action, namedVerdicts } from '../../actions.ts'
import { builder } from '../../builder.ts'
import { encodeId, offsetArg, withOffset } from '../../list.ts'
import { deleteView, saveView, shareView, updateView } from '../commands/views.ts'
import { canEverywhere, mayKeepViews, viewActions } from '../policy.ts'
import { visibleViews } from '../queries/views.ts'
import type { ViewList } from '../rules/view-lists.ts'
import { RoleEnum } from './enums.ts'

const ViewAudienceEnum = builder.enumType('ViewAudience', {
  description: 'For whom a saved view is.',
  values: {
    PRIVATE: { description: 'For its owner alone.' },
    SHARED: { description: 'For everybody who may open the list.' },
    ROLE_DEFAULT: { description: 'What those who hold a role see first; set by an administrator of the city.' },
  },
})

export const SavedView = builder.prismaNode('SavedView', {
  id: { field: 'id' },
  description: 'A list of the console as somebody set it up: filters, sort, columns and density under a name.',
  // The same rows as `visibleViews`.
  authScopes: ({ ownerId, resource, audience, role }, { actor }) =>
    mayKeepViews(actor, resource) === true &&
    (actor.id === ownerId ||
      audience === 'SHARED' ||
      (audience === 'ROLE_DEFAULT' &&
        (canEverywhere(actor, 'settings.manage') || actor.grants.some((grant) => grant.role === role)))),
  runScopesOnType: true,
  select: { id: true, ownerId: true, resource: true, audience: true, role: true },
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name.' }),
    resource: t.exposeString('resource', { description: 'The list of the console, as in its address.' }),
    search: t.exposeString('search', { description: 'Filters and sort as the query string of the address.' }),
    hiddenColumns: t.exposeStringList('columns', {
      description: 'Columns that are hidden, by their names; empty when all are shown.',
    }),
    isDense: t.exposeBoolean('isDense', { nullable: true, description: 'Narrow or wide rows; empty leaves it to the reader.' }),
    audience: t.expose('audience', { type: ViewAudienceEnum, description: 'For whom it is.' }),
    role: t.expose('role', { type: RoleEnum, nullable: true, description: 'The role whose default it is.' }),
    isMine: t.boolean({
      description: 'True for a view of the caller.',
      resolve: ({ ownerId }, _args, { actor }) => actor.id === ownerId,
    }),
    ownerName: t.string({
      description: 'Name of the person who keeps it.',
      select: { owner: { select: { displayName: true } } },
      resolve: ({ owner }) => owner.displayName,
    }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it was last changed.' }),
    actions: t.field({
      type: [Action],
      description: 'What the caller may do with this view now.',
      resolve: (view, _args, { actor }) => namedVerdicts(viewActions(actor, view)),
    }),
  }),
})

builder.queryField('savedViews', (t) =>
  t.prismaConnection({
    type: SavedView,
    cursor: 'id',
    description: 'Views of one list that the caller may use, by name: own ones, shared ones, and the defaults of their roles.',
    authScopes: { signedIn: true },
    args: {
      resource: t.arg.string({ required: true, description: 'The list of the console, as in its address.' }),
      offset: offsetArg(t),
    },
    totalCount: (_root, { resource }, { db, actor }) =>
      db.savedView.count({ where: { AND: [{ resource }, visibleViews(actor)] } }),
    resolve: (query, _root, { resource, offset }, { db, actor }) =>
      db.savedView.findMany({
        ...withOffset(query, offset),
        where: { AND: [{ resource }, visibleViews(actor)] },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      }),
  }),
)

const searchText = 'Filters and sort as the query string of the address, at most 4,000 characters.'
const columnsText = 'Columns that are hidden, at most 60.'
const denseText = 'Narrow or wide rows; empty leaves it to the reader.'

const SaveViewInput = builder.inputType('SaveViewInput', {
  description: 'A list as it is set up now.',
  fields: (t) => ({
    resource: t.string({ required: true, description: 'The list of the console, as in its address.' }),
    name: t.string({ required: true, description: 'Name, 1 to 60 characters.' }),
    search: t.string({ required: true, description: searchText }),
    hiddenColumns: t.stringList({ required: true, description: columnsText }),
    isDense: t.boolean({ description: denseText }),
  }),
})

const UpdateViewInput = builder.inputType('UpdateViewInput', {
  description: 'New contents of a view; what is left out stays.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The view.' }),
    name: t.string({ description: 'Name, 1 to 60 characters.' }),
    search: t.string({ description: searchText }),
    hiddenColumns: t.stringList({ description: columnsText }),
    isDense: t.boolean({ description: denseText }),
  }),
})

const ShareViewInput = builder.inputType('ShareViewInput', {
  description: 'A view, and for whom it is.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The view.' }),
    audience: t.field({ type: ViewAudienceEnum, required: true, description: 'For whom it is from now on.' }),
    role: t.field({ type: RoleEnum, description: 'The role whose default it becomes; only with ROLE_DEFAULT.' }),
  }),
})

const DeleteViewInput = builder.inputType('DeleteViewInput', {
  description: 'A view to forget.',
  fields: (t) => ({ id: t.id({ required: true, description: 'The view.' }) }),
})

builder.mutationFields((t) => ({
  saveView: t.prismaField({
    type: SavedView,
    description:
      'Keeps a list as it is set up now, for the caller alone. CONFLICT when they have a view of this name on this list.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: SaveViewInput, required: true, description: 'The view.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      // The command checks the name of the list against the closed table.
      db.savedView.findUniqueOrThrow({
        ...query,
        where: await execute(saveView, { ...input, resource: input.resource as ViewList }),
      }),
  }),
  updateView: t.prismaField({
    type: SavedView,
    description: 'Renames a view, or keeps the list as it is set up now under its name.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: UpdateViewInput, required: true, description: 'The new contents.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.savedView.findUniqueOrThrow({ ...query, where: await execute(updateView, input) }),
  }),
  shareView: t.prismaField({
    type: SavedView,
    description:
      'Says for whom a view is. The default of a role is set by an administrator of the city; the one before it becomes shared.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: ShareViewInput, required: true, description: 'For whom.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.savedView.findUniqueOrThrow({ ...query, where: await execute(shareView, input) }),
  }),
  deleteView: t.id({
    description: 'Forgets a view; answers its global id.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: DeleteViewInput, required: true, description: 'The view.' }) },
    resolve: async (_root, { input }, { execute }) => encodeId('SavedView', (await execute(deleteView, input)).id),
  }),
}))
