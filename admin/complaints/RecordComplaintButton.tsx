import AddIcon from '@mui/icons-material/Add'
import { Alert, Button } from '@mui/material'
import { useState } from 'react'
import { BooleanInput, required, TextInput } from 'react-admin'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { UnitInput } from '../frame/form/UnitInput.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { RECORD_COMPLAINT } from './data.ts'

/** Writes down a complaint that came at the counter, by letter or by telephone; its code is shown once. */
export function RecordComplaintButton({ onDone }: { onDone: () => void }) {
  return (
    <FormDialogButton label="complaintStep.record" icon={<AddIcon />} variant="text" size="small">
      {(close) => <RecordForm onClose={close} onDone={onDone} />}
    </FormDialogButton>
  )
}

function RecordForm({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const say = useSay()
  const [code, setCode] = useState<string | null>(null)
  if (code !== null) {
    return (
      <>
        <Alert severity="success">{say('complaints.codeIs', { code })}</Alert>
        <Button variant="contained" onClick={onClose} sx={{ mt: 2 }}>
          {say('complaints.noted')}
        </Button>
      </>
    )
  }
  return (
    <FormFrame
      document={RECORD_COMPLAINT}
      about={null}
      initial={{ channel: 'LOKET', isAboutOfficial: false }}
      variables={({ channel, category, unitId, description, isAboutOfficial, name, contact }) => ({
        input: {
          channel,
          category,
          description,
          isAboutOfficial: isAboutOfficial === true,
          unitId: unitId || null,
          ...(name || contact ? { identity: { name: name ?? '', contact: contact ?? '' } } : {}),
        },
      })}
      submit="complaintStep.record"
      done="complaintStep.recorded"
      onDone={({ recordComplaint }) => {
        setCode(recordComplaint.code)
        onDone()
      }}
      onCancel={onClose}
    >
      <CodeInput
        source="channel"
        group="complaintChannel"
        codes={['LOKET', 'WA', 'SURAT', 'LAINNYA']}
        label="complaints.channel"
        validate={required()}
      />
      <CodeInput source="category" group="complaintCategory" label="complaints.category" validate={required()} />
      <UnitInput source="unitId" label="complaints.unit" />
      <TextInput
        source="description"
        label="complaints.description"
        validate={required()}
        helperText={false}
        multiline
        minRows={4}
      />
      <BooleanInput source="isAboutOfficial" label="complaints.isAboutOfficial" helperText={false} />
      <TextInput source="name" label="complaints.name" helperText={false} />
      <TextInput source="contact" label="complaints.contact" helperText={false} />
    </FormFrame>
  )
}
