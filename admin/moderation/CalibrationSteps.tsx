import { Box, Button, Checkbox, FormControlLabel, FormGroup } from '@mui/material'
import { useState } from 'react'
import { useNotify } from 'react-admin'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { staleNotice } from '../frame/command/StaleNotice.tsx'
import { useWrite } from '../frame/data/write.ts'
import { FormDialogButton } from '../frame/form/FormDialogButton.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { UnsavedNotice } from '../frame/state/UnsavedNotice.tsx'
import { ATTEND, CANCEL, LOCK, OPEN } from './commands.ts'
import type { Calibration } from './data.ts'

/** The steps that lead on from where a session stands; the server names them. */
export function CalibrationSteps({ session }: { session: Calibration }) {
  const { id, revision, state, actions } = session
  if (state === 'TERKUNCI' || state === 'DIBATALKAN') return null
  const one = { id, revision }
  const common = { actions, fault: staleNotice }
  return (
    <>
      {state === 'DIJADWALKAN' && (
        <CommandButton
          {...common}
          name="OPEN"
          label="calibrationStep.open"
          variant="contained"
          document={OPEN}
          variables={() => ({ input: one })}
          question="calibrationStep.openQuestion"
          done="calibrationStep.opened"
        />
      )}
      {state === 'BERLANGSUNG' && (
        <>
          <FormDialogButton label="calibrationStep.attend" verdict={{ actions, name: 'ATTEND' }}>
            {(close) => <Attendance session={session} onDone={close} />}
          </FormDialogButton>
          <CommandButton
            {...common}
            name="LOCK"
            label="calibrationStep.lock"
            variant="contained"
            document={LOCK}
            variables={(minutes) => ({ input: { ...one, minutes } })}
            question="calibrationStep.lockQuestion"
            done="calibrationStep.locked"
            reason="REQUIRED"
          />
        </>
      )}
      <CommandButton
        {...common}
        name="CANCEL"
        label="calibrationStep.cancel"
        color="error"
        document={CANCEL}
        variables={(reason) => ({ input: { ...one, reason } })}
        question="calibrationStep.cancelQuestion"
        done="calibrationStep.cancelled"
        reason="REQUIRED"
      />
    </>
  )
}

/** Who came: members who are present already stay so. */
function Attendance({ session, onDone }: { session: Calibration; onDone: () => void }) {
  const say = useSay()
  const notify = useNotify()
  const [present, setPresent] = useState<readonly string[]>([])
  const command = useWrite(ATTEND)
  const absent = session.members.nodes.filter(({ presentAt, employee }) => presentAt === null && employee !== null)
  const toggle = (id: string) => setPresent(present.includes(id) ? present.filter((one) => one !== id) : [...present, id])
  const save = () =>
    command.mutate(
      { input: { id: session.id, revision: session.revision, presentIds: present } },
      {
        onSuccess: () => {
          notify('calibrationStep.attended', { type: 'success' })
          onDone()
        },
      },
    )
  return (
    <Box>
      <FormGroup>
        {absent.map(({ employee }) =>
          employee ? (
            <FormControlLabel
              key={employee.id}
              control={<Checkbox checked={present.includes(employee.id)} onChange={() => toggle(employee.id)} />}
              label={employee.fullName}
            />
          ) : null,
        )}
      </FormGroup>
      {command.error && <UnsavedNotice error={command.error} isSubmit />}
      <Button variant="contained" disabled={present.length === 0} loading={command.isPending} onClick={save} sx={{ mt: 1 }}>
        {say('calibrationStep.attend')}
      </Button>
    </Box>
  )
}
