import { builder } from './builder.ts'
import { type WaitingItem, type WaitingKind, waitingFor, waitingSources } from './waiting.ts'

const WaitingKindEnum = builder.enumType('WaitingKind', {
  description: 'What waits for somebody.',
  values: Object.fromEntries(Object.entries(waitingSources).map(([kind, { description }]) => [kind, { description }])) as Record<
    WaitingKind,
    { description: string }
  >,
})

const WaitingType = builder.objectRef<WaitingItem>('Waiting').implement({
  description: 'Work of one kind that waits for the caller.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.expose('kind', { type: WaitingKindEnum, description: 'What it is.' }),
    count: t.exposeInt('count', { description: 'How many; never 0.' }),
    oldestOn: t.expose('oldestOn', { type: 'Date', nullable: true, description: 'Since when the oldest of them waits.' }),
    link: t.exposeString('link', { description: 'Address inside the console where it is done.' }),
  }),
})

builder.queryField('waiting', (t) =>
  t.field({
    type: [WaitingType],
    description: 'What waits for the caller, by kind; kinds of which nothing waits are left out.',
    authScopes: { signedIn: true },
    resolve: (_root, _args, context) => waitingFor(context),
  }),
)
