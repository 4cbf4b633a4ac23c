import TranslateIcon from '@mui/icons-material/Translate'
import { Button } from '@mui/material'
import { useLanguage, useSay } from '../language/use-say.ts'
import { useChangeLanguage } from './use-language.ts'

/** Switches between the two languages; the choice is kept on this device and with the person. */
export function LanguageSwitch() {
  const say = useSay()
  const language = useLanguage()
  const change = useChangeLanguage()
  const other = language === 'en' ? 'id' : 'en'
  return (
    <Button
      color="inherit"
      size="small"
      startIcon={<TranslateIcon />}
      onClick={() => change(other)}
      aria-label={`${other.toUpperCase()}: ${say('app.switchLanguage')}`}
      lang={other}
      sx={{ minWidth: 0 }}
    >
      {other.toUpperCase()}
    </Button>
  )
}
