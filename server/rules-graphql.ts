import { builder } from './builder.ts'
import { DomainError } from './errors.ts'
import { SettingValue } from './identity/graphql/setting.ts'
import { settingValuesOn, type SettingValue as Value } from './identity/queries/settings.ts'
import { civilDate } from './identity/rules/civil-date.ts'
import { say } from './language.ts'
import { ruleTexts } from './rule-texts.ts'
import { computeRule, isRuleId, parseInput, type RuleId, ruleIds, rules } from './rules.ts'

/** Characters of JSON that `computeRule` takes: the rules cost time in proportion to it. */
const maxInput = 8_000

type Row = { readonly id: RuleId; readonly values: ReadonlyMap<string, Value> }

const RuleType = builder.objectRef<Row>('Rule').implement({
  description: 'A rule by which the city computes, as people are told about it and as the server runs it.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    id: t.string({ description: 'Public id, for example F2.', resolve: ({ id }) => id }),
    name: t.string({ description: 'Name of the function that computes it.', resolve: ({ id }) => rules[id].name }),
    title: t.string({
      description: 'Its name for people, in the language of the caller.',
      resolve: ({ id }, _args, { language }) => say(ruleTexts[id].title, language),
    }),
    answers: t.string({
      description: 'The question that it answers, in the language of the caller.',
      resolve: ({ id }, _args, { language }) => say(ruleTexts[id].answers, language),
    }),
    formula: t.string({
      description: 'How it computes, with units and rounding, in the language of the caller.',
      resolve: ({ id }, _args, { language }) => say(ruleTexts[id].formula, language),
    }),
    source: t.string({ description: 'The regulation behind it, or LOCAL.', resolve: ({ id }) => ruleTexts[id].source }),
    isLocal: t.boolean({
      description: 'True when no national rule contains it: it must not be shown as law.',
      resolve: ({ id }) => ruleTexts[id].source === 'LOCAL',
    }),
    localPart: t.string({
      nullable: true,
      description:
        'Which part of it no national rule contains, in the language of the caller; empty when there is none to tell apart.',
      resolve: ({ id }, _args, { language }) => {
        const { localPart } = ruleTexts[id]
        return localPart && say(localPart, language)
      },
    }),
    settings: t.field({
      type: [SettingValue],
      description: 'The settings that it goes by, as they hold today.',
      resolve: ({ id, values }) => ruleTexts[id].settings.flatMap((key) => values.get(key) ?? []),
    }),
    exampleInput: t.string({
      description: 'Input of a worked example, as JSON that `computeRule` takes.',
      resolve: ({ id }) => JSON.stringify(ruleTexts[id].example),
    }),
    exampleAnswer: t.string({
      description: 'What the rule answers to the worked example by the default settings, as JSON; computed when it is asked for.',
      resolve: ({ id }) => JSON.stringify(computeRule(id, ruleTexts[id].example)),
    }),
  }),
})

builder.queryFields((t) => ({
  rules: t.field({
    type: [RuleType],
    description: 'Every rule by which the city computes, in the order of their ids.',
    authScopes: { signedIn: true },
    resolve: async (_root, _args, { db, now }) => {
      const values = new Map((await settingValuesOn(db, civilDate(now))).map((value) => [value.key, value]))
      return ruleIds.map((id) => ({ id, values }))
    },
  }),
  computeRule: t.string({
    description:
      'Recomputes one rule from JSON and answers JSON; settings that the input does not name are the defaults. INVALID_INPUT with the faulty fields, NOT_FOUND for an unknown rule.',
    authScopes: { signedIn: true },
    args: {
      id: t.arg.string({ required: true, description: 'Public id of the rule.' }),
      input: t.arg.string({ required: true, description: `Input of the rule as JSON; at most ${maxInput} characters.` }),
    },
    resolve: (_root, { id, input }) => {
      if (!isRuleId(id)) throw new DomainError('NOT_FOUND', 'There is no such rule.')
      return JSON.stringify(computeRule(id, parse(input)))
    },
  }),
}))

function parse(input: string): unknown {
  if (input.length > maxInput) {
    throw new DomainError('INVALID_INPUT', 'The input is too long.', { input: `at most ${maxInput} characters` })
  }
  return parseInput(input)
}
