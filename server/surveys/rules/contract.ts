import { z } from 'zod'
import { pick, ruleContract } from '../../rule-contract.ts'
import { defaultIkmSettings, type IkmSettings, ikmFromAnswers, ikmFromNrr } from './ikm.ts'
import { sampleSize } from './sample-size.ts'

const settings = z
  .object({ freeServiceU4: z.enum(['EXCLUDE', 'FOUR']) })
  .partial()
  .optional()
  .transform((given): IkmSettings => ({ ...defaultIkmSettings, ...given }))

const answers = z
  .array(z.array(z.int().min(1).max(4).nullable()))
  .refine((rows) => rows.every((row) => row.length === rows[0]?.length), 'Expected rows of equal length')

const nrr = z.array(z.number().min(1).max(4).nullable())

export const surveyContracts = {
  F8: ruleContract({
    id: 'F8',
    name: 'ikm',
    input: z
      .object({ answers: answers.optional(), nrr: nrr.optional(), settings })
      .refine((given) => (given.answers === undefined) !== (given.nrr === undefined), 'Expected either answers or nrr'),
    compute: (given) => {
      const ikm = given.answers ? ikmFromAnswers(given.answers, given.settings) : ikmFromNrr(given.nrr ?? [], given.settings)
      return pick(ikm, 'nrr', 'weight', 'ikm', 'mutu')
    },
  }),
  F9: ruleContract({
    id: 'F9',
    name: 'sampleSize',
    input: z.object({ population: z.int().min(1) }),
    compute: ({ population }) => sampleSize(population),
  }),
}
