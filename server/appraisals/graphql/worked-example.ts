import { z } from 'zod'
import { builder } from '../../builder.ts'
import { DomainError } from '../../errors.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { MeasureUnitEnum, PolarityEnum } from '../../indicators/graphql/enums.ts'
import { say } from '../../language.ts'
import { appraisalSettingsOn } from '../queries/period-scope.ts'
import { thresholdsOf } from '../rules/item.ts'
import { type ExamplePlace, type WorkedExample, workedExamples } from '../rules/worked-example.ts'
import { LevelEnum } from './enums.ts'

const ExamplePlaceEnum = builder.enumType('ExamplePlace', {
  description: 'Where an example stands against the target.',
  values: {
    NOTHING: { description: 'Nothing was achieved, or nothing happened: 0.' },
    BELOW: { description: 'Below the target, or below the lower end of the range.' },
    LOW_END: { description: 'Exactly at the lower end of the range.' },
    INSIDE: { description: 'In the middle of the range.' },
    AT_TARGET: { description: 'Exactly at the target.' },
    HIGH_END: { description: 'Exactly at the upper end of the range.' },
    ABOVE: { description: 'Above the target, or above the upper end of the range.' },
    OWN: { description: 'The realisation that the caller asked about.' },
  } satisfies Record<ExamplePlace, { description: string }>,
})

const WorkedExampleType = builder.objectRef<WorkedExample>('WorkedExample').implement({
  description: 'What F1 and the levels make of one realisation.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    place: t.expose('place', { type: ExamplePlaceEnum, description: 'Where it stands against the target.' }),
    realisation: t.field({
      type: 'Decimal',
      description: 'The realisation, in the unit of the indicator.',
      resolve: ({ realisation }) => realisation,
    }),
    pct: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Achievement in per cent, 2 decimals half-up (F1); empty where it cannot be calculated.',
      resolve: ({ pct }) => pct,
    }),
    level: t.expose('level', {
      type: LevelEnum,
      nullable: true,
      description: 'Its level; empty where there is no achievement.',
    }),
    formula: t.string({
      nullable: true,
      description: 'F1 with its numbers filled in; decimals as in the language of the caller.',
      resolve: ({ formula }, _args, { language }) => (formula === null ? null : say(formula, language)),
    }),
    sentence: t.string({
      description: 'The result in words, in the language of the caller.',
      resolve: ({ sentence }, _args, { language }) => say(sentence, language),
    }),
  }),
})

type Preview = { readonly examples: readonly WorkedExample[]; readonly levelLow: number; readonly levelHigh: number }

const PreviewType = builder.objectRef<Preview>('AchievementPreview').implement({
  description: 'Worked examples of a definition that is being written (F1, PermenPANRB 8/2021; cap of PP 30/2019; levels LOCAL).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    examples: t.field({
      type: [WorkedExampleType],
      description: 'Realisations below, at and above the target, at most 9; none while F1 cannot measure against the target.',
      resolve: ({ examples }) => [...examples],
    }),
    levelLow: t.field({
      type: 'Decimal',
      description: 'Achievement in per cent below which the level is DI_BAWAH (LOCAL).',
      resolve: ({ levelLow }) => levelLow,
    }),
    levelHigh: t.field({
      type: 'Decimal',
      description: 'Achievement in per cent from which the level is DI_ATAS (LOCAL).',
      resolve: ({ levelHigh }) => levelHigh,
    }),
  }),
})

const PreviewAchievementInput = builder.inputType('PreviewAchievementInput', {
  description: 'The part of a definition that F1 looks at, as it stands in the editor; saved nowhere.',
  fields: (t) => ({
    unit: t.field({ type: MeasureUnitEnum, required: true, description: 'Unit; counts and rupiah are tried in whole numbers.' }),
    polarity: t.field({ type: PolarityEnum, required: true, description: 'Which realisation is good.' }),
    target: t.field({ type: 'Decimal', description: 'A single target.' }),
    targetMin: t.field({ type: 'Decimal', description: 'Lower end of a target range.' }),
    targetMax: t.field({ type: 'Decimal', description: 'Upper end of a target range.' }),
    tolerancePct: t.field({ type: 'Decimal', description: 'Half width of the band of STABILIZE, per cent.' }),
    maxValue: t.field({ type: 'Decimal', description: 'Largest possible value; nothing above it is tried.' }),
    levelLow: t.field({ type: 'Decimal', description: 'Lower threshold of the levels, per cent; the setting when left out.' }),
    levelHigh: t.field({ type: 'Decimal', description: 'Upper threshold of the levels, per cent; the setting when left out.' }),
    realisation: t.field({ type: 'Decimal', description: 'A realisation to try beside the others.' }),
  }),
})

const amount = z
  .string()
  .regex(/^-?\d{1,14}(\.\d{1,6})?$/)
  .nullish()

const amounts = z.object({
  target: amount,
  targetMin: amount,
  targetMax: amount,
  tolerancePct: amount,
  maxValue: amount,
  levelLow: amount,
  levelHigh: amount,
  realisation: amount,
})

builder.queryField('previewAchievement', (t) =>
  t.field({
    type: PreviewType,
    description:
      'Worked examples for the editor of a definition, by the rule and the settings that appraisals go by today. INVALID_INPUT for an amount of more than 14 digits or 6 decimals.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: PreviewAchievementInput, required: true, description: 'What the editor holds.' }) },
    resolve: async (_root, { input }, { database, now }) => {
      const { unit, polarity, ...given } = input
      const read = amounts.safeParse(given)
      if (!read.success) {
        throw new DomainError('INVALID_INPUT', {
          id: 'Angka paling banyak 14 digit dan 6 desimal.',
          en: 'A number has at most 14 digits and 6 decimals.',
        })
      }
      const { realisation = null, maxValue = null, levelLow = null, levelHigh = null, ...target } = read.data
      const definition = { unit, polarity, maxValue, levelLow, levelHigh, ...target }
      const settings = await appraisalSettingsOn(database.prisma, civilDate(now))
      const thresholds = thresholdsOf(definition, settings)
      return {
        examples: workedExamples(definition, realisation, settings),
        levelLow: thresholds.levelLow,
        levelHigh: thresholds.levelHigh,
      }
    },
  }),
)
