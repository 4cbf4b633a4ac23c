import { CommandButton } from '../frame/command/CommandButton.tsx'
import { CONTINUE_IMPORT, type ImportRunDetail } from './data.ts'

/** A run that was just started is left in peace; one that has not ended for longer may have been cut off. */
const patienceMs = 60_000

/** Goes on with a run that stopped before its end. */
export function ContinueButton({ run }: { run: ImportRunDetail }) {
  const isOld = Date.now() - Date.parse(run.createdAt) > patienceMs
  if (run.state === 'FINISHED' || (run.state !== 'FAILED' && !isOld)) return null
  return (
    <CommandButton
      actions={run.actions}
      name="CONTINUE_IMPORT"
      label="imports.continue"
      document={CONTINUE_IMPORT}
      variables={() => ({ input: { id: run.id } })}
      question="imports.continueQuestion"
      done="imports.continued"
    />
  )
}
