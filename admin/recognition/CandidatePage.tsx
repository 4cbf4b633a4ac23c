import { Box, MenuItem, TextField } from '@mui/material'
import { Title } from 'react-admin'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { ScopeBar } from '../home/ScopeBar.tsx'
import { useScope } from '../home/use-scope.ts'
import { CandidateTable } from './CandidateTable.tsx'
import { type AwardBasis, CANDIDATES } from './data.ts'

const bases: readonly AwardBasis[] = ['SCORE', 'RATE']

/** Whose figures of a year could ground an award, strongest first, with the sentence that a proposal would cite. Nothing follows by itself. */
export default function CandidatePage() {
  const say = useSay()
  const label = useCodeLabel()
  const scope = useScope()
  const { periodKey, unitId, get, change } = scope
  const basis: AwardBasis = get('basis') === 'RATE' ? 'RATE' : 'SCORE'
  return (
    <Box sx={{ pt: 2 }}>
      <Title title="candidates.title" />
      <ScopeBar scope={scope}>
        <TextField
          select
          label={say('awards.basis')}
          value={basis}
          onChange={(event) => change('basis', event.target.value)}
          fullWidth={false}
          sx={{ minWidth: 220 }}
        >
          {bases.map((id) => (
            <MenuItem key={id} value={id}>
              {label('awardBasis', id)}
            </MenuItem>
          ))}
        </TextField>
      </ScopeBar>
      {periodKey && <Candidates periodKey={periodKey} underUnitId={unitId} basis={basis} />}
    </Box>
  )
}

function Candidates(scope: { periodKey: string; underUnitId: string | null; basis: AwardBasis }) {
  const { data, error, isPending, refetch } = useRead(CANDIDATES, scope)
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <PageSkeleton rows={5} />
  return (
    <Section title="candidates.title" help={scope.basis === 'SCORE' ? 'candidates.scoreHelp' : 'candidates.rateHelp'}>
      <CandidateTable candidates={data.awardCandidates} periodKey={scope.periodKey} />
    </Section>
  )
}
