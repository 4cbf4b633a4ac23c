import { ratingContracts } from './appraisals/rules/contract.ts'
import { diagnosticsContracts } from './appraisals/rules/diagnostics-contract.ts'
import { complaintContracts } from './complaints/rules/contract.ts'
import { DomainError } from './errors.ts'
import { impactContracts } from './impact/rules/contract.ts'
import { organizationContracts } from './organization/rules/contract.ts'
import { pembinaanContracts } from './pembinaan/rules/contract.ts'
import { recognitionContracts } from './recognition/rules/contract.ts'
import type { RuleAnswer, RuleContract } from './rule-contract.ts'
import { surveyContracts } from './surveys/rules/contract.ts'

const contracts = {
  ...ratingContracts,
  ...diagnosticsContracts,
  ...pembinaanContracts,
  ...impactContracts,
  ...surveyContracts,
  ...complaintContracts,
  ...organizationContracts,
  ...recognitionContracts,
} satisfies Record<string, RuleContract>

export type RuleId = keyof typeof contracts

/** Every rule that a result can rest on, by its public id. */
export const rules: Readonly<Record<RuleId, RuleContract>> = contracts

export const ruleIds = Object.keys(contracts).filter(isRuleId).sort(byNumber)

export function isRuleId(id: string): id is RuleId {
  return Object.hasOwn(contracts, id)
}

/** Recomputes one rule from JSON. Throws `DomainError('INVALID_INPUT')` with the faulty fields. */
export function computeRule(id: RuleId, json: unknown): RuleAnswer {
  return rules[id].compute(json)
}

/** Reads the input of a rule from text. Throws `DomainError('INVALID_INPUT')` that says where it is no JSON. */
export function parseInput(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new DomainError('INVALID_INPUT', 'The input is not JSON.', {
      input: error instanceof Error ? error.message : String(error),
    })
  }
}

function byNumber(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}
