import { Box, Tab, Tabs } from '@mui/material'
import { type ReactNode, useId } from 'react'
import { useSearchParams } from 'react-router-dom'
import type { MessageKey } from '../language/messages.ts'
import { useSay } from '../language/use-say.ts'

export type PageTab = { name: string; label: MessageKey; content: () => ReactNode }

/** Tabs whose choice lives in the address; only the chosen one is drawn and read. */
export function PageTabs({ tabs, label }: { tabs: PageTab[]; label: MessageKey }) {
  const say = useSay()
  const id = useId()
  const [search, setSearch] = useSearchParams()
  const chosen = tabs.find((tab) => tab.name === search.get('tab')) ?? tabs[0]
  if (!chosen) return null
  // What else the page keeps in the address, such as its period and unit, holds for every tab.
  const choose = (name: string) =>
    setSearch(
      (before) => {
        before.set('tab', name)
        return before
      },
      { replace: true },
    )
  return (
    <>
      <Tabs
        value={chosen.name}
        onChange={(_event, name: string) => choose(name)}
        variant="scrollable"
        allowScrollButtonsMobile
        aria-label={say(label)}
        sx={{ mb: 2, borderBottom: 1, borderColor: 'divider' }}
      >
        {tabs.map((tab) => (
          <Tab key={tab.name} value={tab.name} label={say(tab.label)} id={`${id}-${tab.name}`} aria-controls={`${id}-panel`} />
        ))}
      </Tabs>
      <Box role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen.name}`}>
        {chosen.content()}
      </Box>
    </>
  )
}
