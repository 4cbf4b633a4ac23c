import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import { say } from '../../language.ts'
import { found } from '../../list.ts'
import { seesRating } from '../policy.ts'
import { explanationOf } from '../queries/explanation.ts'
import { type ExplanationInput, type ExplanationNode, flatten } from '../rules/explanation-node.ts'
import { Appraisal } from './appraisal.ts'
import { LevelEnum } from './enums.ts'

const ExplanationKindEnum = builder.enumType('ExplanationKind', {
  description: 'What one step of an explanation is about.',
  values: {
    PREDIKAT: { description: 'The predikat, or why there is none.' },
    AXIS: { description: 'Hasil kerja or perilaku.' },
    RHK: { description: 'A planned result.' },
    IKI: { description: 'An indicator.' },
    MEASUREMENT: { description: 'A measurement of one quarter.' },
    EVIDENCE: { description: 'What a measurement rests on.' },
    BEHAVIOUR_VALUE: { description: 'One of the seven values.' },
    RATER_GROUP: { description: 'The raters of one standing.' },
    OVERRIDE: { description: 'A departure from the suggestion, with its reason, or the result of the organisation of a leader.' },
    BASIS: { description: 'What the penilai states the judgement rests on.' },
    PART: { description: 'A slice of a divided year, as its own penilai rated it.' },
  },
})

const ExplanationInputType = builder.objectRef<ExplanationInput>('ExplanationInput').implement({
  description: 'A number or word that went into a step.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    name: t.string({
      description: 'What it is, in the language of the caller.',
      resolve: ({ name }, _args, { language }) => say(name, language),
    }),
    value: t.exposeString('value', { description: 'A number with a decimal point, an ISO date, or an enum value.' }),
    unit: t.exposeString('unit', { nullable: true, description: '`%`, or the unit of the indicator.' }),
  }),
})

const ExplanationNodeType = builder.objectRef<ExplanationNode>('ExplanationNode')

ExplanationNodeType.implement({
  description: 'One step from the predikat down to its evidence, with the numbers as they are stored.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Path from the root, such as `result.rhk-1.iki-1`.' }),
    parentKey: t.exposeString('parentKey', { nullable: true, description: 'Key of the step above; empty for the root.' }),
    kind: t.expose('kind', { type: ExplanationKindEnum, description: 'What the step is about.' }),
    label: t.string({
      description: 'Its name, in the language of the caller.',
      resolve: ({ label }, _args, { language }) => say(label, language),
    }),
    formula: t.string({
      nullable: true,
      description: 'The rule with its numbers filled in; empty where nothing is calculated.',
      resolve: ({ formula }, _args, { language }) => formula && say(formula, language),
    }),
    inputs: t.expose('inputs', { type: [ExplanationInputType], description: 'What went in; at most some twenty.' }),
    value: t.exposeString('value', {
      nullable: true,
      description: 'What came out: a number with a decimal point or an enum value.',
    }),
    level: t.expose('level', { type: LevelEnum, nullable: true, description: 'Level against the expectation.' }),
    weight: t.expose('weight', {
      type: 'Decimal',
      nullable: true,
      description: 'Share in the whole axis, 0 to 1, six decimals.',
    }),
    pointsWon: t.expose('pointsWon', {
      type: 'Decimal',
      nullable: true,
      description: 'Percentage points by which it lifts the weighted score above 100; two decimals.',
    }),
    pointsLost: t.expose('pointsLost', {
      type: 'Decimal',
      nullable: true,
      description: 'Percentage points by which it pulls the weighted score below 100; two decimals.',
    }),
    isLocal: t.exposeBoolean('isLocal', { description: 'True when it rests on a local setting that no national rule contains.' }),
    localNote: t.string({
      nullable: true,
      description: 'Which local setting, in the language of the caller.',
      resolve: ({ localNote }, _args, { language }) => localNote && say(localNote, language),
    }),
    sentence: t.string({
      description: 'The step in one sentence, in the language of the caller.',
      resolve: ({ sentence }, _args, { language }) => say(sentence, language),
    }),
    sentenceId: t.string({ description: 'The sentence in Indonesian.', resolve: ({ sentence }) => sentence.id }),
    sentenceEn: t.string({ description: 'The sentence in English.', resolve: ({ sentence }) => sentence.en }),
    url: t.exposeString('url', { nullable: true, description: 'Address of the evidence; http or https.' }),
    children: t.expose('children', { type: [ExplanationNodeType], description: 'Steps that it rests on, bounded by the plan.' }),
  }),
})

const Explanation = builder.objectRef<ExplanationNode>('Explanation').implement({
  description: 'Why an appraisal came out as it did: predikat, axis, result, indicator, measurement, evidence.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    root: t.field({ type: ExplanationNodeType, description: 'The tree.', resolve: (root) => root }),
    nodes: t.field({
      type: [ExplanationNodeType],
      description: 'The same steps as a list, each before those that it rests on: the table beside the tree.',
      extensions: { rows: 150 },
      resolve: flatten,
    }),
  }),
})

builder.prismaObjectField(Appraisal, 'explanation', (t) =>
  t.field({
    type: Explanation,
    nullable: true,
    authScopes: ({ employeeId, state }, _args, { actor }: Context) => seesRating(actor, { employeeId, state }),
    description:
      'How the predikat arose, from what the appraisal stored: later changes of plan, definition or setting do not move it.',
    resolve: async ({ id }, _args, { db }) => found(await explanationOf(db, id)),
  }),
)
