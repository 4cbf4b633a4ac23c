import { Alert, Box, Button } from '@mui/material'
import { useRead } from '../frame/data/read.ts'
import { useSay } from '../frame/language/use-say.ts'
import { IMPORT_RUN } from './data.ts'
import { RunProgress } from './RunProgress.tsx'

type Props = { runId: string; isBusy: boolean; onBack: () => void; onImport: () => void }

/** What would come of the file, and the button that does it. */
export function DryRunStep({ runId, isBusy, onBack, onImport }: Props) {
  const say = useSay()
  const { data } = useRead(IMPORT_RUN, { id: runId })
  const isEmpty = data?.importRun.state === 'FINISHED' && data.importRun.report?.accepted === 0
  const isReady = data?.importRun.state === 'FINISHED' && (data.importRun.report?.accepted ?? 0) > 0
  return (
    <>
      <Box sx={{ display: 'flex', gap: 1, mb: 2 }}>
        <Button variant="contained" onClick={onImport} disabled={!isReady} loading={isBusy}>
          {say('imports.runNow')}
        </Button>
        <Button onClick={onBack}>{say('imports.back')}</Button>
      </Box>
      {isEmpty && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {say('imports.nothingNew')}
        </Alert>
      )}
      <RunProgress id={runId} />
    </>
  )
}
