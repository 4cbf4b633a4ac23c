import { Box } from '@mui/material'
import { Title } from 'react-admin'
import { PageTabs } from '../frame/detail/PageTabs.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { ListHelp } from '../frame/list/ListHelp.tsx'
import { GiveFeedback } from './GiveFeedback.tsx'
import { ReceivedFeedback } from './ReceivedFeedback.tsx'
import { WrittenFeedback } from './WrittenFeedback.tsx'

/** The diary of feedback in both directions: two buttons to write it, what was said of oneself, and what one wrote as a leader. */
export default function FeedbackPage() {
  const say = useSay()
  return (
    <Box sx={{ pt: 2 }}>
      <Title title={say('feedback.title')} preferenceKey={false} />
      <ListHelp text="feedback.help" />
      <PageTabs
        label="feedback.title"
        tabs={[
          { name: 'give', label: 'feedback.give', content: () => <GiveFeedback /> },
          { name: 'received', label: 'feedback.received', content: () => <ReceivedFeedback /> },
          { name: 'written', label: 'feedback.written', content: () => <WrittenFeedback /> },
        ]}
      />
    </Box>
  )
}
