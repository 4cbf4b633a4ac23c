import { Action, namedVerdicts } from '../../actions.ts'
import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { say } from '../../language.ts'
import { found, idOf } from '../../list.ts'
import { versionActions } from '../policy.ts'
import { hasOpenDraft, isInCatalogue, versionHistory } from '../queries.ts'
import { type Difference, differencesOf } from '../rules/definition.ts'
import type { Problem } from '../rules/problem.ts'
import { problemsOf } from '../rules/problems.ts'
import { IndicatorVersion } from './version.ts'

const DefinitionDifference = builder.objectRef<Difference>('DefinitionDifference').implement({
  description: 'A field that two versions state differently.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    field: t.exposeString('field', { description: 'Name of the field of IndicatorVersion.' }),
    before: t.exposeString('before', {
      nullable: true,
      description: 'What the other version states, as text; empty for nothing.',
    }),
    after: t.exposeString('after', { nullable: true, description: 'What this version states, as text; empty for nothing.' }),
  }),
})

export const DefinitionProblem = builder.objectRef<Problem>('DefinitionProblem').implement({
  description: 'Something wrong or doubtful about a definition (LOCAL checks, B1 and B4).',
  authScopes: { permission: 'indicators.read' },
  fields: (t) => ({
    field: t.exposeString('field', { description: 'Name of the field of IndicatorVersion.' }),
    code: t.exposeString('code', { description: 'Name of the check, for example `VOLUME_WITHOUT_COUNTER`.' }),
    isBlocking: t.exposeBoolean('isBlocking', { description: 'True when it must be mended before the draft can be submitted.' }),
    message: t.string({
      description: 'What is wrong and what to do, in the language of the caller.',
      resolve: ({ sentence }, _args, { language }) => say(sentence, language),
    }),
  }),
})

builder.prismaObjectFields(IndicatorVersion, (t) => ({
  actions: t.field({
    type: [Action],
    description: 'EDIT, SUBMIT, RETURN, PUBLISH, DISCARD and DRAFT (start the next version).',
    select: { state: true, editorIds: true, indicatorId: true },
    resolve: async ({ state, editorIds, indicatorId }, _args, context) =>
      namedVerdicts(versionActions(context.actor, { state, editorIds, hasOpenDraft: await hasOpenDraft(context, indicatorId) })),
  }),
  differences: t.field({
    type: [DefinitionDifference],
    description: 'What this version changes against another one of the same indicator, by field; empty for the first version.',
    args: { withVersionId: t.arg.id({ description: 'The version to compare with; without it, the one before this.' }) },
    select: { id: true, indicatorId: true },
    resolve: async ({ id, indicatorId }, { withVersionId }, context) => {
      const history = await versionHistory(context, indicatorId)
      const index = history.findIndex((version) => version.id === id)
      const after = found(history[index])
      if (!withVersionId) {
        const before = history[index - 1]
        return before ? differencesOf(before, after) : []
      }
      const otherId = idOf('IndicatorVersion', withVersionId)
      return differencesOf(found(history.find((version) => version.id === otherId)), after)
    },
  }),
  problems: t.field({
    type: [DefinitionProblem],
    nullable: true,
    authScopes: { permission: 'indicators.read' },
    description: 'What blocks its submission, and what its approver should weigh. Only for those who read the whole catalogue.',
    select: { id: true, indicatorId: true, indicator: { select: { code: true } } },
    resolve: ({ id, indicatorId, indicator }, _args, context) => problemsIn(context, indicatorId, id, indicator.code),
  }),
}))

async function problemsIn(context: Context, indicatorId: string, versionId: string, code: string): Promise<Problem[]> {
  const history = await versionHistory(context, indicatorId)
  const index = history.findIndex(({ id }) => id === versionId)
  const version = found(history[index])
  const isCounterKnown = version.counterIndicatorCode === null || (await isInCatalogue(context, version.counterIndicatorCode))
  return problemsOf(version, { code, isCounterKnown, predecessorFrom: history[index - 1]?.effectiveFrom ?? null })
}
