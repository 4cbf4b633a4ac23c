import type { Sentence } from './language.ts'

/** The closed set of codes that a client can meet. The schema lists it as the enum `ErrorCode`. */
export const errorCodes = {
  UNAUTHENTICATED: 'Nobody is signed in, or the session has ended.',
  FORBIDDEN: 'The signed-in person may not do or see this.',
  NOT_FOUND: 'There is no such record, or it is not visible to this person.',
  INVALID_INPUT: 'A value is missing, malformed or out of range; `fields` names it.',
  CONFLICT: 'The record exists already, or another change came first.',
  STALE_VERSION: 'The record was changed since it was read; load it again.',
  WRONG_STATE: 'The record is not in a state that allows this step.',
  UNAVAILABLE: 'The database or the server is busy or out of reach; try again.',
  TOO_MANY_REQUESTS: 'Too many requests or too much work asked for; wait and try again.',
  LIMIT_EXCEEDED: 'The document asks for more than one request may.',
  TOO_LARGE: 'The request body is larger than allowed.',
  INTERNAL: 'An unexpected fault; it was logged and counted.',
  WEIGHT_SUM: 'Weights do not add up to 100.',
  RHK_UNLINKED: 'A main result is not linked to a result of the superior or an assignment letter.',
  CASCADE_CYCLE: 'The chain of superiors or results closes on itself.',
  PERIOD_CLOSED: 'The period is closed.',
  NOT_PENILAI: 'Only the penilai of this employee may do this.',
  SELF_APPRAISAL: 'Nobody appraises themself.',
  CONFLICT_OF_INTEREST: 'The person who prepared this may not also approve it.',
  EVIDENCE_REQUIRED: 'Evidence is missing.',
  REASON_REQUIRED: 'A reason is missing.',
  OBJECTION_LATE: 'The window for an objection has closed.',
  OBJECTION_EMPTY: 'An objection needs its reasons.',
  FINAL_IMMUTABLE: 'A final result is never edited.',
  IMPORT_ONLY: 'The performance of teachers and principals is managed on the national platform and only imported.',
  DIST_VIOLATION: 'The distribution pattern of the organisation predikat is broken and its mode is BLOCK.',
  INSUFFICIENT_DATA: 'Too little of the weight is measured for a rating.',
  PAGU_EXCEEDED: 'The budget lines exceed the ceiling.',
  CAPACITY_FULL: 'The programme is full.',
  DESIGN_REQUIRED: 'An evaluation design must be chosen before the training starts.',
  K_ANONYMITY: 'Too few people to show this.',
} as const

export type ErrorCode = keyof typeof errorCodes

/** A refusal that the person can understand and act on. Anything else that is thrown counts as a bug. */
export class DomainError extends Error {
  override readonly name = 'DomainError'
  readonly code: ErrorCode
  /** What is wrong and what to do about it. */
  readonly sentence: Sentence | string
  /** Input fields by dotted path, each with what is wrong with it. */
  readonly fields: Readonly<Record<string, Sentence | string>>
  /** Seconds after which another try may succeed; for UNAVAILABLE and TOO_MANY_REQUESTS. */
  readonly retryAfter: number | undefined

  constructor(
    code: ErrorCode,
    sentence: Sentence | string = errorCodes[code],
    fields: Record<string, Sentence | string> = {},
    retryAfter?: number,
  ) {
    super(typeof sentence === 'string' ? sentence : sentence.en)
    this.code = code
    this.sentence = sentence
    this.fields = fields
    this.retryAfter = retryAfter
  }
}
