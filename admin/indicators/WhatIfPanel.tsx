import PrintIcon from '@mui/icons-material/PrintOutlined'
import { Alert, Box, Button, Skeleton, Typography } from '@mui/material'
import { useState } from 'react'
import { PeriodChoice } from '../appraisals/PeriodChoice.tsx'
import { usePeriods } from '../appraisals/use-periods.ts'
import { Figure } from '../frame/chart/Figure.tsx'
import { useRead } from '../frame/data/read.ts'
import { RuleLink } from '../frame/detail/RuleLink.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import type { Version } from './data.ts'
import { WhatIfMovers } from './WhatIfMovers.tsx'
import { WhatIfMoves } from './WhatIfMoves.tsx'
import { WhatIfPredikat } from './WhatIfPredikat.tsx'
import { WhatIfRanks } from './WhatIfRanks.tsx'
import { WhatIfUnits } from './WhatIfUnits.tsx'
import { WHAT_IF } from './what-if.ts'

type Props = { draft: Version; active: Version | undefined }

/** What the draft would have done to the appraisals of a period, computed by the server on real data; nothing is saved. */
export function WhatIfPanel({ draft, active }: Props) {
  const say = useSay()
  const format = useFormat()
  const [chosen, setChosen] = useState<string | null>(null)
  const { years, latest, isPending: areYearsPending } = usePeriods()
  const periodKey = chosen ?? latest
  const { data, error, isPending, refetch } = useRead(
    WHAT_IF,
    { input: { draftId: draft.id, periodKey: periodKey ?? '' } },
    { enabled: periodKey !== null && active !== undefined, keepPrevious: true },
  )
  if (!active) return <Alert severity="info">{say('whatIf.firstVersion')}</Alert>
  if (!areYearsPending && periodKey === null) return <Alert severity="info">{say('whatIf.noPeriod')}</Alert>
  return (
    <Section
      title="whatIf.title"
      help="whatIf.help"
      actions={
        <>
          <RuleLink rule="F2" />
          <Button size="small" startIcon={<PrintIcon />} onClick={() => window.print()}>
            {say('whatIf.print')}
          </Button>
        </>
      }
    >
      <Typography sx={{ mb: 2 }}>
        {draft.counterIndicatorCode ? say('whatIf.counter', { code: draft.counterIndicatorCode }) : say('whatIf.noCounter')}
      </Typography>
      <Box sx={{ mb: 2 }}>
        <PeriodChoice periods={years} value={periodKey} onChange={setChosen} />
      </Box>
      {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
      {isPending && !error && <Skeleton variant="rounded" height={120} />}
      {data && (
        <>
          <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))', mb: 2 }}>
            <Figure label={say('whatIf.appraisals')} value={format.number(data.whatIf.counts.appraisals)} />
            <Figure label={say('whatIf.changedLevel')} value={format.number(data.whatIf.counts.changedLevel)} />
            <Figure label={say('whatIf.changedPredikat')} value={format.number(data.whatIf.counts.changedPredikat)} />
            <Figure label={say('whatIf.helped')} value={`↑ ${format.number(data.whatIf.counts.helped)}`} />
            <Figure label={say('whatIf.hurt')} value={`↓ ${format.number(data.whatIf.counts.hurt)}`} />
            <Figure
              label={say('whatIf.rankStability')}
              value={format.number(data.whatIf.rankStability, 3)}
              note={say('whatIf.rankStabilityHelp')}
            />
          </Box>
          {data.whatIf.counts.changedLevel === 0 && data.whatIf.counts.helped + data.whatIf.counts.hurt === 0 ? (
            <Typography>{say('whatIf.nothingMoves')}</Typography>
          ) : (
            <>
              <WhatIfRanks rankStability={data.whatIf.rankStability} unitRanks={data.whatIf.unitRanks} />
              <WhatIfMoves moves={data.whatIf.moves} />
              <WhatIfPredikat before={data.whatIf.predikatBefore} after={data.whatIf.predikatAfter} />
              <WhatIfUnits units={data.whatIf.units} />
              <WhatIfMovers draftId={draft.id} periodKey={periodKey ?? ''} />
            </>
          )}
        </>
      )}
    </Section>
  )
}
