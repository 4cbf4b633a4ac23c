import LinkIcon from '@mui/icons-material/OpenInNew'
import { Box, Link, Typography } from '@mui/material'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { RuleLink } from '../frame/detail/RuleLink.tsx'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import type { ExplanationNode } from './explanation.ts'
import { useNodeValue } from './node-values.ts'

/** The rule that a node is computed by. */
const ruleOf: Partial<Record<ExplanationNode['kind'], string>> = {
  PREDIKAT: 'F4',
  RHK: 'F2',
  IKI: 'F1',
  BEHAVIOUR_VALUE: 'F3a',
  RATER_GROUP: 'F3a',
}

/** Formula, inputs, local policy and evidence of one node. */
export function NodeDetail({ node }: { node: ExplanationNode }) {
  const say = useSay()
  const label = useCodeLabel()
  const shown = useNodeValue()
  const rule = ruleOf[node.kind]
  return (
    <Box sx={{ mt: 0.75, display: 'grid', gap: 0.75 }}>
      {node.formula && (
        <Typography variant="body2" component="div">
          {say('explanation.formula')}{' '}
          <Box
            component="code"
            sx={{ backgroundColor: 'action.hover', px: 0.75, py: 0.25, borderRadius: 1, overflowWrap: 'anywhere' }}
          >
            {node.formula}
          </Box>{' '}
          {rule && <RuleLink rule={rule} />}
        </Typography>
      )}
      {node.inputs.length > 0 && (
        <Box component="dl" sx={{ m: 0, display: 'flex', flexWrap: 'wrap', columnGap: 2.5, rowGap: 0.5 }}>
          {node.inputs.map(({ name, value, unit }) => (
            <Typography key={name} variant="body2" component="div" sx={{ display: 'flex', gap: 0.5 }}>
              <Box component="dt" sx={{ color: 'text.secondary' }}>
                {name}
              </Box>
              <Box component="dd" sx={{ m: 0, fontWeight: 600 }}>
                {shown(value)} {unit && label('measureUnit', unit)}
              </Box>
            </Typography>
          ))}
        </Box>
      )}
      {node.isLocal && (
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <ToneChip tone="warn" label={say('indicators.local')} />
          <Typography variant="body2">{node.localNote ?? say('explanation.localHelp')}</Typography>
        </Box>
      )}
      {node.url && (
        <Link
          href={node.url}
          target="_blank"
          rel="noopener noreferrer"
          variant="body2"
          sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center' }}
        >
          <LinkIcon fontSize="inherit" />
          {say('explanation.openEvidence')}
        </Link>
      )}
    </Box>
  )
}
