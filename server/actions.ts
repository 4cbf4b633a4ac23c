import { builder } from './builder.ts'
import type { Verdict } from './identity/policy.ts'
import { say } from './language.ts'

/** A button that the console may draw: the name of the command, and why it is disabled, computed by the policy that also guards the command. */
export type NamedVerdict = { readonly name: string; readonly verdict: Verdict }

export function namedVerdicts(verdicts: Record<string, Verdict>): NamedVerdict[] {
  return Object.entries(verdicts).map(([name, verdict]) => ({ name, verdict }))
}

export const Action = builder.objectRef<NamedVerdict>('Action').implement({
  description: 'Something that can be done to this record, and whether the caller may do it now.',
  authScopes: { public: true },
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Name of the command, in UPPER_CASE.' }),
    enabled: t.boolean({ description: 'True when the caller may do it now.', resolve: ({ verdict }) => verdict === true }),
    reason: t.string({
      nullable: true,
      description: 'Why it is disabled, in the language of the caller.',
      resolve: ({ verdict }, _args, { language }) => (verdict === true ? null : say(verdict.reason, language)),
    }),
  }),
})
