import { Box, Typography } from '@mui/material'
import { PeriodActions } from '../appraisals/PeriodActions.tsx'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { PERIOD_STANDING } from './data.ts'

/** Where the period itself stands, with what can be done about it. */
export function StandingSection({ periodKey }: { periodKey: string }) {
  const say = useSay()
  const format = useFormat()
  const { data, error, isPending, refetch } = useRead(PERIOD_STANDING, { key: periodKey }, { keepPrevious: true })
  return (
    <Section title="cockpitPage.standing" actions={<StateChip group="periodState" code={data?.period.state} />}>
      {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <PageSkeleton rows={1} />}
      {data && (
        <>
          <Typography sx={{ mb: 1 }}>
            {say('periods.closesOn')}: {format.date(data.period.closesOn)}
          </Typography>
          <Box>
            <PeriodActions period={data.period} />
          </Box>
        </>
      )}
    </Section>
  )
}
