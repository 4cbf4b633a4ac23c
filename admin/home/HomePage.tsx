import { Box, Typography } from '@mui/material'
import { Title } from 'react-admin'
import { useRead } from '../frame/data/read.ts'
import { useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { useMay } from '../frame/viewer-context.ts'
import { Cockpit } from './Cockpit.tsx'
import { SET_UP } from './data.ts'
import { OwnAppraisals } from './OwnAppraisals.tsx'
import { SetUpPath } from './SetUpPath.tsx'
import { setUpSteps } from './set-up.ts'

/** The way to an open period while something is missing; from then on the cockpit. */
export default function HomePage() {
  const say = useSay()
  const maySetUp = useMay('imports.run')
  const { data, error, isPending, refetch } = useRead(SET_UP, {})
  const steps = data ? setUpSteps(data) : []
  const isSetUp = steps.every(({ isDone }) => isDone)
  return (
    <Box sx={{ pt: 2 }}>
      <Title title="home.title" />
      <OwnAppraisals />
      {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <PageSkeleton rows={6} />}
      {data && !isSetUp && (maySetUp ? <SetUpPath steps={steps} /> : <Typography>{say('home.notSetUp')}</Typography>)}
      {data && isSetUp && <Cockpit counts={data} />}
    </Box>
  )
}
