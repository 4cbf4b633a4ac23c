import { Alert, Box } from '@mui/material'
import { useState } from 'react'
import { required, TextInput, Title } from 'react-admin'
import { useSearchParams } from 'react-router-dom'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { ListHelp } from '../frame/list/ListHelp.tsx'
import { SIGN_SHEET } from './commands.ts'

/** Signs the sheet of a session on one's own phone: the QR code of the room leads here, or the code is typed. */
export default function SignInSheetPage() {
  const say = useSay()
  const [search] = useSearchParams()
  const [signed, setSigned] = useState<string | null>(null)
  return (
    <Box sx={{ pt: 2, maxWidth: 480 }}>
      <Title title="sheet.title" />
      <ListHelp text="sheet.help" />
      {signed ? (
        <Alert severity="success" role="status">
          {say('sheet.signed', { session: signed })}
        </Alert>
      ) : (
        <FormFrame
          document={SIGN_SHEET}
          about={search.get('code')}
          initial={{ code: search.get('code') ?? '' }}
          variables={({ code }) => ({ code: String(code ?? '') })}
          submit="sheet.sign"
          done="sheet.done"
          onDone={({ signSheet }) => setSigned(signSheet.title)}
        >
          <TextInput source="code" label="sheet.code" helperText={false} validate={required()} fullWidth />
        </FormFrame>
      )}
    </Box>
  )
}
