import type { z } from 'zod'
import { DomainError } from './errors.ts'

/** What a rule answers on the wire; numbers are JSON numbers, already rounded. */
export type RuleAnswer = object | number | string | null

/** The public face of one rule: JSON in, JSON out, so that anyone can recompute a result. */
export interface RuleContract {
  readonly id: string
  readonly name: string
  readonly input: z.ZodType
  /** Throws `DomainError('INVALID_INPUT')` with the faulty fields. */
  compute(json: unknown): RuleAnswer
}

export function ruleContract<Schema extends z.ZodType>(rule: {
  id: string
  name: string
  input: Schema
  compute: (input: z.output<Schema>) => RuleAnswer
}): RuleContract {
  return {
    id: rule.id,
    name: rule.name,
    input: rule.input,
    compute(json) {
      const parsed = rule.input.safeParse(json)
      if (!parsed.success) throw invalidInput(rule.id, parsed.error.issues)
      return rule.compute(parsed.data)
    },
  }
}

/** Keeps the keys that the contract lists, in its order. */
export function pick<Value extends object, Key extends keyof Value>(value: Value, ...keys: readonly Key[]): Pick<Value, Key> {
  return Object.fromEntries(keys.map((key) => [key, value[key]])) as Pick<Value, Key>
}

/** Enough to mend an input by hand; a list of thousands would help nobody. */
const maxFields = 20

function invalidInput(id: string, issues: readonly z.core.$ZodIssue[]): DomainError {
  const fields = Object.fromEntries(
    issues.slice(0, maxFields).map(({ path, message }) => [path.map(String).join('.') || 'input', message]),
  )
  return new DomainError('INVALID_INPUT', `The input of ${id} is invalid.`, fields)
}
