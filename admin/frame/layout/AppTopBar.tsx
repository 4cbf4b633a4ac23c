import { Chip, Typography } from '@mui/material'
import { AppBar, TitlePortal, ToggleThemeButton } from 'react-admin'
import { UpdatedSign } from '../../live/UpdatedSign.tsx'
import { NoticeBell } from '../../notices/NoticeBell.tsx'
import { useSay } from '../language/use-say.ts'
import { PaletteButton } from '../palette/PaletteButton.tsx'
import { useViewer } from '../viewer-context.ts'
import { AccountButton } from './AccountButton.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { RefreshOrBusy } from './RefreshOrBusy.tsx'

const toolbar = (
  <>
    <UpdatedSign />
    <PaletteButton />
    <NoticeBell />
    <LanguageSwitch />
    <ToggleThemeButton />
    <RefreshOrBusy />
    <AccountButton />
  </>
)

export function AppTopBar() {
  const { isDemo } = useViewer()
  const say = useSay()
  return (
    <AppBar toolbar={toolbar} userMenu={false} alwaysOn>
      <Typography component="span" sx={{ fontWeight: 700, letterSpacing: '0.02em', color: 'primary.main', mr: 2 }}>
        Tera
      </Typography>
      {isDemo && (
        <Chip size="small" variant="outlined" label={say('app.demo')} sx={{ mr: 2, display: { xs: 'none', sm: 'flex' } }} />
      )}
      <TitlePortal
        component="h1"
        variant="h6"
        sx={{ flex: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
      />
    </AppBar>
  )
}
