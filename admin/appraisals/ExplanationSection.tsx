import TreeIcon from '@mui/icons-material/AccountTreeOutlined'
import TableIcon from '@mui/icons-material/TableRowsOutlined'
import { Box, ToggleButton, ToggleButtonGroup } from '@mui/material'
import { useState } from 'react'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { ExplanationBranch } from './ExplanationBranch.tsx'
import { ExplanationTable } from './ExplanationTable.tsx'
import { EXPLANATION, treeOf } from './explanation.ts'
import { usePrinting } from './use-printing.ts'

/** Where a predikat comes from, from the top down to each measurement and its evidence: as a tree, or as a table. */
export function ExplanationSection({ id }: { id: string }) {
  const say = useSay()
  const [view, setView] = useState<'tree' | 'table'>('tree')
  // A table is whole on paper, where no branch can be opened.
  const shown = usePrinting() ? 'table' : view
  const { data, error, isPending, refetch } = useRead(EXPLANATION, { id })
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <PageSkeleton rows={6} />
  const nodes = data.appraisal.explanation?.nodes ?? []
  const root = treeOf(nodes)
  return (
    <Section
      title="explanation.title"
      help="explanation.help"
      actions={
        <ToggleButtonGroup
          className="tera-screen-only"
          size="small"
          exclusive
          value={view}
          onChange={(_event, next) => next && setView(next)}
          aria-label={say('explanation.view')}
        >
          <ToggleButton value="tree">
            <TreeIcon fontSize="small" sx={{ mr: 0.5 }} />
            {say('explanation.asTree')}
          </ToggleButton>
          <ToggleButton value="table">
            <TableIcon fontSize="small" sx={{ mr: 0.5 }} />
            {say('explanation.asTable')}
          </ToggleButton>
        </ToggleButtonGroup>
      }
    >
      {shown === 'tree' && root && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          <ExplanationBranch branch={root} />
        </Box>
      )}
      {shown === 'table' && <ExplanationTable nodes={nodes} />}
    </Section>
  )
}
