import { Sidebar, type SidebarProps } from 'react-admin'
import { useSay } from '../language/use-say.ts'
import { useIsPhone } from '../use-is-phone.ts'

/** The place of the menu; on a phone it is a dialog, and has a name as such. */
export function AppSidebar(props: SidebarProps) {
  const say = useSay()
  const isPhone = useIsPhone()
  return <Sidebar {...props} {...(isPhone ? { slotProps: { paper: { 'aria-label': say('app.mainMenu') } } } : {})} />
}
