import DoneIcon from '@mui/icons-material/CheckCircle'
import TodoIcon from '@mui/icons-material/RadioButtonUnchecked'
import { Box, Button } from '@mui/material'
import { Link } from 'react-router-dom'
import { Section } from '../frame/detail/Section.tsx'
import type { MessageKey } from '../frame/language/messages.ts'
import { useSay } from '../frame/language/use-say.ts'
import { useMay } from '../frame/viewer-context.ts'
import type { Counts } from './data.ts'

/** What a new city does first, in order, with the one next step as a button. */
export function SetUpPath({ counts }: { counts: Counts }) {
  const say = useSay()
  const may = useMay('imports.run')
  if (!may) return null
  const steps: { label: MessageKey; isDone: boolean }[] = [
    { label: 'home.step.units', isDone: counts.units.totalCount > 0 },
    { label: 'home.step.employees', isDone: counts.employees.totalCount > 0 },
    { label: 'home.step.indicators', isDone: counts.indicators.totalCount > 0 },
  ]
  const next = steps.findIndex(({ isDone }) => !isDone)
  return (
    <Section title="home.setUp" help="home.setUpHelp">
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {steps.map(({ label, isDone }, index) => (
          <Box component="li" key={label} sx={{ display: 'flex', gap: 1, alignItems: 'center', minHeight: 36 }}>
            {isDone ? <DoneIcon color="success" titleAccess={say('home.done')} /> : <TodoIcon titleAccess={say('home.todo')} />}
            <span>{say(label)}</span>
            {index === next && (
              <Button component={Link} to="/imports/create" variant="contained" size="small">
                {say('home.nextStep')}
              </Button>
            )}
          </Box>
        ))}
      </Box>
    </Section>
  )
}
