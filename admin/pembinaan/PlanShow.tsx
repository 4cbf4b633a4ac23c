import EditIcon from '@mui/icons-material/EditOutlined'
import { required, TextInput } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { ActionButton } from '../frame/command/ActionButton.tsx'
import { DetailFrame } from '../frame/detail/DetailFrame.tsx'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { PersonInput } from '../frame/form/PersonInput.tsx'
import {
  APPROVE_PLAN,
  BUDGET_PLAN,
  CANCEL_PLAN,
  COMPLETE_PLAN,
  CONSULT_PLAN,
  EVALUATE_PLAN,
  MONITOR_PLAN,
  RESUME_PLAN,
  RETURN_PLAN,
  START_PLAN,
  SUBMIT_PLAN,
  SUSPEND_PLAN,
} from './commands.ts'
import type { Plan } from './data.ts'
import { PlanBody } from './PlanBody.tsx'
import { PlanChecklist } from './PlanChecklist.tsx'
import { type StepSpec, Steps } from './Steps.tsx'

const steps: readonly StepSpec[] = [
  { name: 'CONSULT', label: 'plans.consult', document: CONSULT_PLAN, isMain: true },
  { name: 'APPROVE', label: 'plans.approve', document: APPROVE_PLAN, isMain: true },
  { name: 'RETURN', label: 'plans.return', document: RETURN_PLAN, reason: 'REQUIRED' },
  { name: 'BUDGET', label: 'plans.budget', document: BUDGET_PLAN, isMain: true },
  { name: 'START', label: 'plans.start', document: START_PLAN, isMain: true },
  { name: 'SUSPEND', label: 'plans.suspend', document: SUSPEND_PLAN, reason: 'REQUIRED' },
  { name: 'RESUME', label: 'plans.resume', document: RESUME_PLAN, isMain: true },
  { name: 'MONITOR', label: 'plans.monitor', document: MONITOR_PLAN, isMain: true },
  { name: 'EVALUATE', label: 'plans.evaluate', document: EVALUATE_PLAN, isMain: true },
  { name: 'COMPLETE', label: 'plans.finish', document: COMPLETE_PLAN, isMain: true },
  { name: 'CANCEL', label: 'plans.cancel', document: CANCEL_PLAN, reason: 'REQUIRED' },
]

/** One plan with its checklist, its content and its chain of approval. */
export default function PlanShow() {
  return (
    <DetailFrame<Plan>
      heading={(plan) => ({
        title: plan.title,
        subtitle: `${plan.year} · ${plan.unit.name}`,
        chips: <StateChip group="planState" code={plan.state} />,
        actions: <Commands plan={plan} />,
      })}
    >
      {(plan) => (
        <>
          <PlanChecklist plan={plan} />
          <PlanBody plan={plan} />
        </>
      )}
    </DetailFrame>
  )
}

function Commands({ plan }: { plan: Plan }) {
  const navigate = useNavigate()
  const { id, revision } = plan
  const open = plan.actions.filter(({ enabled }) => enabled)
  const edit = open.find(({ name }) => name === 'EDIT')
  return (
    <>
      {edit && (
        <ActionButton action={edit} label="plans.edit" icon={<EditIcon />} onClick={() => navigate(`/pembinaan-plans/${id}`)} />
      )}
      <FormDialogButton label="plans.submit" variant="contained" verdict={{ actions: open, name: 'SUBMIT' }}>
        {(close) => (
          <FormFrame
            document={SUBMIT_PLAN}
            about={id}
            variables={({ employeeId, capacity }) => ({
              ...{ id, revision, approvers: [{ employeeId: String(employeeId), capacity: String(capacity) }] },
            })}
            submit="plans.submit"
            done="pembinaan.done"
            onDone={close}
            onCancel={close}
          >
            <PersonInput source="employeeId" label="plans.approver" validate={required()} />
            <TextInput source="capacity" label="plans.capacity" helperText={false} validate={required()} />
          </FormFrame>
        )}
      </FormDialogButton>
      <Steps record={plan} specs={steps} />
    </>
  )
}
