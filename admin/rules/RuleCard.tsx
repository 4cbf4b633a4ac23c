import { Box, Card, Typography } from '@mui/material'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import type { MessageKey } from '../frame/language/messages.ts'
import { useSay } from '../frame/language/use-say.ts'
import type { Rule } from './data.ts'
import { RuleExample } from './RuleExample.tsx'

/** One rule in words: what it answers, how, by which source and which settings, and an example that can be computed again. */
export function RuleCard({ rule }: { rule: Rule }) {
  const say = useSay()
  const heading = `rule-${rule.id}`
  return (
    <Card
      component="section"
      id={rule.id}
      tabIndex={-1}
      aria-labelledby={heading}
      sx={{ p: { xs: 1.5, sm: 2.5 }, mb: 2, scrollMarginTop: 72, outline: 'none', '&:focus': { borderColor: 'primary.main' } }}
    >
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap', mb: 0.5 }}>
        <Typography id={heading} variant="h2" component="h2">
          {rule.id} · {rule.title}
        </Typography>
        {rule.isLocal && <ToneChip tone="warn" label={say('indicators.local')} />}
      </Box>
      <Typography sx={{ mb: 1.5, maxWidth: '75ch' }}>{rule.answers}</Typography>
      <Part title="rules.formula">{rule.formula}</Part>
      {!rule.isLocal && <Part title="rules.source">{rule.source}</Part>}
      {rule.localPart && <Part title="rules.localPart">{rule.localPart}</Part>}
      {rule.settings.length > 0 && <RuleSettings settings={rule.settings} />}
      <RuleExample rule={rule} />
    </Card>
  )
}

function Part({ title, children }: { title: MessageKey; children: string }) {
  const say = useSay()
  return (
    <Box sx={{ mb: 1.25, maxWidth: '75ch' }}>
      <Typography variant="body2" sx={{ color: 'text.secondary', fontWeight: 600 }}>
        {say(title)}
      </Typography>
      <Typography>{children}</Typography>
    </Box>
  )
}

function RuleSettings({ settings }: Pick<Rule, 'settings'>) {
  const say = useSay()
  return (
    <Box sx={{ mb: 1.25 }}>
      <Typography variant="body2" sx={{ color: 'text.secondary', fontWeight: 600 }}>
        {say('rules.settings')}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {settings.map(({ key, label, value, unit, isLocal }) => (
          <li key={key}>
            {label}: <strong>{value === '' ? say('rules.emptyValue') : value}</strong>
            {unit && value !== '' ? ` ${unit}` : ''}
            {isLocal ? ` (${say('indicators.local')})` : ''}
          </li>
        ))}
      </Box>
    </Box>
  )
}
