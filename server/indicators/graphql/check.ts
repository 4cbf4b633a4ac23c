import { builder } from '../../builder.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { idOf } from '../../list.ts'
import { draftSurroundings, isInCatalogue } from '../queries.ts'
import { writtenDefinition } from '../rules/definition.ts'
import { problemsOf } from '../rules/problems.ts'
import { openFields, requiredFields } from './mutations.ts'
import { DefinitionProblem } from './review.ts'

const CheckDefinitionInput = builder.inputType('CheckDefinitionInput', {
  description: 'A definition as it stands in the editor; saved nowhere.',
  fields: (t) => ({
    draftId: t.id({ description: 'The draft that is edited; left out for a new indicator.' }),
    code: t.string({ description: 'Code of a new indicator.' }),
    name: t.string({ description: 'Name.' }),
    ...requiredFields(t),
    ...openFields(t),
  }),
})

builder.queryField('checkDefinition', (t) =>
  t.field({
    type: [DefinitionProblem],
    description:
      'What would block the submission of a definition that is being written, and what its approver would weigh; the same checks that the draft meets (LOCAL, B1 and B4). NOT_FOUND for a draft that the caller may not see.',
    authScopes: { permission: 'indicators.read' },
    args: { input: t.arg({ type: CheckDefinitionInput, required: true, description: 'What the editor holds.' }) },
    resolve: async (_root, { input }, context) => {
      const { draftId, code, ...written } = input
      const draft = draftId ? await draftSurroundings(context, idOf('IndicatorVersion', draftId)) : null
      const definition = writtenDefinition(written, civilDate(context.now))
      const { counterIndicatorCode } = definition
      const isCounterKnown = counterIndicatorCode === null || (await isInCatalogue(context, counterIndicatorCode))
      return problemsOf(definition, { ...(draft ?? { code: code ?? '', predecessorFrom: null }), isCounterKnown })
    },
  }),
)
