import { builder } from '../builder.ts'
import { DomainError } from '../errors.ts'
import type { Change } from '../live.ts'
import { type Topic, topics } from './topics.ts'

const ChangeTopic = builder.enumType('ChangeTopic', {
  description: 'A kind of data that may change.',
  values: Object.fromEntries(Object.entries(topics).map(([topic, { description }]) => [topic, { description }])) as Record<
    Topic,
    { description: string }
  >,
})

const ChangeType = builder.objectRef<Change>('Change').implement({
  description: 'Something of a kind changed; what it is, the caller reads again with their own rights.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    topic: t.expose('topic', { type: ChangeTopic, description: 'What changed.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was told.' }),
  }),
})

builder.subscriptionType({
  description: 'What is told while it happens, as a stream of events (`Accept: text/event-stream`).',
})

builder.subscriptionField('changes', (t) =>
  t.field({
    type: ChangeType,
    description:
      'Tells when data of these kinds change, in this process or another. Ends when the session or token does; one session may hold six.',
    authScopes: { signedIn: true },
    args: {
      topics: t.arg({ type: [ChangeTopic], required: true, description: 'The kinds to follow, at least one.' }),
    },
    subscribe: (_root, { topics: asked }, { hear }) => {
      if (asked.length === 0 || asked.length > Object.keys(topics).length) {
        const sentence = { id: 'Sebutkan yang ingin diikuti.', en: 'Name what to follow.' }
        throw new DomainError('INVALID_INPUT', sentence, { topics: sentence })
      }
      if (!hear) {
        throw new DomainError('UNAVAILABLE', {
          id: 'Perubahan hanya dapat diikuti lewat HTTP.',
          en: 'Changes can be followed over HTTP only.',
        })
      }
      return hear(asked)
    },
    resolve: (change) => change,
  }),
)
