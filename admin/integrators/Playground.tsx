import RunIcon from '@mui/icons-material/PlayArrow'
import { Box, Button, Chip, Stack, TextField, Typography } from '@mui/material'
import { type KeyboardEvent, useState } from 'react'
import { Section } from '../frame/detail/Section.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { postQuery } from '../frame/session.ts'
import { CopyBlock } from './CopyBlock.tsx'
import { type ReadyQuery, readyQueries } from './ready-queries.ts'

type Answer = { text: string; ms: number; status: number }

const mono = { '& textarea': { fontFamily: 'monospace', fontSize: '0.85rem' } }

/** Asks the API with the rights of the signed-in person and shows the bare answer, errors and cost included. */
export function Playground({ chosen, onChoose }: { chosen: ReadyQuery; onChoose: (query: ReadyQuery) => void }) {
  const say = useSay()
  return (
    <Section title="api.try" help="api.tryHelp">
      <Stack
        direction="row"
        spacing={1}
        useFlexGap
        role="group"
        aria-label={say('api.examples')}
        sx={{ flexWrap: 'wrap', mb: 2 }}
      >
        {readyQueries.map((ready) => (
          <Chip
            key={ready.name}
            label={say(ready.title)}
            variant={ready.name === chosen.name ? 'filled' : 'outlined'}
            color={ready.name === chosen.name ? 'primary' : 'default'}
            aria-pressed={ready.name === chosen.name}
            onClick={() => onChoose(ready)}
          />
        ))}
      </Stack>
      <Editor key={chosen.name} ready={chosen} />
    </Section>
  )
}

function Editor({ ready }: { ready: ReadyQuery }) {
  const say = useSay()
  const [query, setQuery] = useState(ready.query)
  const [variables, setVariables] = useState(JSON.stringify(ready.variables, null, 2))
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [isBusy, setBusy] = useState(false)
  const isReadable = variables.trim() === '' || isObject(variables)
  const run = async () => {
    if (isBusy || !isReadable) return
    setBusy(true)
    setAnswer(await ask(query, variables.trim() === '' ? {} : JSON.parse(variables)))
    setBusy(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    void run()
  }
  return (
    <Box onKeyDown={onKeyDown} sx={{ display: 'grid', gap: 2, gridTemplateColumns: { lg: '1fr 1fr' } }}>
      <Box sx={{ minWidth: 0 }}>
        <TextField
          label={say('ready.query')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          multiline
          minRows={12}
          maxRows={24}
          fullWidth
          slotProps={{ htmlInput: { spellCheck: false } }}
          sx={{ ...mono, mb: 2 }}
        />
        <TextField
          label={say('ready.variables')}
          value={variables}
          onChange={(event) => setVariables(event.target.value)}
          error={!isReadable}
          helperText={isReadable ? say('api.keys') : say('api.notJson')}
          multiline
          minRows={3}
          maxRows={10}
          fullWidth
          slotProps={{ htmlInput: { spellCheck: false } }}
          sx={mono}
        />
        <Button variant="contained" startIcon={<RunIcon />} loading={isBusy} onClick={() => void run()} sx={{ mt: 1 }}>
          {say('api.run')}
        </Button>
      </Box>
      <Box role="status" sx={{ minWidth: 0 }}>
        {answer ? (
          <>
            <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
              {say('api.answered', { status: answer.status, ms: answer.ms })}
            </Typography>
            <CopyBlock label="api.answer" text={answer.text} />
          </>
        ) : (
          <Typography sx={{ color: 'text.secondary' }}>{say('api.noAnswer')}</Typography>
        )}
      </Box>
    </Box>
  )
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

async function ask(query: string, variables: Record<string, unknown>): Promise<Answer> {
  const begun = performance.now()
  const passed = () => Math.round(performance.now() - begun)
  try {
    const response = await postQuery(query, variables)
    const text = await response.text()
    return { text: pretty(text), ms: passed(), status: response.status }
  } catch (error) {
    return { text: error instanceof Error ? error.message : String(error), ms: passed(), status: 0 }
  }
}

/** JSON in lines; anything else as it came. */
function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
