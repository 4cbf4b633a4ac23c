import { z } from 'zod'
import { AppendixKind, BehaviourValue, CascadeKind, RhkKind, SkpApproach } from '../../generated/prisma/client.ts'
import { globalId, line } from '../../identity/commands/inputs.ts'
import { refuse, type Verdict } from '../../identity/policy.ts'

/** Text of several lines: trimmed, bounded, no control characters but line breaks and tabs. */
export function paragraph(min: number, max: number) {
  return z
    .string()
    .trim()
    .min(min)
    .max(max)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u)
}

/** An amount of zero or more as exact decimal text that its column can hold. */
function amount(digits: number, places: number) {
  return z.string().regex(new RegExp(`^\\d{1,${digits}}(?:\\.\\d{1,${places}})?$`))
}

const quantity = amount(14, 6)
const weight = amount(3, 4)

/** A reason that the step needs: its absence is REASON_REQUIRED, asked for by `needsReason`. */
export const reasonText = paragraph(0, 1_000).nullish()

/** A step that needs a reason of at least 10 characters (LOCAL). */
export function needsReason(reason: string | null | undefined): Verdict {
  if ((reason ?? '').length >= 10) return true
  return refuse('REASON_REQUIRED', 'Tulis alasannya, paling sedikit 10 huruf.', 'State the reason, at least 10 characters.')
}

/** The plan with the revision at which it was read. */
export const readSkp = { id: globalId('Skp'), revision: z.int().min(0) }

export const year = z.int().min(2000).max(2100)

/** A date of the calendar as midnight UTC. */
export const day = z.date().min(new Date('2000-01-01T00:00:00Z')).max(new Date('2100-12-31T00:00:00Z'))

const open = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().transform((value) => value ?? null)

export const targetFields = {
  target: open(quantity),
  targetMin: open(quantity),
  targetMax: open(quantity),
}

const iki = z.strictObject({
  id: open(globalId('Iki')),
  indicatorId: globalId('Indicator'),
  weight: weight.nullish().transform((value) => value ?? '1'),
  ...targetFields,
  tolerancePct: open(weight),
  baseline: open(quantity),
  targetReason: open(paragraph(0, 1_000)),
})

const rhk = z.strictObject({
  id: open(globalId('Rhk')),
  title: line(3, 500),
  kind: z.enum(RhkKind),
  weight: open(weight),
  servesRhkId: open(globalId('Rhk')),
  cascade: open(z.enum(CascadeKind)),
  assignmentLetter: open(line(0, 300)),
  isSelfExecuted: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
  expectation: open(paragraph(0, 2_000)),
  iki: z.array(iki).max(8),
})

/** The content of a plan: a list that is given replaces the one of the plan, what is left out stays. */
export const planContent = {
  approach: z.enum(SkpApproach).nullish(),
  leadsUnit: z.boolean().nullish(),
  rhk: z.array(rhk).max(20).nullish(),
  appendices: z
    .array(z.strictObject({ kind: z.enum(AppendixKind), text: paragraph(0, 4_000) }))
    .max(3)
    .refine((rows) => new Set(rows.map(({ kind }) => kind)).size === rows.length, { error: 'Duplicate kind' })
    .nullish(),
  expectations: z
    .array(z.strictObject({ value: z.enum(BehaviourValue), text: paragraph(0, 1_000) }))
    .max(7)
    .refine((rows) => new Set(rows.map(({ value }) => value)).size === rows.length, { error: 'Duplicate value' })
    .nullish(),
}

/** The results of a template: like those of a plan, without what only a person has. */
export const templateRhks = z
  .array(
    z.strictObject({
      title: line(3, 500),
      kind: z.enum(RhkKind),
      weight: open(weight),
      iki: z
        .array(
          z.strictObject({
            indicatorId: globalId('Indicator'),
            weight: weight.nullish().transform((value) => value ?? '1'),
            ...targetFields,
          }),
        )
        .max(8),
    }),
  )
  .min(1)
  .max(20)

/** A planned result as it is written: numbers are exact decimal text, weights are all stated. */
export type RhkContent = Omit<z.output<typeof rhk>, 'weight' | 'iki'> & {
  readonly weight: string
  readonly interventionOf?: string | null
  readonly iki: readonly z.output<typeof iki>[]
}
