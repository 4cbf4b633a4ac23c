import { useEffect } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { DraftOffer } from './DraftOffer.tsx'
import { withoutSecrets } from './drafts.ts'
import type { Drafting } from './use-draft.ts'

type Values = Record<string, unknown>

/** Keeps the text of the form around it, and offers what was left here before. */
export function FormDraft({ draft }: { draft: Drafting<Values> }) {
  const { control, formState, getValues, setValue } = useFormContext<Values>()
  const values = useWatch({ control })
  const { isDirty } = formState
  const { found, keep, drop, take } = draft
  useEffect(() => {
    // `values` is what sets the clock; `getValues` also knows inputs that were registered a moment ago.
    if (isDirty && values) keep(withoutSecrets(getValues()))
  }, [values, isDirty, keep, getValues])
  if (!found || isDirty) return null
  const restore = () => {
    for (const [name, value] of Object.entries(found.value)) setValue(name, value, { shouldDirty: true, shouldTouch: true })
    take()
  }
  return <DraftOffer at={found.at} onTake={restore} onDrop={drop} />
}
