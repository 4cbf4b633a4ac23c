import { lazy, Suspense } from 'react'
import type { Validator } from 'react-admin'
import type { MessageKey } from '../language/messages.ts'
import { ComingInput } from './ComingInput.tsx'

export type UnitInputProps = {
  source: string
  label: MessageKey
  helperText?: MessageKey
  validate?: Validator
  alwaysOn?: boolean
}

const UnitAutocomplete = lazy(() => import('./UnitAutocomplete.tsx'))

/** Chooses a unit by part of its name or the start of its code. */
export function UnitInput(props: UnitInputProps) {
  return (
    <Suspense fallback={<ComingInput label={props.label} />}>
      <UnitAutocomplete {...props} />
    </Suspense>
  )
}
