import { Box, Button, Typography } from '@mui/material'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { HttpError } from 'ra-core'
import { Link } from 'react-router-dom'
import { read } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { activityPage, sentenceOf } from './activity.ts'
import { ACTIVITY, type ActivityPage } from './data.ts'

const pageSize = 10

/** What was done lately in plain sentences: only what this person may read of. */
export function ActivityPanel() {
  const say = useSay()
  const format = useFormat()
  const { data, error, isPending, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery<
    ActivityPage,
    HttpError,
    { pages: ActivityPage[] },
    string[],
    string | null
  >({
    queryKey: ['read', 'Activity'],
    queryFn: ({ pageParam, signal }) => read(ACTIVITY, { first: pageSize, after: pageParam }, signal),
    initialPageParam: null,
    getNextPageParam: ({ activity: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
  })
  const rows = data?.pages.flatMap(({ activity }) => activity.nodes) ?? []
  return (
    <Section title="home.activity">
      {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <PageSkeleton rows={4} />}
      {data && rows.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{say('home.noActivity')}</Typography>}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1.25 }}>
        {rows.map((row) => {
          const page = activityPage(row)
          return (
            <li key={row.id}>
              <Typography>
                {sentenceOf(row, say)}
                {row.subject && <> {page ? <Link to={page}>{row.subject}</Link> : <strong>{row.subject}</strong>}</>}
              </Typography>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                <time dateTime={row.at}>{format.instant(row.at)}</time>
              </Typography>
            </li>
          )
        })}
      </Box>
      {hasNextPage && (
        <Button size="small" onClick={() => void fetchNextPage()} loading={isFetchingNextPage} sx={{ mt: 1 }}>
          {say('home.moreActivity')}
        </Button>
      )}
    </Section>
  )
}
