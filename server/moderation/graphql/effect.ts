import { Appraisal } from '../../appraisals/graphql/appraisal.ts'
import { visibleAppraisals } from '../../appraisals/queries.ts'
import { builder } from '../../builder.ts'
import { type SessionEffect, sessionEffects } from '../queries/effect.ts'
import { CalibrationSession } from './session.ts'
import { SpreadType } from './spread.ts'

const EffectType = builder.objectRef<SessionEffect>('CalibrationEffect').implement({
  description: 'What a session did: the spread before and after it, beside what the evidence alone suggested.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    people: t.exposeInt('people', { description: 'Appraisals when it was opened.' }),
    isLocked: t.exposeBoolean('isLocked', { description: 'False while it is open; then `after` is how things stand now.' }),
    before: t.expose('before', { type: SpreadType, description: 'When it was opened.' }),
    after: t.expose('after', { type: SpreadType, description: 'When it was locked.' }),
    suggested: t.expose('suggested', { type: SpreadType, description: 'What the evidence suggested when it was opened.' }),
    raised: t.exposeInt('raised', { description: 'People with a better predikat after it.' }),
    lowered: t.exposeInt('lowered', { description: 'People with a worse one.' }),
    loweredBelowEvidence: t.exposeInt('loweredBelowEvidence', {
      description: 'People lowered below what the evidence suggests; each needs a named decision and a reason.',
    }),
    moved: t.prismaField({
      type: [Appraisal],
      description: 'Appraisals that were moved and that the caller may see, without the own one, at most 100.',
      resolve: async (query, { movedIds }, _args, { db, actor, now }) =>
        db.appraisal.findMany({
          ...query,
          where: {
            id: { in: [...movedIds] },
            employeeId: { not: actor.employeeId ?? undefined },
            AND: [visibleAppraisals(actor, now)],
          },
          orderBy: [{ employee: { name: 'asc' } }, { id: 'asc' }],
        }),
    }),
  }),
})

builder.prismaObjectField(CalibrationSession, 'effect', (t) =>
  t.field({
    type: EffectType,
    nullable: true,
    description: 'What it did; empty before it was opened, and for whoever reads no aggregates.',
    authScopes: { permission: 'aggregates.read' },
    resolve: ({ id }, _args, context) => context.loaders.load('calibration.effect', id, (ids) => sessionEffects(context, ids)),
  }),
)
