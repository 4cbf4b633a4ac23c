import { SearchInput } from 'react-admin'
import type { MessageKey } from '../language/messages.ts'
import { useSay } from '../language/use-say.ts'

type Props = { source: string; hint: MessageKey; alwaysOn?: boolean }

/** The search field of a list; its hint says what can be searched for. */
export function SearchFilter({ source, hint }: Props) {
  const say = useSay()
  return (
    <SearchInput
      source={source}
      placeholder={say(hint)}
      slotProps={{ htmlInput: { 'aria-label': say(hint) } }}
      sx={{ minWidth: 240 }}
    />
  )
}
