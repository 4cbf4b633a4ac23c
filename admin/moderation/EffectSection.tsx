import { Box, Typography } from '@mui/material'
import { Link } from 'react-router-dom'
import { PredikatChip } from '../frame/chip/PredikatChip.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useSay } from '../frame/language/use-say.ts'
import type { Effect } from './data.ts'
import { SpreadPictures } from './SpreadPictures.tsx'

/** What a session did: the spread before and after it beside what the evidence alone suggests, and who was moved. */
export function EffectSection({ effect, file }: { effect: Effect; file: string }) {
  const say = useSay()
  const { before, after, suggested, raised, lowered, loweredBelowEvidence, moved, isLocked } = effect
  return (
    <Section title="effect.title">
      <Typography sx={{ color: 'text.secondary', mb: 1.5, maxWidth: '75ch' }}>
        {say('effect.help', { after: say(isLocked ? 'effect.afterLocked' : 'effect.afterNow') })}
      </Typography>
      <SpreadPictures
        caption="effect.title"
        file={file}
        pictures={[
          { label: 'effect.before', spread: before },
          { label: 'effect.after', spread: after },
          { label: 'effect.suggested', spread: suggested },
        ]}
      />
      <Typography sx={{ mt: 1.5 }}>{say('effect.counts', { raised, lowered, below: loweredBelowEvidence })}</Typography>
      {moved.length > 0 && (
        <>
          <Typography variant="h3" component="h3" sx={{ mt: 2, mb: 1 }}>
            {say('effect.moved')}
          </Typography>
          <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 0.75 }}>
            {moved.map(({ id, predikat, employee }) => (
              <Box component="li" key={id} sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
                <Link to={`/appraisals/${id}/show`}>{employee.fullName}</Link>
                <PredikatChip predikat={predikat} />
              </Box>
            ))}
          </Box>
        </>
      )}
    </Section>
  )
}
