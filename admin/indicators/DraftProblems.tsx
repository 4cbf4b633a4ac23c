import { Box } from '@mui/material'
import { useSay } from '../frame/language/use-say.ts'
import type { Version } from './data.ts'
import { ProblemList } from './ProblemList.tsx'

/** What the server finds wrong or doubtful about a version in work. */
export function DraftProblems({ version }: { version: Version }) {
  const say = useSay()
  const problems = version.problems ?? []
  if (problems.length === 0 || !(version.state === 'DRAFT' || version.state === 'REVIU')) return null
  return (
    <Box role="group" aria-label={say('indicators.problems')}>
      <ProblemList problems={problems} />
    </Box>
  )
}
