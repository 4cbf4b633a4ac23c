import { Realisation } from '../../appraisals/graphql/measurement.ts'
import { builder } from '../../builder.ts'
import type { Prisma } from '../../generated/prisma/client.ts'
import { Unit } from '../../organization/graphql/unit.ts'
import { type ShownFigure, shownFigures } from '../queries/shown-figures.ts'

const ComplaintFigure = builder.prismaObject('ComplaintFigure', {
  description: 'The one-day rate of a unit in a quarter (F15, LOCAL) as it went into the appraisals; immutable.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    unit: t.relation('unit', { description: 'The unit that the complaints are about.' }),
    period: t.relation('period', { description: 'The quarter in which they came in.' }),
    asOf: t.expose('asOf', { type: 'DateTime', description: 'The cut-off: what happened later is not known to it.' }),
    handled: t.exposeInt('handled', {
      description: 'Answered within 24 hours and not opened again in the time of the setting `reopenDays`.',
    }),
    eligible: t.exposeInt('eligible', { description: 'The denominator.' }),
    censored: t.exposeInt('censored', { description: 'Open and not older than 24 hours at the cut-off; in no denominator.' }),
    duplicate: t.exposeInt('duplicate', { description: 'Left out as duplicates.' }),
    outOfScope: t.exposeInt('outOfScope', { description: 'Left out as no matter of the city.' }),
    withdrawn: t.exposeInt('withdrawn', { description: 'Left out because the citizen took them back.' }),
    spam: t.exposeInt('spam', { description: 'Left out as spam.' }),
    reopened: t.exposeInt('reopened', { description: 'Opened again by the cut-off.' }),
    rate: t.expose('rate', { type: 'Decimal', description: 'handled ÷ eligible, 0–1.' }),
    ciLow: t.expose('ciLow', { type: 'Decimal', description: 'Lower limit of the 95 % interval (Wilson).' }),
    ciHigh: t.expose('ciHigh', { type: 'Decimal', description: 'Upper limit of the 95 % interval (Wilson).' }),
    reopenRate: t.expose('reopenRate', { type: 'Decimal', description: 'reopened ÷ eligible, 0–1: the counter-indicator.' }),
    contentHash: t.exposeString('contentHash', { description: 'SHA-256 over how each complaint counts, by number.' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime', description: 'When it was recorded.' }),
  }),
})

/** The relation in one of two directions, as a field that says the same of both. */
const figureOf = (relation: 'oneDayFigure' | 'reopenFigure', description: string) => ({ relation, description })
const oneDay = figureOf('oneDayFigure', 'The complaints that this one-day rate counts; empty for any other measurement.')
const reopening = figureOf(
  'reopenFigure',
  'The complaints that this share of reopened ones counts; empty for any other measurement.',
)

builder.prismaObjectFields(Realisation, (t) => ({
  oneDayFigure: t.relation(oneDay.relation, { type: ComplaintFigure, nullable: true, description: oneDay.description }),
  reopenFigure: t.relation(reopening.relation, { type: ComplaintFigure, nullable: true, description: reopening.description }),
}))

const LiveFigure = builder.objectRef<ShownFigure>('UnitComplaintFigure').implement({
  description: 'The one-day rate of a unit (F15, LOCAL) as the complaints stand.',
  authScopes: { permission: 'aggregates.read' },
  fields: (t) => ({
    unit: t.prismaField({
      type: Unit,
      description: 'The unit that the complaints are about.',
      resolve: (query, { unitId }, _args, { db }) =>
        db.unit.findUniqueOrThrow({ ...query, where: { id: unitId } } as Prisma.UnitFindUniqueOrThrowArgs & typeof query),
    }),
    handled: t.exposeInt('handled', {
      description: 'Answered within 24 hours and not opened again in the time of the setting `reopenDays`.',
    }),
    eligible: t.exposeInt('eligible', { description: 'The denominator.' }),
    censored: t.exposeInt('censored', { description: 'Open and not older than 24 hours at the cut-off; in no denominator.' }),
    duplicate: t.int({ description: 'Left out as duplicates.', resolve: ({ excluded }) => excluded.DUPLICATE }),
    outOfScope: t.int({ description: 'Left out as no matter of the city.', resolve: ({ excluded }) => excluded.OUT_OF_SCOPE }),
    withdrawn: t.int({
      description: 'Left out because the citizen took them back.',
      resolve: ({ excluded }) => excluded.WITHDRAWN,
    }),
    spam: t.int({ description: 'Left out as spam.', resolve: ({ excluded }) => excluded.SPAM }),
    reopened: t.exposeInt('reopened', { description: 'Opened again by the cut-off.' }),
    rate: t.expose('rate', {
      type: 'Decimal',
      nullable: true,
      description: 'handled ÷ eligible, 0–1; empty when nothing is eligible.',
    }),
    ciLow: t.expose('ciLow', { type: 'Decimal', nullable: true, description: 'Lower limit of the 95 % interval (Wilson).' }),
    ciHigh: t.expose('ciHigh', { type: 'Decimal', nullable: true, description: 'Upper limit of the 95 % interval (Wilson).' }),
    reopenRate: t.expose('reopenRate', {
      type: 'Decimal',
      nullable: true,
      description: 'reopened ÷ eligible, 0–1: the counter-indicator.',
    }),
  }),
})

builder.queryField('complaintFigures', (t) =>
  t.field({
    type: [LiveFigure],
    description:
      'One-day rates of the units with complaints in a time, by code, at most 300. Units with fewer complaints than `kInternal` are left out for whoever may not read complaints.',
    authScopes: { permission: 'aggregates.read' },
    extensions: { rows: 100 },
    args: {
      from: t.arg({ type: 'Date', required: true, description: 'First civil day of the receipt.' }),
      to: t.arg({ type: 'Date', required: true, description: 'Last civil day of the receipt, at most 400 days later.' }),
      asOf: t.arg({ type: 'DateTime', description: 'The cut-off; now when left out.' }),
      underUnitId: t.arg.id({ description: 'This unit and those below it; left out, all.' }),
    },
    resolve: (_root, args, context) => shownFigures(context, args),
  }),
)
