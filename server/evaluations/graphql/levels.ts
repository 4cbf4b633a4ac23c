import { builder } from '../../builder.ts'
import { say } from '../../language.ts'
import { encodeId, idOf, notFound } from '../../list.ts'
import { Programme } from '../../pembinaan/graphql/programme.ts'
import { type BehaviourLevel, type Levels, levelsOf } from '../queries/kirkpatrick.ts'
import { reactionQuestions } from '../rules/kirkpatrick.ts'

type Question = { readonly question: keyof typeof reactionQuestions; readonly mean: number | null }

const ReactionMean = builder.objectRef<Question>('ReactionMean').implement({
  description: 'Mean answer to one question of the reaction form.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    question: t.string({
      description: 'The question, in the language of the caller.',
      resolve: ({ question }, _args, { language }) => say(reactionQuestions[question], language),
    }),
    mean: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Mean of 1–4, 2 decimals; empty below the setting `kInternal`.',
      resolve: ({ mean }) => mean?.toFixed(2) ?? null,
    }),
  }),
})

const BehaviourAfter = builder.objectRef<BehaviourLevel>('BehaviourAfter').implement({
  description: 'Kirkpatrick level 3: what monitoring teams saw some days after a programme.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    day: t.exposeInt('day', { description: 'Days after the end.' }),
    n: t.exposeInt('n', { description: 'People seen.' }),
    meanApplied: t.expose('meanApplied', {
      type: 'Decimal',
      nullable: true,
      description: 'Mean of how far it is applied, 0–3, 2 decimals; empty below the setting `kInternal`.',
    }),
  }),
})

const PostTrainingEvaluation = builder.objectRef<Levels>('PostTrainingEvaluation').implement({
  description: 'Evaluasi pascapelatihan: Kirkpatrick levels 1 to 3 of a programme (domain D8). Level 4 is its impact evaluation.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    programmeId: t.id({
      description: 'Global id of the programme.',
      resolve: ({ programmeId }) => encodeId('PembinaanProgramme', programmeId),
    }),
    responses: t.int({ description: 'Level 1: participants who rated it.', resolve: ({ reaction }) => reaction.responses }),
    reactionMean: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Level 1: mean of all answers, 1–4, 2 decimals; empty below the setting `kInternal`.',
      resolve: ({ reaction }) => reaction.mean?.toFixed(2) ?? null,
    }),
    reactions: t.field({
      type: [ReactionMean],
      description: 'Level 1 by question.',
      resolve: ({ reaction }) =>
        (Object.keys(reactionQuestions) as Question['question'][]).map((question, index) => ({
          question,
          mean: reaction.questionMeans[index] ?? null,
        })),
    }),
    tested: t.int({ description: 'Level 2: people with scores before and after.', resolve: ({ learning }) => learning.n }),
    meanPre: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Level 2: mean score before, 0–100.',
      resolve: ({ meanPre }) => meanPre?.toFixed(2) ?? null,
    }),
    meanPost: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Level 2: mean score after, 0–100.',
      resolve: ({ meanPost }) => meanPost?.toFixed(2) ?? null,
    }),
    meanGain: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Level 2: mean normalised gain, 4 decimals; people who began at 100 have none.',
      resolve: ({ learning }) => learning.meanGain?.toFixed(4) ?? null,
    }),
    behaviour: t.field({
      type: [BehaviourAfter],
      description: 'Level 3, by days after the end.',
      resolve: ({ behaviour }) => [...behaviour],
    }),
  }),
})

builder.prismaObjectFields(Programme, (t) => ({
  evaluation: t.field({
    type: PostTrainingEvaluation,
    nullable: true,
    authScopes: { permission: 'aggregates.read' },
    select: { id: true },
    description: 'Kirkpatrick levels 1 to 3, as aggregates.',
    resolve: ({ id }, _args, context) => levelsOf(context, id),
  }),
}))

builder.queryFields((t) => ({
  postTrainingEvaluation: t.field({
    type: PostTrainingEvaluation,
    description: 'Levels 1 to 3 of a programme, as aggregates.',
    authScopes: { permission: 'aggregates.read' },
    args: { programmeId: t.arg.id({ required: true, description: 'Global id of the programme.' }) },
    resolve: async (_root, { programmeId }, context) => {
      const id = idOf('PembinaanProgramme', String(programmeId))
      if ((await context.db.pembinaanProgramme.count({ where: { id } })) === 0) throw notFound()
      return levelsOf(context, id)
    },
  }),
}))
