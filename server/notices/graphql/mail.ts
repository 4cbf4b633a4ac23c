import { Action, namedVerdicts } from '../../actions.ts'
import { builder } from '../../builder.ts'
import { found, idOf, offsetArg, withOffset } from '../../list.ts'
import { retryMail } from '../commands/retry.ts'
import { mailActions, mayManageJobs } from '../policy.ts'

const MailStateEnum = builder.enumType('MailState', {
  description: 'How far a message is.',
  values: {
    WAITING: { description: 'It waits to be sent, or to be sent again.' },
    SENT: { description: 'The mail server took it.' },
    CAPTURED: { description: 'No mail server is set up, or this is a demonstration: it stays here.' },
    FAILED: { description: 'It was refused, or could not be sent too often.' },
  } as const,
})

const OutboxMail = builder.prismaNode('OutboxMail', {
  id: { field: 'id' },
  description: 'A message that goes out because of a notice. It tells that there is something, and never what.',
  authScopes: (_mail, { actor }) => mayManageJobs(actor) === true,
  runScopesOnType: true,
  select: { id: true, state: true },
  fields: (t) => ({
    recipient: t.exposeString('recipient', { description: 'Address to which it goes.' }),
    subject: t.exposeString('subject', { description: 'Its subject.' }),
    body: t.exposeString('body', { description: 'Its text.' }),
    state: t.expose('state', { type: MailStateEnum, description: 'How far it is.' }),
    attempts: t.exposeInt('attempts', { description: 'How often it was tried.' }),
    nextAt: t.expose('nextAt', { type: 'DateTime', description: 'When it is tried next, if it waits.' }),
    sentAt: t.expose('sentAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the mail server took it, or it was captured.',
    }),
    failure: t.exposeString('failure', {
      nullable: true,
      description: 'Why the last attempt failed, in the words of the mail server.',
    }),
    actions: t.field({
      type: [Action],
      description: 'What the caller may do with this message now.',
      resolve: (mail, _args, { actor }) => namedVerdicts(mailActions(actor, mail)),
    }),
  }),
})

const OutboxMailFilter = builder.inputType('OutboxMailFilter', {
  description: 'Which messages to list.',
  fields: (t) => ({ state: t.field({ type: MailStateEnum, description: 'In this state.' }) }),
})

builder.queryFields((t) => ({
  outboxMails: t.prismaConnection({
    type: OutboxMail,
    cursor: 'id',
    description: 'Outgoing mail, newest first.',
    authScopes: (_root, _args, { actor }) => mayManageJobs(actor) === true,
    args: { filter: t.arg({ type: OutboxMailFilter, description: 'Which messages.' }), offset: offsetArg(t) },
    totalCount: (_root, { filter }, { db }) => db.outboxMail.count({ where: stateOf(filter) }),
    resolve: (query, _root, { filter, offset }, { db }) =>
      db.outboxMail.findMany({ ...withOffset(query, offset), where: stateOf(filter), orderBy: { id: 'desc' } }),
  }),
}))

function stateOf(filter: typeof OutboxMailFilter.$inferInput | null | undefined) {
  return filter?.state ? { state: filter.state } : {}
}

builder.mutationField('retryMail', (t) =>
  t.prismaField({
    type: OutboxMail,
    description: 'Puts a message that failed back among those that wait. FORBIDDEN; WRONG_STATE for one that has not failed.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true, description: 'The message.' }) },
    resolve: async (query, _root, { id }, { db, execute }) => {
      await execute(retryMail, { id })
      return found(await db.outboxMail.findUnique({ ...query, where: { id: idOf('OutboxMail', id) } }))
    },
  }),
)
