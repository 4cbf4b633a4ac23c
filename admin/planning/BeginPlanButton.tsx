import NewIcon from '@mui/icons-material/NoteAddOutlined'
import { NumberInput, required } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { usePeriods } from '../appraisals/use-periods.ts'
import { CodeInput } from '../frame/form/CodeInput.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { PersonInput } from '../frame/form/PersonInput.tsx'
import { DRAFT_SKP } from './commands.ts'

/** Begins the plan of somebody: of oneself, of a person whom one appraises, or as tim kinerja of anybody. */
export function BeginPlanButton() {
  const navigate = useNavigate()
  const { years } = usePeriods()
  const open = years.find(({ state }) => state !== 'CLOSED')
  return (
    <FormDialogButton label="skps.begin" icon={<NewIcon />} size="small" variant="text">
      {(close) => (
        <FormFrame
          document={DRAFT_SKP}
          about={null}
          initial={{ year: open ? Number(open.key) : undefined, approach: 'KUANTITATIF' }}
          variables={({ employeeId, year, approach }) => ({ input: { employeeId, year: Number(year), approach } })}
          submit="skps.begin"
          done="myPlan.started"
          onDone={({ draftSkp }) => navigate(`/skps/${draftSkp.id}/show?tab=edit`)}
          onCancel={close}
        >
          <PersonInput source="employeeId" label="skps.whose" validate={required()} />
          <NumberInput source="year" label="skps.year" helperText={false} validate={required()} />
          <CodeInput source="approach" group="skpApproach" label="skps.approach" />
        </FormFrame>
      )}
    </FormDialogButton>
  )
}
