import { z } from 'zod'
import { pick, ruleContract } from '../../rule-contract.ts'
import { oneDayRate } from './one-day-rate.ts'

/** ISO 8601 to milliseconds. Without an offset the text is read as Western Indonesian Time. */
const instant = z
  .string()
  .transform((text) => text.trim().replace(' ', 'T'))
  .pipe(z.iso.datetime({ offset: true, local: true }))
  .transform((text) => Date.parse(/(Z|[+-]\d\d:\d\d)$/u.test(text) ? text : `${text}+07:00`))

const exclusion = z.union([z.boolean(), z.enum(['DUPLICATE', 'OUT_OF_SCOPE', 'WITHDRAWN', 'SPAM'])])

const item = z
  .object({ received: instant, resolved: instant.nullish(), reopened: instant.nullish(), excluded: exclusion.nullish() })
  .refine(({ received, resolved }) => typeof resolved !== 'number' || resolved >= received, {
    path: ['resolved'],
    error: 'Expected no answer before the receipt',
  })
  .refine(({ resolved, reopened }) => typeof reopened !== 'number' || (typeof resolved === 'number' && reopened >= resolved), {
    path: ['reopened'],
    error: 'Expected no reopening before the answer',
  })
  .transform(({ received, resolved, reopened, excluded }) => ({
    receivedAt: received,
    resolvedAt: resolved,
    reopenedAt: reopened,
    excluded: Boolean(excluded),
  }))

export const complaintContracts = {
  F15: ruleContract({
    id: 'F15',
    name: 'oneDayRate',
    input: z.object({ asOf: instant, items: z.array(item) }),
    compute: ({ asOf, items }) =>
      pick(oneDayRate(asOf, items), 'handled', 'eligible', 'censored', 'excluded', 'rate', 'ciLow', 'ciHigh'),
  }),
}
