import { builder } from '../../builder.ts'
import { say } from '../../language.ts'
import { idOf } from '../../list.ts'
import { previewUnitMove, type UnitMovePreview } from '../queries/unit-move.ts'

const UnitMove = builder.objectRef<UnitMovePreview>('UnitMovePreview').implement({
  description: 'What a move of a unit below another one would do, before it is saved with `changeUnit`. Nothing is written.',
  authScopes: { permission: 'organization.write' },
  fields: (t) => ({
    pathBefore: t.exposeStringList('pathBefore', { description: 'Names from the top down to the unit, as of today.' }),
    pathAfter: t.exposeStringList('pathAfter', { description: 'The same after the move; empty where it would close a circle.' }),
    units: t.exposeInt('units', { description: 'Units that move: this one and everything below it.' }),
    people: t.exposeInt('people', { description: 'Employees placed in them today.' }),
    appraisals: t.exposeInt('appraisals', {
      description:
        'Current appraisals of open periods in them. They keep the unit in which they were judged: the move changes none.',
    }),
    isAllowed: t.boolean({
      description: 'True when `changeUnit` would accept the move from this caller.',
      resolve: ({ verdict }) => verdict === true,
    }),
    refusal: t.string({
      nullable: true,
      description: 'Why it would not, in the language of the caller.',
      resolve: ({ verdict }, _args, { language }) => (verdict === true ? null : say(verdict.reason, language)),
    }),
  }),
})

builder.queryField('unitMovePreview', (t) =>
  t.field({
    type: UnitMove,
    description: 'What a move of a unit below another one from a day on would do.',
    authScopes: { permission: 'organization.write' },
    args: {
      id: t.arg.id({ required: true, description: 'The unit that moves.' }),
      parentId: t.arg.id({ required: true, description: 'The unit above after the move.' }),
      validFrom: t.arg({ type: 'Date', required: true, description: 'First day of the move.' }),
    },
    resolve: (_root, { id, parentId, validFrom }, context) =>
      previewUnitMove(context, { id: idOf('Unit', id), parentId: idOf('Unit', parentId), validFrom }),
  }),
)
