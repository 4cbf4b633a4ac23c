import { SelectInput, type SelectInputProps } from 'react-admin'
import type { CodeGroup } from '../language/codes.ts'
import type { MessageKey } from '../language/messages.ts'
import { codesOf } from '../language/use-say.ts'

type Props = Omit<SelectInputProps, 'choices' | 'label'> & {
  source: string
  group: CodeGroup
  label: MessageKey
  codes?: readonly string[]
}

/** Chooses one code of the server by its label. */
export function CodeInput({ group, codes, ...rest }: Props) {
  const choices = codesOf(group).filter((choice) => !codes || codes.includes(choice.id))
  return <SelectInput choices={choices} sx={{ minWidth: 180 }} helperText={false} {...rest} />
}
