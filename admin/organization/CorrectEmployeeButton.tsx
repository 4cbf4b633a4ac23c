import EditIcon from '@mui/icons-material/EditOutlined'
import { DateInput, required, TextInput } from 'react-admin'
import { useRead } from '../frame/data/read.ts'
import { useWrite } from '../frame/data/write.ts'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { CLOSE_DATA_ISSUE, CORRECT_EMPLOYEE } from './commands.ts'
import { CORRECTABLE, type Correctable, type Mendable } from './data.ts'

const fields = [
  'name',
  'titleBefore',
  'titleAfter',
  'nip',
  'sex',
  'birthPlace',
  'birthOn',
  'positionTitle',
  'email',
  'phone',
] as const satisfies readonly (keyof Correctable)[]

type Props = {
  employee: Mendable
  size?: 'small'
  /** The data issue that the correction mends; it is closed with it. */
  issueId?: string
}

/** Corrects data of a person that were entered wrongly. Histories are corrected in their source file. */
export function CorrectEmployeeButton({ employee, size, issueId }: Props) {
  return (
    <FormDialogButton
      label="employees.correct"
      icon={<EditIcon />}
      {...(size ? { size } : {})}
      verdict={{ actions: employee.actions, name: 'CORRECT_EMPLOYEE' }}
    >
      {(close) => <CorrectionForm id={employee.id} issueId={issueId} onClose={close} />}
    </FormDialogButton>
  )
}

/** The data as they are now: what somebody else changed meanwhile is refused by the server. */
function CorrectionForm({ id, issueId, onClose }: { id: string; issueId: string | undefined; onClose: () => void }) {
  const say = useSay()
  const { data, error, isPending } = useRead(CORRECTABLE, { id })
  const closeIssue = useWrite(CLOSE_DATA_ISSUE)
  if (error) return <FaultNotice error={error} />
  if (isPending) return <PageSkeleton rows={6} />
  const { updatedAt, ...before } = data.employee
  const changed = (values: Record<string, unknown>) =>
    Object.fromEntries(
      fields.filter((field) => (values[field] ?? null) !== before[field]).map((field) => [field, values[field] ?? null]),
    )
  const finish = () => {
    const reason = say('issues.mendedByCorrection')
    if (issueId) closeIssue.mutate({ input: { id: issueId, resolution: 'RESOLVED', reason } })
    onClose()
  }
  return (
    <FormFrame
      document={CORRECT_EMPLOYEE}
      about={id}
      initial={before}
      variables={(values) => ({ input: { id, expectedUpdatedAt: updatedAt, ...changed(values), reason: values.reason } })}
      submit="employees.saveCorrection"
      done="employees.corrected"
      onDone={finish}
      onCancel={onClose}
    >
      <TextInput source="name" label="employees.plainName" helperText={false} validate={required()} />
      <TextInput source="titleBefore" label="employees.titleBefore" helperText={false} />
      <TextInput source="titleAfter" label="employees.titleAfter" helperText={false} />
      <TextInput source="nip" label="employees.nip" helperText="employees.nipHelp" validate={required()} />
      <CodeInput source="sex" group="sex" label="employees.sex" />
      <TextInput source="birthPlace" label="employees.birthPlace" helperText={false} />
      <DateInput source="birthOn" label="employees.birthOn" helperText={false} />
      <TextInput source="positionTitle" label="employees.position" helperText={false} validate={required()} />
      <TextInput source="email" label="employees.email" helperText={false} />
      <TextInput source="phone" label="employees.phone" helperText={false} />
      <TextInput source="reason" label="command.reason" helperText="command.reasonHelp" multiline validate={required()} />
    </FormFrame>
  )
}
