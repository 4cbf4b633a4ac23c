import { Box, Skeleton } from '@mui/material'
import { useSay } from '../language/use-say.ts'

/** What stands while a page and its data are on their way. */
export function PageSkeleton({ rows = 8 }: { rows?: number }) {
  const say = useSay()
  return (
    <Box role="status" aria-label={say('app.loading')} sx={{ pt: 3 }}>
      <Skeleton variant="rounded" width="40%" height={30} sx={{ mb: 2 }} />
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all alike and never move
        <Skeleton key={row} variant="rounded" height={34} sx={{ mb: 1 }} />
      ))}
    </Box>
  )
}
