import { z } from 'zod'
import { pick, ruleContract } from '../../rule-contract.ts'
import { didImpact, didProportion } from './did.ts'

const measurements = z.array(z.number()).min(1)
const unpaired = 'Expected one measurement after for each one before'

const cell = z
  .tuple([z.int().min(0), z.int().min(1)])
  .refine(([successes, cases]) => successes <= cases, 'Expected no more successes than cases')

export const impactContracts = {
  F11: ruleContract({
    id: 'F11',
    name: 'didImpact',
    input: z
      .object({ treatPre: measurements, treatPost: measurements, controlPre: measurements, controlPost: measurements })
      .refine(({ treatPre, treatPost }) => treatPre.length === treatPost.length, { path: ['treatPost'], error: unpaired })
      .refine(({ controlPre, controlPost }) => controlPre.length === controlPost.length, {
        path: ['controlPost'],
        error: unpaired,
      }),
    compute: (input) => pick(didImpact(input), 'effect', 'se', 'df', 'ciLow', 'ciHigh', 'g'),
  }),
  F11b: ruleContract({
    id: 'F11b',
    name: 'didProportion',
    input: z.object({ t0: cell, t1: cell, c0: cell, c1: cell }),
    compute: (input) => pick(didProportion(input), 'effect', 'se', 'ciLow', 'ciHigh'),
  }),
}
