import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import type { AppraisalState } from '../../generated/prisma/client.ts'
import { PositionKindEnum, UnitTypeEnum } from '../../organization/graphql/enums.ts'
import { seesRating } from '../policy.ts'
import { type PeerFigures, type Peers, peersOf } from '../queries/peers.ts'
import { visibleRatings } from '../queries/standing.ts'
import { Appraisal } from './appraisal.ts'

const rating = {
  nullable: true,
  authScopes: (appraisal: { employeeId: string; state: AppraisalState }, _args: unknown, { actor }: Context) =>
    seesRating(actor, appraisal),
} as const

const PeerStepEnum = builder.enumType('PeerStep', {
  description: 'How far a peer group was widened until it held ten people (LOCAL).',
  values: {
    KIND_LEVEL_TYPE: { description: 'Same kind of position, same level, same type of unit.' },
    KIND_TYPE: { description: 'Same kind of position and type of unit, any level.' },
    TYPE: { description: 'Same type of unit, any position.' },
    CITY: { description: 'Everybody of the period.' },
  } as const,
})

const PeerFiguresType = builder.objectRef<PeerFigures>('PeerFigures').implement({
  description: 'Weighted scores of a peer group, and where one stands in it. An aid to reading: no predikat rests on it (LOCAL).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    mean: t.exposeFloat('mean', { description: 'Mean, per cent, two decimals.' }),
    lowerQuartile: t.exposeFloat('lowerQuartile', { description: 'A quarter of the group scores less; two decimals.' }),
    median: t.exposeFloat('median', { description: 'Half of the group scores less; two decimals.' }),
    upperQuartile: t.exposeFloat('upperQuartile', { description: 'Three quarters of the group score less; two decimals.' }),
    shareBelow: t.exposeFloat('shareBelow', { description: 'Part of the group with a lower score, 0 to 1, four decimals.' }),
    z: t.exposeFloat('z', {
      nullable: true,
      description: 'Distance from the centre in deviations, two decimals; empty where nobody differs.',
    }),
    t: t.exposeFloat('t', { nullable: true, description: '50 + 10 z, one decimal.' }),
    isRobust: t.exposeBoolean('isRobust', {
      description: 'True where the median was used: under 30 people, or scores that lean to one side.',
    }),
  }),
})

const PeersType = builder.objectRef<Peers>('Peers').implement({
  description: 'The people whom an appraisal can be compared with, in the same period.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    step: t.expose('step', { type: PeerStepEnum, description: 'What they have in common.' }),
    positionKind: t.expose('positionKind', { type: PositionKindEnum, nullable: true, description: 'Kind of the position.' }),
    positionLevel: t.exposeString('positionLevel', { nullable: true, description: 'Jenjang or eselon.' }),
    unitType: t.expose('unitType', { type: UnitTypeEnum, description: 'Type of the unit.' }),
    people: t.exposeInt('people', { description: 'People of the group with a score, the rated person among them.' }),
    figures: t.expose('figures', {
      type: PeerFiguresType,
      nullable: true,
      description: 'Empty where the group is too small for the caller (setting `kInternal`, LOCAL).',
    }),
  }),
})

builder.prismaObjectFields(Appraisal, (t) => ({
  previous: t.prismaField({
    ...rating,
    type: Appraisal,
    select: { periodId: true },
    description: 'The appraisal of the same employee for the period of the same kind before this one.',
    resolve: async (query, { periodId, employeeId }, _args, { db, actor, now }) => {
      const { kind, startsOn } = await db.period.findUniqueOrThrow({
        where: { id: periodId },
        select: { kind: true, startsOn: true },
      })
      return db.appraisal.findFirst({
        ...query,
        where: {
          AND: [{ employeeId, isCurrent: true, period: { kind, startsOn: { lt: startsOn } } }, visibleRatings(actor, now)],
        },
        orderBy: { period: { startsOn: 'desc' } },
      })
    },
  }),
  peers: t.field({
    ...rating,
    type: PeersType,
    extensions: { rows: 50 },
    description: 'The peer group (domain B5, LOCAL), and where the weighted score stands in it; empty without a score.',
    resolve: ({ id }, _args, context) => peersOf(context, id),
  }),
}))
