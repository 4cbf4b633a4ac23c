import DoneIcon from '@mui/icons-material/CheckCircle'
import TodoIcon from '@mui/icons-material/RadioButtonUnchecked'
import { Box, Button, LinearProgress, Typography } from '@mui/material'
import { Link } from 'react-router-dom'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import type { SetUpStep } from './set-up.ts'

/** The way from an empty database to an open period: how far it has come, what each step lacks, and the one next thing as a button. */
export function SetUpPath({ steps }: { steps: SetUpStep[] }) {
  const say = useSay()
  const format = useFormat()
  const done = steps.filter(({ isDone }) => isDone).length
  const next = steps.findIndex(({ isDone }) => !isDone)
  return (
    <Section title="home.setUp" help="home.setUpHelp">
      <Typography id="set-up-progress">{say('home.progress', { done, all: steps.length })}</Typography>
      <LinearProgress
        variant="determinate"
        value={(done / steps.length) * 100}
        aria-labelledby="set-up-progress"
        sx={{ my: 1.5, height: 8, borderRadius: 4 }}
      />
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {steps.map((step, index) => (
          <Box
            component="li"
            key={step.label}
            aria-current={index === next ? 'step' : undefined}
            sx={{ display: 'flex', gap: 1.5 }}
          >
            {step.isDone ? (
              <DoneIcon color="success" titleAccess={say('home.done')} />
            ) : (
              <TodoIcon color={index === next ? 'primary' : 'disabled'} titleAccess={say('home.todo')} />
            )}
            <Box sx={{ minWidth: 0 }}>
              <Typography sx={{ fontWeight: index === next ? 650 : 400 }}>
                {index + 1}. {say(step.label)}
              </Typography>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {say(step.state.text, { count: format.number(step.state.count), key: step.state.key ?? '' })}
              </Typography>
              {index === next && (
                <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mt: 1 }}>
                  <Button component={Link} to={step.next.to} variant="contained">
                    {say(step.next.label)}
                  </Button>
                  {step.other && (
                    <Button component={Link} to={step.other.to}>
                      {say(step.other.label)}
                    </Button>
                  )}
                </Box>
              )}
            </Box>
          </Box>
        ))}
      </Box>
    </Section>
  )
}
