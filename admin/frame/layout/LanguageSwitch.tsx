import { gql, type TypedDocumentNode } from '@apollo/client'
import TranslateIcon from '@mui/icons-material/Translate'
import { Button } from '@mui/material'
import { useLocaleState } from 'react-admin'
import { write } from '../data/write.ts'
import { useSay } from '../language/use-say.ts'

const SET_LANGUAGE: TypedDocumentNode<{ setLanguage: 'ID' | 'EN' }, { input: { language: 'ID' | 'EN' } }> = gql`
  mutation SetLanguage($input: SetLanguageInput!) {
    setLanguage(input: $input)
  }
`

/** Switches between the two languages at once; the choice is kept on this device and, when the server can be reached, with the person. */
export function LanguageSwitch() {
  const [locale, setLocale] = useLocaleState()
  const say = useSay()
  const other = locale === 'en' ? 'id' : 'en'
  const change = () => {
    setLocale(other)
    // The screen has changed already; a language that could not be stored is only asked for again on the next device.
    write(SET_LANGUAGE, { input: { language: other === 'en' ? 'EN' : 'ID' } }).catch(() => undefined)
  }
  return (
    <Button
      color="inherit"
      size="small"
      startIcon={<TranslateIcon />}
      onClick={change}
      aria-label={say('app.switchLanguage')}
      lang={other}
      sx={{ minWidth: 0 }}
    >
      {other.toUpperCase()}
    </Button>
  )
}
