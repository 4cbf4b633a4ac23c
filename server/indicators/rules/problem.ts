import type { Sentence } from '../../language.ts'
import type { DefinitionField } from './definition.ts'

/** Something about a definition that blocks its submission, or that the approver should weigh (all LOCAL, domain B1). */
export type Problem = {
  readonly field: DefinitionField
  readonly isBlocking: boolean
  readonly code: string
  readonly sentence: Sentence
}

/** What lies around a definition: facts that its own fields cannot tell. */
export type Surroundings = {
  readonly code: string
  /** The counter-indicator's code is in the catalogue; not looked at without one. */
  readonly isCounterKnown: boolean
  /** First day of the version in force; null for the first version. */
  readonly predecessorFrom: Date | null
}

export function fault(field: DefinitionField, code: string, id: string, en: string): Problem {
  return { field, isBlocking: true, code, sentence: { id, en } }
}

export function warning(field: DefinitionField, code: string, id: string, en: string): Problem {
  return { field, isBlocking: false, code, sentence: { id, en } }
}
