import ClosedIcon from '@mui/icons-material/ChevronRight'
import OpenIcon from '@mui/icons-material/ExpandMore'
import { Box, IconButton, Typography } from '@mui/material'
import { useState } from 'react'
import { LevelChip } from '../frame/chip/LevelChip.tsx'
import { PredikatChip } from '../frame/chip/PredikatChip.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { ContributionBar } from './ContributionBar.tsx'
import type { Branch } from './explanation.ts'
import { NodeDetail } from './NodeDetail.tsx'
import { isNumeric, isPredikatCode } from './node-values.ts'

/** The axes and their results stand open at first; what lies deeper opens on demand. */
const openDepth = 2

/** One node of the explanation with everything below it. */
export function ExplanationBranch({ branch }: { branch: Branch }) {
  const say = useSay()
  const format = useFormat()
  const { node, children, depth } = branch
  const [isOpen, setOpen] = useState(depth < openDepth)
  return (
    <Box component="li" sx={{ borderTop: depth === 0 ? 0 : 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', gap: 0.5, alignItems: 'flex-start', py: 1 }}>
        <IconButton
          size="small"
          aria-expanded={isOpen}
          aria-label={say(isOpen ? 'explanation.close' : 'explanation.open', { label: node.label })}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? <OpenIcon /> : <ClosedIcon />}
        </IconButton>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, rowGap: 0.5, alignItems: 'center' }}>
            <Typography component="span" sx={{ fontWeight: depth < 2 ? 650 : 500, flex: '1 1 260px', minWidth: 0 }}>
              {node.label}
            </Typography>
            {isPredikatCode(node.value) ? (
              <PredikatChip predikat={node.value} />
            ) : (
              isNumeric(node.value) && <strong>{format.number(node.value, 4)}</strong>
            )}
            <LevelChip level={node.level} />
            {node.weight !== null && (
              <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
                {say('explanation.weightIs', { weight: format.share(Number(node.weight), 1) })}
              </Typography>
            )}
            <ContributionBar won={node.pointsWon} lost={node.pointsLost} />
          </Box>
          <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: '80ch' }}>
            {node.sentence}
          </Typography>
          {isOpen && <NodeDetail node={node} />}
        </Box>
      </Box>
      {isOpen && children.length > 0 && (
        <Box
          component="ul"
          sx={{
            listStyle: 'none',
            m: 0,
            p: 0,
            pl: { xs: 1, sm: 3 },
            ml: { xs: 0.5, sm: 2 },
            borderLeft: 2,
            borderColor: 'divider',
          }}
        >
          {children.map((child) => (
            <ExplanationBranch key={child.node.key} branch={child} />
          ))}
        </Box>
      )}
    </Box>
  )
}
