import { builder } from '../../builder.ts'
import { DomainError } from '../../errors.ts'
import { signOut } from '../commands/sessions.ts'
import { signIn } from '../commands/sign-in.ts'
import type { Actor } from '../policy.ts'
import { Viewer } from './viewer.ts'

const SignInInput = builder.inputType('SignInInput', {
  description: 'Credentials of a person.',
  fields: (t) => ({
    identifier: t.string({ required: true, description: 'Username or NIP.' }),
    password: t.string({ required: true, description: 'Password, at most 200 characters.' }),
  }),
})

const SignInPayload = builder.objectRef<{ viewer: Actor }>('SignInPayload').implement({
  description: 'Who is signed in now. The session itself travels in an HttpOnly cookie.',
  authScopes: { public: true },
  fields: (t) => ({
    viewer: t.field({
      type: Viewer,
      description: 'The person. Their data can be asked for by the next request.',
      resolve: ({ viewer }) => viewer,
    }),
  }),
})

builder.mutationFields((t) => ({
  signIn: t.field({
    type: SignInPayload,
    description:
      'Signs a person in and sets the cookie `tera_session`. UNAUTHENTICATED for an unknown account, a disabled one and a wrong password alike; TOO_MANY_REQUESTS after five failures in 15 minutes (LOCAL).',
    authScopes: { public: true },
    args: { input: t.arg({ type: SignInInput, required: true, description: 'Credentials.' }) },
    resolve: async (_root, { input }, { database, door, now, device }) => {
      if (!door) throw new DomainError('UNAVAILABLE', { id: 'Masuk hanya lewat HTTP.', en: 'People sign in over HTTP only.' })
      return { viewer: await signIn(database, door, input, { now, device }) }
    },
  }),
  signOut: t.boolean({
    description: 'Ends the session of this request and clears the cookie. True when there was one.',
    authScopes: { public: true },
    resolve: async (_root, _args, { actor, door, execute }) => {
      door?.setCookie(null)
      return actor.sessionId === null ? false : execute(signOut, {})
    },
  }),
}))
