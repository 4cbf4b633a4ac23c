import { ArrayInput, AutocompleteArrayInput, BooleanInput, DateInput, required, SimpleFormIterator, TextInput } from 'react-admin'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { FormFrame, type Values } from '../frame/form/FormFrame.tsx'
import { PersonInput } from '../frame/form/PersonInput.tsx'
import { UnitInput } from '../frame/form/UnitInput.tsx'
import { useCodeLabel } from '../frame/language/use-say.ts'
import { CLOSE_FKP, CLOSE_FKP_AGREEMENT, type Fkp, type FkpAgreement, RECORD_FKP, UPDATE_FKP } from './data.ts'
import { AddRow, draftOf, FkpInputs } from './FkpInputs.tsx'

type Props = { fkp: Fkp; onClose: () => void }

export function EditForm({ fkp, onClose }: Props) {
  const { id, revision, title, purpose, place, heldOn, invitations } = fkp
  return (
    <FormFrame
      document={UPDATE_FKP}
      about={id}
      initial={{ title, purpose, place, heldOn, invitations: invitations?.nodes ?? [] }}
      variables={(values) => ({ input: { id, revision, ...draftOf(values) } })}
      submit="fkps.save"
      done="fkps.saved"
      onDone={onClose}
      onCancel={onClose}
    >
      <FkpInputs />
    </FormFrame>
  )
}

type TypedAgreement = { text: string; ownerId: string; dueOn: string }
type TypedIssue = { unitId: string; category: string; raisedBy: string; text: string; agreements?: TypedAgreement[] }

function outcomeOf({ attendedIds, issues }: Values) {
  return {
    attendedIds: (attendedIds ?? []) as string[],
    issues: ((issues ?? []) as TypedIssue[]).map(({ unitId, category, raisedBy, text, agreements = [] }) => ({
      unitId,
      category,
      raisedBy,
      text,
      agreements: agreements.map((one) => ({ text: one.text, ownerId: one.ownerId, dueOn: one.dueOn })),
    })),
  }
}

/** Who came, what was raised and what was agreed; saved whole. */
export function RecordForm({ fkp, onClose }: Props) {
  const label = useCodeLabel()
  const { id, revision, unit, invitations, issues } = fkp
  const guests = invitations?.nodes ?? []
  const initial = {
    attendedIds: guests.filter(({ attended }) => attended).map((one) => one.id),
    issues: issues.nodes.map(({ unit: about, category, raisedBy, text, agreements }) => ({
      unitId: about.id,
      category,
      raisedBy,
      text,
      agreements: agreements.nodes.map((one) => ({ text: one.text, ownerId: one.owner?.id, dueOn: one.dueOn })),
    })),
  }
  return (
    <FormFrame
      document={RECORD_FKP}
      about={id}
      initial={initial}
      variables={(values) => ({ input: { id, revision, ...outcomeOf(values) } })}
      submit="fkps.save"
      done="fkpStep.recorded"
      onDone={onClose}
      onCancel={onClose}
    >
      <AutocompleteArrayInput
        source="attendedIds"
        label="fkps.attended"
        helperText={false}
        choices={guests.map(({ id: guest, role, organisation }) => ({
          id: guest,
          name: `${organisation} · ${label('fkpRole', role)}`,
        }))}
        translateChoice={false}
      />
      <ArrayInput source="issues" label="fkps.issues" helperText={false}>
        <SimpleFormIterator
          addButton={<AddRow label="fkps.addIssue" row={{ unitId: unit.id, raisedBy: 'PENGGUNA_LAYANAN', agreements: [{}] }} />}
        >
          <TextInput source="text" label="fkps.issue" validate={required()} helperText={false} multiline fullWidth />
          <UnitInput source="unitId" label="fkps.issueUnit" validate={required()} />
          <CodeInput source="category" group="complaintCategory" label="fkps.category" validate={required()} />
          <CodeInput source="raisedBy" group="fkpRole" label="fkps.raisedBy" validate={required()} />
          <ArrayInput source="agreements" label="fkps.agreement" helperText={false}>
            <SimpleFormIterator disableReordering addButton={<AddRow label="fkps.addAgreement" row={{}} />}>
              <TextInput source="text" label="fkps.agreement" validate={required()} helperText={false} multiline fullWidth />
              <PersonInput source="ownerId" label="fkps.owner" validate={required()} />
              <DateInput source="dueOn" label="fkps.dueOn" validate={required()} helperText={false} />
            </SimpleFormIterator>
          </ArrayInput>
        </SimpleFormIterator>
      </ArrayInput>
    </FormFrame>
  )
}

export function CloseForm({ fkp: { id, revision }, onClose }: Props) {
  return (
    <FormFrame
      document={CLOSE_FKP}
      about={id}
      variables={({ minutes }) => ({ input: { id, revision, minutes } })}
      submit="fkpStep.close"
      done="fkpStep.closed"
      onDone={onClose}
      onCancel={onClose}
    >
      <TextInput
        source="minutes"
        label="fkps.minutes"
        helperText="fkps.minutesHelp"
        validate={required()}
        multiline
        minRows={6}
      />
    </FormFrame>
  )
}

export function CloseAgreementForm({ agreement: { id }, onClose }: { agreement: FkpAgreement; onClose: () => void }) {
  return (
    <FormFrame
      document={CLOSE_FKP_AGREEMENT}
      about={id}
      initial={{ isDone: true }}
      variables={({ isDone, result, proofUrl }) => ({
        input: { id, isDone: isDone === true, result, proofUrl: proofUrl || null },
      })}
      submit="fkpStep.closeAgreement"
      done="fkpStep.agreementClosed"
      onDone={onClose}
      onCancel={onClose}
    >
      <BooleanInput source="isDone" label="fkps.isDone" helperText="fkps.isDoneHelp" />
      <TextInput source="result" label="fkps.result" validate={required()} helperText={false} multiline minRows={3} />
      <TextInput source="proofUrl" label="fkps.proofUrl" helperText={false} />
    </FormFrame>
  )
}
