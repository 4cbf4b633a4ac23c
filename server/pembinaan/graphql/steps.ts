import { builder, type InputFields } from '../../builder.ts'
import type { Context } from '../../context.ts'
import type { Command } from '../../transact.ts'

/** A record of one type at the revision that was read: what most steps take. */
export const stepFields = (t: InputFields) => ({
  id: t.id({ required: true, description: 'Global id of the record.' }),
  revision: t.int({ required: true, description: 'Revision that was read; STALE_VERSION when the record has moved on.' }),
})

export const StepInput = builder.inputType('PembinaanStepInput', {
  description: 'A record, at the revision that was read.',
  fields: (t) => ({
    ...stepFields(t),
    reason: t.string({ description: 'Why, 10 to 2,000 characters; REASON_REQUIRED where the step needs one.' }),
  }),
})

type Step = { readonly id: string; readonly revision: number; readonly reason?: string | null | undefined }
type AnyStep<Subject> = Command<{ id: string; revision: number; reason?: string | null | undefined }, Step, Subject, string>

/** Runs a step and answers the id of its record. `isReasoned` steps take a reason. */
export async function runStep<Subject>(
  { execute }: Pick<Context, 'execute'>,
  step: AnyStep<Subject>,
  { id, revision, reason }: Step,
) {
  return execute(step, { id: String(id), revision, reason: reason ?? null })
}
