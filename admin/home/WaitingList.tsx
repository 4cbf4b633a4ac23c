import { Box } from '@mui/material'
import { Figure } from '../frame/chart/Figure.tsx'
import { useRead } from '../frame/data/read.ts'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { listLink } from '../frame/list/list-link.ts'
import { useMay } from '../frame/viewer-context.ts'
import { OPEN_ISSUES, REVIEWS } from './data.ts'

/** What waits for this person: only what they may act on. */
export function WaitingList() {
  const say = useSay()
  const format = useFormat()
  const mayMend = useMay('organization.write')
  const mayApprove = useMay('indicators.approve')
  const issues = useRead(OPEN_ISSUES, {}, { enabled: mayMend })
  const reviews = useRead(REVIEWS, {}, { enabled: mayApprove })
  if (!mayMend && !mayApprove) return null
  return (
    <Box
      component="section"
      aria-label={say('home.waiting')}
      sx={{ display: 'grid', gap: 1.5, mt: 1.5, gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))' }}
    >
      {mayMend && (
        <Figure
          label={say('home.openIssues')}
          value={format.number(issues.data?.dataIssues.totalCount)}
          note={say('home.openIssuesHelp')}
          to={listLink('data-issues', { state: 'OPEN' })}
        />
      )}
      {mayApprove && (
        <Figure
          label={say('home.reviews')}
          value={format.number(reviews.data?.indicators.totalCount)}
          note={say('home.reviewsHelp')}
          to={listLink('indicators', { draftState: 'REVIU' })}
        />
      )}
    </Box>
  )
}
