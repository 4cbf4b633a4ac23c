import { Box, Typography } from '@mui/material'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import type { MessageKey } from '../frame/language/messages.ts'
import { useSay } from '../frame/language/use-say.ts'
import type { Definition, Version } from './data.ts'
import { definitionFields, type Field } from './definition-fields.ts'

/** The life of an indicator in plain sentences, newest version first: who changed what, who approved it, and when it gave way. */
export function IndicatorStory({ versions }: { versions: Version[] }) {
  return (
    <Section title="story.title" help="story.help">
      <Box component="ol" reversed sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {versions.map((version) => (
          <Chapter key={version.id} version={version} />
        ))}
      </Box>
    </Section>
  )
}

function Chapter({ version }: { version: Version }) {
  const say = useSay()
  const format = useFormat()
  const { editedBy, approvedBy, publishedAt, submittedAt, supersededAt, returnReason, state, differences } = version
  const someone = say('story.someone')
  const sentences = [
    say('story.started', { who: editedBy ?? someone, at: format.instant(version.createdAt) }),
    ...(submittedAt ? [say('story.submitted', { at: format.instant(submittedAt) })] : []),
    ...(returnReason && state === 'DRAFT' ? [say('indicators.returned', { reason: returnReason })] : []),
    ...(publishedAt
      ? [
          say('story.published', {
            who: approvedBy ?? say('story.beforeTera'),
            at: format.instant(publishedAt),
            from: format.date(version.effectiveFrom),
          }),
        ]
      : []),
    ...(supersededAt ? [say('story.superseded', { at: format.instant(supersededAt) })] : []),
  ]
  return (
    <Box component="li" sx={{ borderLeft: 3, borderColor: 'divider', pl: 2, pb: 2 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', mb: 0.5 }}>
        <Typography variant="h3" component="h3">
          {say('story.version', { number: version.version })}
        </Typography>
        <StateChip group="indicatorState" code={state} />
      </Box>
      <Typography>{sentences.join(' ')}</Typography>
      {differences.length > 0 && (
        <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
          {differences.map(({ field, before, after }) => (
            <li key={field}>
              {say('story.change', {
                field: say(labelOf(field)),
                before: before ?? say('story.nothing'),
                after: after ?? say('story.nothing'),
              })}
            </li>
          ))}
        </Box>
      )}
    </Box>
  )
}

function labelOf(field: string): MessageKey {
  const known: Partial<Record<string, Field>> = definitionFields satisfies Record<keyof Definition, Field>
  return known[field]?.label ?? 'indicators.field'
}
