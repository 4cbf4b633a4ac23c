import { lazy, Suspense } from 'react'
import type { Validator } from 'react-admin'
import type { MessageKey } from '../language/messages.ts'
import { ComingInput } from './ComingInput.tsx'

export type PersonInputProps = {
  source: string
  label: MessageKey
  helperText?: MessageKey
  validate?: Validator
  alwaysOn?: boolean
}

const PersonAutocomplete = lazy(() => import('./PersonAutocomplete.tsx'))

/** Chooses an employee by part of the name or of the NIP. */
export function PersonInput(props: PersonInputProps) {
  return (
    <Suspense fallback={<ComingInput label={props.label} />}>
      <PersonAutocomplete {...props} />
    </Suspense>
  )
}
