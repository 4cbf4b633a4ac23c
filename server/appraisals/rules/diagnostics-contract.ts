import { z } from 'zod'
import { pick, ruleContract } from '../../rule-contract.ts'
import { weightedKappa } from './agreement.ts'
import { angkaKredit, type Jenjang, jenjangOf, jenjangTable } from './angka-kredit.ts'
import { appraisalSettings, predikat } from './contract.ts'
import { distributionCheck } from './distribution.ts'
import { objectivityIndex } from './objectivity.ts'
import { rateRatio } from './rate-ratio.ts'
import { raterSeverity } from './rater-severity.ts'
import { shrinkProportions } from './shrinkage.ts'

const people = z.int().min(0).default(0)
const component = z
  .number()
  .min(0)
  .max(100)
  .nullish()
  .transform((value) => value ?? null)

/** A jenjang by name (`AHLI_PERTAMA`, `Ahli Pertama`) or by its code in SIASN (`PT`). */
const jenjang = z.string().transform((text, context): Jenjang => {
  const name = jenjangOf(text)
  if (name !== null) return name
  context.addIssue({ code: 'custom', message: `Expected one of ${Object.keys(jenjangTable).join(', ')}` })
  return z.NEVER
})

/** Rules over groups of people, raters or units, and what follows from a predikat. */
export const diagnosticsContracts = {
  F6: ruleContract({
    id: 'F6',
    name: 'distributionCheck',
    input: z.object({
      orgPredikat: z.enum(['ISTIMEWA', 'BAIK', 'BUTUH_PERBAIKAN', 'KURANG', 'SANGAT_KURANG']),
      counts: z.object({ SB: people, B: people, BP: people, K: people, SK: people }),
      settings: appraisalSettings,
    }),
    compute: ({ settings, ...input }) => pick(distributionCheck(input, settings), 'n', 'enforced', 'violations'),
  }),
  F7: ruleContract({
    id: 'F7',
    name: 'angkaKredit',
    input: z.object({ jenjang, predikat, months: z.int().min(1).max(12).nullish() }),
    compute: (input) => angkaKredit(input).value,
  }),
  F12: ruleContract({
    id: 'F12',
    name: 'shrinkProportions',
    input: z
      .object({ x: z.array(z.int().min(0)).min(1), n: z.array(z.int().min(1)).min(1) })
      .refine(({ x, n }) => x.length === n.length, { path: ['n'], error: 'Expected as many cases as successes' })
      .refine(({ x, n }) => x.every((successes, index) => successes <= (n[index] ?? successes)), {
        path: ['x'],
        error: 'Expected no more successes than cases',
      }),
    compute: ({ x, n }) => pick(shrinkProportions(x, n), 'pooled', 'tau2', 'mu', 'B', 'shrunk'),
  }),
  F13: ruleContract({
    id: 'F13',
    name: 'raterSeverity',
    input: z.object({ raters: z.record(z.string(), z.array(z.tuple([z.number(), z.number()]))) }),
    compute: ({ raters }) => pick(raterSeverity(raters), 'grand', 'raters'),
  }),
  F14: ruleContract({
    id: 'F14',
    name: 'weightedKappa',
    input: z
      .object({ a: z.array(z.int().min(1)), b: z.array(z.int().min(1)), categories: z.int().min(2).max(100).default(3) })
      .refine(({ a, b }) => a.length === b.length, { path: ['b'], error: 'Expected as many ratings as in a' })
      .refine(({ a, b, categories }) => [...a, ...b].every((rating) => rating <= categories), {
        path: ['categories'],
        error: 'Expected no rating above the number of categories',
      }),
    compute: ({ a, b, categories }) => weightedKappa(a, b, categories).value,
  }),
  F20: ruleContract({
    id: 'F20',
    name: 'objectivityIndex',
    input: z.object({ ms: component, ev: component, ra: component, sev: component, dc: component, settings: appraisalSettings }),
    compute: ({ settings, ...components }) => objectivityIndex(components, settings).value,
  }),
  F22: ruleContract({
    id: 'F22',
    name: 'rateRatio',
    input: z.object({ x0: z.number().min(0), e0: z.number().positive(), x1: z.number().min(0), e1: z.number().positive() }),
    compute: (input) => pick(rateRatio(input), 'rr', 'ciLow', 'ciHigh'),
  }),
}
