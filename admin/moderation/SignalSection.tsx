import { Box, MenuItem, TextField, Typography } from '@mui/material'
import { Link } from 'react-router-dom'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { codesOf, useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import type { Scope } from '../home/data.ts'
import type { ScopeState } from '../home/use-scope.ts'
import { ANSWER_SIGNAL } from './commands.ts'
import { SIGNALS, type Signal } from './data.ts'

/** The gaming register as questions about units, with what was answered: never findings, never penalties. */
export function SignalSection({ scope, periodKey, underUnitId }: Scope & { scope: ScopeState }) {
  const say = useSay()
  const label = useCodeLabel()
  const code = scope.get('code')
  const { data, error, isPending, refetch } = useRead(SIGNALS, { periodKey, underUnitId, code }, { keepPrevious: true })
  return (
    <Section title="questions.title" help="questions.help">
      <TextField
        select
        label={say('questions.kind')}
        value={code ?? ''}
        onChange={(event) => scope.change('code', event.target.value || null)}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        fullWidth={false}
        sx={{ minWidth: 240, mb: 2 }}
      >
        <MenuItem value="">{say('questions.all')}</MenuItem>
        {codesOf('signalCode').map(({ id }) => (
          <MenuItem key={id} value={id}>
            {label('signalCode', id)}
          </MenuItem>
        ))}
      </TextField>
      {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <PageSkeleton rows={4} />}
      {data?.gamingSignals.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{say('questions.none')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {data?.gamingSignals.map((signal) => (
          <Question key={`${signal.code} ${signal.unit.id}`} signal={signal} periodKey={periodKey} />
        ))}
      </Box>
    </Section>
  )
}

function Question({ signal: { code, count, of, unit, answers, actions }, periodKey }: { signal: Signal; periodKey: string }) {
  const say = useSay()
  const format = useFormat()
  const label = useCodeLabel()
  const offered = actions.filter(({ enabled }) => enabled)
  return (
    <Box component="li" sx={{ py: 1.5, borderBottom: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <ToneChip tone="quiet" label={label('signalCode', code)} />
        <Link to={`/units/${unit.id}/show`}>{unit.name}</Link>
        <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
          {say('questions.cases', { count: format.number(count), of: format.number(of) })}
        </Typography>
      </Box>
      <Typography sx={{ my: 0.75 }}>{label('signalQuestion', code)}</Typography>
      {answers.map(({ id, answer, answeredAt, answeredBy }) => (
        <Box key={id} component="blockquote" sx={{ m: 0, mb: 0.75, pl: 1.5, borderLeft: 3, borderColor: 'divider' }}>
          <Typography>{answer}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {say('questions.by', { name: answeredBy?.fullName ?? say('questions.someone'), at: format.instant(answeredAt) })}
          </Typography>
        </Box>
      ))}
      <CommandButton
        actions={offered}
        name="ANSWER"
        label="questions.answer"
        size="small"
        variant="outlined"
        document={ANSWER_SIGNAL}
        variables={(answer) => ({ input: { unitId: unit.id, periodKey, code, answer } })}
        question="questions.answerQuestion"
        done="questions.answered"
        reason="REQUIRED"
      />
    </Box>
  )
}
