import { Box } from '@mui/material'
import { lazy, Suspense, useState } from 'react'
import { Title } from 'react-admin'
import { useSearchParams } from 'react-router-dom'
import { PageTabs } from '../frame/detail/PageTabs.tsx'
import { ListHelp } from '../frame/list/ListHelp.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { Playground } from './Playground.tsx'
import { ReadyQueries } from './ReadyQueries.tsx'
import { type ReadyQuery, readyQueries } from './ready-queries.ts'

const SchemaDocs = lazy(() => import('./SchemaDocs.tsx'))

/** Everything for those who connect another system: questions to try, to copy, and the documentation of the contract. */
export default function IntegratorsPage() {
  const [, setSearch] = useSearchParams()
  const [chosen, setChosen] = useState<ReadyQuery>(readyQueries[0] as ReadyQuery)
  const tryIt = (query: ReadyQuery) => {
    setChosen(query)
    setSearch({ tab: 'try' })
  }
  return (
    <Box sx={{ pt: 2 }}>
      <Title title="api.title" />
      <ListHelp text="api.help" />
      <PageTabs
        label="api.title"
        tabs={[
          { name: 'ready', label: 'api.ready', content: () => <ReadyQueries onTry={tryIt} /> },
          { name: 'try', label: 'api.try', content: () => <Playground chosen={chosen} onChoose={setChosen} /> },
          {
            name: 'docs',
            label: 'api.docs',
            content: () => (
              <Suspense fallback={<PageSkeleton />}>
                <SchemaDocs />
              </Suspense>
            ),
          },
        ]}
      />
    </Box>
  )
}
