import AddIcon from '@mui/icons-material/Add'
import { Button } from '@mui/material'
import { ArrayInput, DateInput, required, SimpleFormIterator, TextInput, useSimpleFormIterator } from 'react-admin'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import type { Values } from '../frame/form/FormFrame.tsx'
import type { MessageKey } from '../frame/language/messages.ts'
import { useSay } from '../frame/language/use-say.ts'

/** What the draft of a forum says, and who is invited. */
export function FkpInputs() {
  return (
    <>
      <TextInput source="title" label="fkps.name" validate={required()} helperText={false} />
      <TextInput source="purpose" label="fkps.purpose" validate={required()} helperText={false} multiline minRows={2} />
      <TextInput source="place" label="fkps.place" validate={required()} helperText={false} />
      <DateInput source="heldOn" label="fkps.heldOn" validate={required()} helperText={false} />
      <ArrayInput source="invitations" label="fkps.invitations" helperText={false}>
        <SimpleFormIterator inline disableReordering addButton={<AddRow label="fkps.addInvitation" row={{}} />}>
          <CodeInput source="role" group="fkpRole" label="fkps.role" validate={required()} />
          <TextInput source="organisation" label="fkps.organisation" validate={required()} helperText={false} />
          <TextInput source="person" label="fkps.person" helperText={false} />
        </SimpleFormIterator>
      </ArrayInput>
    </>
  )
}

type Invited = { role: string; organisation: string; person?: string | null }

/** The draft as the command takes it. */
export function draftOf({ title, purpose, place, heldOn, invitations }: Values) {
  const invited = ((invitations ?? []) as Invited[]).map(({ role, organisation, person }) => ({
    role,
    organisation,
    person: person || null,
  }))
  return { title, purpose, place, heldOn, invitations: invited }
}

export function AddRow({ label, row }: { label: MessageKey; row: Record<string, unknown> }) {
  const say = useSay()
  const { add } = useSimpleFormIterator()
  return (
    <Button size="small" startIcon={<AddIcon />} onClick={() => add(row)}>
      {say(label)}
    </Button>
  )
}
