import type { SettingKey } from '../identity/rules/settings.ts'
import type { Sentence } from '../language.ts'

/** What people are told about a rule. */
export interface RuleText {
  readonly title: Sentence
  /** The question that it answers, in one plain sentence. */
  readonly answers: Sentence
  readonly formula: Sentence
  /** The regulation that it comes from, or `LOCAL` when no national rule contains it. */
  readonly source: string
  /** Which part of it no national rule contains; null when all of it is from the source, or all of it is LOCAL. */
  readonly localPart: Sentence | null
  /** Settings of the city that its use reads. */
  readonly settings: readonly SettingKey[]
  /** Input of a worked example, as the rule takes it. */
  readonly example: unknown
}
