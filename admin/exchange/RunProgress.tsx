import { Alert, Box, LinearProgress, Typography } from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useRead } from '../frame/data/read.ts'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { ContinueButton } from './ContinueButton.tsx'
import { IMPORT_RUN, type ImportRunDetail } from './data.ts'
import { RunReport } from './RunReport.tsx'

const pollMs = 1_000
const isUnderWay = (run: ImportRunDetail | undefined) => run?.state === 'RECEIVED' || run?.state === 'RUNNING'

/** Follows a run until it ends, then shows what came of it. */
export function RunProgress({ id }: { id: string }) {
  const say = useSay()
  const format = useFormat()
  const queries = useQueryClient()
  const wasUnderWay = useRef(false)
  const { data, error, isPending, refetch } = useRead(
    IMPORT_RUN,
    { id },
    { pollWhile: ({ importRun }) => isUnderWay(importRun), pollMs },
  )
  const run = data?.importRun
  useEffect(() => {
    // The history, the lists and the counts are out of date once the run has ended.
    if (wasUnderWay.current && run && !isUnderWay(run)) void queries.invalidateQueries()
    wasUnderWay.current = isUnderWay(run)
  }, [run, queries])
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending || !run) return <PageSkeleton rows={4} />
  const share = run.totalRows > 0 ? Math.min(100, Math.round((run.committedRows / run.totalRows) * 100)) : 0
  return (
    <>
      {isUnderWay(run) && (
        <Box sx={{ my: 2 }} role="status">
          <Typography sx={{ mb: 0.5 }}>
            {say('imports.progress', { done: format.number(run.committedRows), total: format.number(run.totalRows) })}
          </Typography>
          <LinearProgress
            variant={run.totalRows > 0 ? 'determinate' : 'indeterminate'}
            value={share}
            aria-label={say('imports.progressBar')}
            sx={{ height: 8, borderRadius: 4 }}
          />
          <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
            {say('imports.leaveHelp')}
          </Typography>
        </Box>
      )}
      {run.failure && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {run.failure}
        </Alert>
      )}
      <ContinueButton run={run} />
      {run.report && !isUnderWay(run) && <RunReport run={run} report={run.report} />}
    </>
  )
}
