import { Alert, Box, MenuItem, TextField, Typography } from '@mui/material'
import { useRead } from '../frame/data/read.ts'
import { RuleLink } from '../frame/detail/RuleLink.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { codesOf, useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { PATTERN, type Scope } from './data.ts'
import type { ScopeState } from './use-scope.ts'

/** The spread beside the pattern of the circular, for a predikat of the organisation that the reader chooses. A consideration, not a quota. */
export function PatternPanel({ scope, periodKey, underUnitId }: Scope & { scope: ScopeState }) {
  const say = useSay()
  const format = useFormat()
  const label = useCodeLabel()
  const orgPredikat = scope.get('org') ?? 'BAIK'
  const { data, error, isPending, refetch } = useRead(PATTERN, { periodKey, underUnitId, orgPredikat }, { keepPrevious: true })
  const pattern = data?.predikatPattern
  const told = (isShare: boolean, value: number) =>
    isShare ? format.percent(value) : say('home.people', { count: format.number(value) })
  return (
    <Section title="home.pattern" help="home.patternHelp" actions={<RuleLink rule="F6" />}>
      <TextField
        select
        label={say('home.orgPredikat')}
        value={orgPredikat}
        onChange={(event) => scope.change('org', event.target.value)}
        fullWidth={false}
        sx={{ minWidth: 220, mb: 1.5 }}
      >
        {codesOf('orgPredikat').map(({ id }) => (
          <MenuItem key={id} value={id}>
            {label('orgPredikat', id)}
          </MenuItem>
        ))}
      </TextField>
      {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <PageSkeleton rows={2} />}
      {pattern && (
        <Box>
          {!pattern.isLargeEnough && (
            <Alert severity="info" sx={{ mb: 1 }}>
              {say('home.patternSmall', { count: format.number(pattern.people) })}
            </Alert>
          )}
          {pattern.deviations.length === 0 && pattern.people > 0 && <Typography>{say('home.patternKept')}</Typography>}
          {pattern.deviations.length > 0 && (
            <Box component="ul" sx={{ pl: 2.5, m: 0 }}>
              {pattern.deviations.map(({ code, isShare, limit, actual }) => (
                <li key={code}>
                  {label('patternLine', code)}:{' '}
                  {say('home.patternDeviation', { limit: told(isShare, limit), actual: told(isShare, actual) })}
                </li>
              ))}
            </Box>
          )}
          {pattern.isModeUnexpected && (
            <Typography variant="body2" sx={{ color: 'text.secondary', mt: 1 }}>
              {say('home.patternMode')}
            </Typography>
          )}
        </Box>
      )}
    </Section>
  )
}
