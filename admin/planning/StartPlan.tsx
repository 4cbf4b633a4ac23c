import CopyIcon from '@mui/icons-material/ContentCopyOutlined'
import NewIcon from '@mui/icons-material/NoteAddOutlined'
import { Box, Button, Typography } from '@mui/material'
import { useNotify } from 'react-admin'
import { useWrite } from '../frame/data/write.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { UnsavedNotice } from '../frame/state/UnsavedNotice.tsx'
import { COPY_SKP, DRAFT_SKP } from './commands.ts'

type Props = { employeeId: string; year: number; hasEarlier: boolean; onStarted: () => void }

/** The two ways to begin the plan of a year: from last year's, or empty. Nothing is shown to the penilai before it is submitted. */
export function StartPlan({ employeeId, year, hasEarlier, onStarted }: Props) {
  const say = useSay()
  const notify = useNotify()
  const copy = useWrite(COPY_SKP)
  const draft = useWrite(DRAFT_SKP)
  const input = { input: { employeeId, year } }
  const onSuccess = () => {
    notify('myPlan.started', { type: 'success' })
    onStarted()
  }
  const error = copy.error ?? draft.error
  return (
    <Section title="myPlan.start" help={hasEarlier ? 'myPlan.startHelp' : 'myPlan.startEmptyHelp'}>
      <Typography sx={{ mb: 1.5 }}>{say('myPlan.noneYet', { year })}</Typography>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        {hasEarlier && (
          <Button
            variant="contained"
            startIcon={<CopyIcon />}
            loading={copy.isPending}
            onClick={() => copy.mutate(input, { onSuccess })}
          >
            {say('myPlan.copy', { year: year - 1 })}
          </Button>
        )}
        <Button
          variant={hasEarlier ? 'outlined' : 'contained'}
          startIcon={<NewIcon />}
          loading={draft.isPending}
          onClick={() => draft.mutate(input, { onSuccess })}
        >
          {say('myPlan.draft')}
        </Button>
      </Box>
      {error && <UnsavedNotice error={error} />}
    </Section>
  )
}
