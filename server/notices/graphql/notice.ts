import { builder } from '../../builder.ts'
import { encodeId, offsetArg, withOffset } from '../../list.ts'
import { readAllNotices, readNotices } from '../commands/read-notices.ts'
import { ownerId } from '../policy.ts'
import {
  groupOf,
  type NoticeCounts,
  noticeCounts,
  noticeOrder,
  noticeWhere,
  sentenceOf,
  visibleNotices,
} from '../queries/notices.ts'

const NoticeGroupEnum = builder.enumType('NoticeGroup', {
  description: 'What a notice wants of its reader.',
  values: {
    TO_DO: { description: 'It asks for something that is not done yet.' },
    TOLD: { description: 'It tells of something, or what it asked for is done.' },
  } as const,
})

const Notice = builder.prismaNode('Notice', {
  id: { field: 'id' },
  description: 'Something that one person was told. Nobody else sees it.',
  authScopes: ({ userId }, { actor }) => ownerId(actor) === userId,
  runScopesOnType: true,
  select: { id: true, userId: true },
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'What it is about, such as `skp.toReview`; later versions add kinds.' }),
    group: t.field({
      type: NoticeGroupEnum,
      description: 'What it wants.',
      select: { kind: true, doneAt: true },
      resolve: (notice) => groupOf(notice),
    }),
    sentence: t.string({
      description: 'What is told, in the language of the caller.',
      select: { kind: true, params: true },
      resolve: ({ kind, params }, _args, { language }) => sentenceOf(kind, params, language),
    }),
    entityType: t.exposeString('entityType', { description: 'Type of the record that it is about.' }),
    entityId: t.id({
      description: 'Global id of the record; whether the reader may see the record is a matter of the record.',
      select: { entityType: true, entityId: true },
      resolve: ({ entityType, entityId }) => encodeId(entityType, entityId),
    }),
    dueAt: t.expose('dueAt', { type: 'DateTime', nullable: true, description: 'Last instant for what is asked.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was told.' }),
    readAt: t.expose('readAt', { type: 'DateTime', nullable: true, description: 'When its reader marked it as read.' }),
    doneAt: t.expose('doneAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When what it asked for was done, or asked no more.',
    }),
  }),
})

const NoticeFilter = builder.inputType('NoticeFilter', {
  description: 'Which notices to list; conditions add up.',
  fields: (t) => ({
    group: t.field({ type: NoticeGroupEnum, description: 'Of this group.' }),
    isRead: t.boolean({ description: 'Read or unread ones.' }),
  }),
})

const NoticeCountsType = builder.objectRef<NoticeCounts>('NoticeCounts').implement({
  description: 'How much waits in the inbox of the caller.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    unread: t.exposeInt('unread', { description: 'Notices that were not marked as read.' }),
    toDo: t.exposeInt('toDo', { description: 'Notices that ask for something that is not done yet, read or not.' }),
  }),
})

builder.queryFields((t) => ({
  notices: t.prismaConnection({
    type: Notice,
    cursor: 'id',
    description: 'The inbox of the caller: what has to be done by its deadline, everything else newest first.',
    authScopes: { signedIn: true },
    args: { filter: t.arg({ type: NoticeFilter, description: 'Which notices.' }), offset: offsetArg(t) },
    totalCount: (_root, { filter }, { db, actor }) =>
      db.notice.count({ where: { AND: [noticeWhere(filter), visibleNotices(actor)] } }),
    resolve: (query, _root, { filter, offset }, { db, actor }) =>
      db.notice.findMany({
        ...withOffset(query, offset),
        where: { AND: [noticeWhere(filter), visibleNotices(actor)] },
        orderBy: noticeOrder(filter),
      }),
  }),
  noticeCounts: t.field({
    type: NoticeCountsType,
    description: 'How much waits in the inbox of the caller.',
    authScopes: { signedIn: true },
    resolve: (_root, _args, context) => noticeCounts(context),
  }),
}))

builder.mutationFields((t) => ({
  readNotices: t.int({
    description:
      'Marks own notices as read and answers how many were unread. NOT_FOUND for those of others, WRONG_STATE when all were read.',
    authScopes: { signedIn: true },
    args: { ids: t.arg.idList({ required: true, description: 'The notices, 1 to 100.' }) },
    resolve: (_root, { ids }, { execute }) => execute(readNotices, { ids: ids.map(String) }),
  }),
  readAllNotices: t.int({
    description:
      'Marks every own notice up to an instant as read and answers how many were unread. WRONG_STATE when there was none.',
    authScopes: { signedIn: true },
    args: { upTo: t.arg({ type: 'DateTime', required: true, description: 'When the list was read: later ones stay unread.' }) },
    resolve: (_root, { upTo }, { execute }) => execute(readAllNotices, { upTo }),
  }),
}))
