import { z } from 'zod'
import { pick, ruleContract } from '../../rule-contract.ts'
import { competencyGap } from './competency-gap.ts'
import { jpCompliance } from './jp-compliance.ts'
import { defaultJpSettings, type JpSettings } from './settings.ts'

const amount = z.number().min(0)
const percent = amount.max(100)

const jpSettings = z
  .object({
    jpMinPns: amount,
    jpMaxPppk: amount,
    jpMinPppk: amount.nullable(),
    jpMinutes: z.number().positive(),
    minAttendancePct: percent,
  })
  .partial()
  .optional()
  .transform((given): JpSettings => ({ ...defaultJpSettings, ...given }))

const activity = z
  .object({
    id: z.union([z.string(), z.number()]),
    jp: amount.nullish(),
    minutes: amount.nullish(),
    attendance: percent.nullish(),
    verified: z.boolean().nullish(),
    cert: z.string().nullish(),
  })
  .refine(({ jp, minutes }) => typeof jp === 'number' || typeof minutes === 'number', {
    path: ['jp'],
    error: 'Expected jp or minutes',
  })

export const pembinaanContracts = {
  F10: ruleContract({
    id: 'F10',
    name: 'jpCompliance',
    input: z.object({
      employmentType: z.enum(['PNS', 'CPNS', 'PPPK', 'PPPK_PARUH_WAKTU']),
      activities: z.array(activity),
      settings: jpSettings,
    }),
    compute: ({ settings, ...input }) => pick(jpCompliance(input, settings), 'totalJp', 'status', 'gapJp', 'rejected'),
  }),
  F18: ruleContract({
    id: 'F18',
    name: 'competencyGap',
    input: z
      .object({ required: z.array(z.number().positive()).min(1), actual: z.array(amount) })
      .refine(({ required, actual }) => required.length === actual.length, {
        path: ['actual'],
        error: 'Expected one level for each required level',
      }),
    compute: ({ required, actual }) => pick(competencyGap(required, actual), 'jpm', 'class', 'gaps'),
  }),
}
