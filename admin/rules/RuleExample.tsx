import { Box, Button, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { useRead } from '../frame/data/read.ts'
import { useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { COMPUTE_RULE, type Rule } from './data.ts'

/** A worked example, computed by the rule on the server; the reader may change the input and ask again. */
export function RuleExample({ rule }: { rule: Rule }) {
  const say = useSay()
  const [input, setInput] = useState(() => pretty(rule.exampleInput))
  const [asked, setAsked] = useState<string | null>(null)
  const { data, error, isFetching } = useRead(COMPUTE_RULE, { id: rule.id, input: asked ?? '' }, { enabled: asked !== null })
  const answer = asked === null ? rule.exampleAnswer : data?.computeRule
  return (
    <Box component="details" sx={{ '& summary': { cursor: 'pointer', fontWeight: 600, py: 0.5 } }}>
      <summary>{say('rules.example')}</summary>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1, maxWidth: '75ch' }}>
        {say('rules.exampleHelp')}
      </Typography>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' } }}>
        <Box>
          <TextField
            multiline
            maxRows={14}
            label={say('rules.input')}
            value={input}
            onChange={(event) => setInput(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 8_000, spellCheck: false, style: { fontFamily: 'monospace', fontSize: 13 } } }}
          />
          <Button onClick={() => setAsked(input)} disabled={isFetching} className="tera-screen-only" sx={{ mt: 1 }}>
            {say('rules.recompute')}
          </Button>
        </Box>
        <Box role="status">
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {say('rules.answer')}
          </Typography>
          {error ? (
            <FaultNotice error={error} />
          ) : (
            <Box component="pre" sx={{ m: 0, fontSize: 13, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {answer === undefined ? '…' : pretty(answer)}
            </Box>
          )}
        </Box>
      </Box>
    </Box>
  )
}

/** JSON of the server, a little wider set; short lists of numbers stay on one line. */
function pretty(json: string): string {
  return JSON.stringify(JSON.parse(json), null, 1).replace(/\[[^[\]{}]*\]/g, (list) => list.replace(/\s+/g, ' '))
}
