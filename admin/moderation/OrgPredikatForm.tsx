import { required, SelectInput, TextInput } from 'react-admin'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { codesOf } from '../frame/language/use-say.ts'
import { SET_ORG_PREDIKAT } from './commands.ts'
import type { UnitPattern } from './data.ts'

type Props = { unitId: string; periodKey: string; pattern: UnitPattern; onDone: () => void }

/** Sets the predikat of an organisation with its basis and, where they were asked, the advice of others (SE MenPANRB 3/2023). */
export function OrgPredikatForm({ unitId, periodKey, pattern, onDone }: Props) {
  const { version, orgPredikat, justification } = pattern
  const text = { helperText: false, multiline: true } as const
  return (
    <FormFrame
      document={SET_ORG_PREDIKAT}
      about={`${unitId} ${periodKey}`}
      initial={{ predikat: orgPredikat ?? 'BAIK', justification }}
      variables={(values) => {
        const given = Object.entries(values).filter(([, value]) => value !== '' && value !== null && value !== undefined)
        return { input: { ...Object.fromEntries(given), unitId, periodKey, version } }
      }}
      submit="org.set"
      done="org.done"
      onDone={onDone}
      onCancel={onDone}
    >
      <SelectInput
        source="predikat"
        label="org.predikat"
        helperText={false}
        choices={codesOf('orgPredikat')}
        validate={required()}
      />
      <TextInput source="basis" label="org.basis" helperText="org.basisHelp" multiline minRows={2} validate={required()} />
      <TextInput source="justification" label="org.justification" {...text} />
      <TextInput source="advicePlanning" label="org.planning" {...text} />
      <TextInput source="advicePersonnel" label="org.personnel" {...text} />
      <TextInput source="adviceInspectorate" label="org.inspectorate" {...text} />
    </FormFrame>
  )
}
