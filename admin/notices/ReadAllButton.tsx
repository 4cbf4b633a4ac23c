import { Button } from '@mui/material'
import { useNotify } from 'react-admin'
import { useRead } from '../frame/data/read.ts'
import { useWrite } from '../frame/data/write.ts'
import { useSay } from '../frame/language/use-say.ts'
import { NOTICE_COUNTS, READ_ALL_NOTICES } from './data.ts'

/** Marks everything that was there when the bell was last counted as read; what came since stays unread. */
export function ReadAllButton() {
  const say = useSay()
  const notify = useNotify()
  const { data, dataUpdatedAt } = useRead(NOTICE_COUNTS, {})
  const { mutate, isPending } = useWrite(READ_ALL_NOTICES)
  if (!data || data.noticeCounts.unread === 0) return null
  return (
    <Button
      size="small"
      loading={isPending}
      onClick={() =>
        mutate(
          { upTo: new Date(dataUpdatedAt).toISOString() },
          { onError: ({ message }) => notify(message, { type: 'warning' }) },
        )
      }
    >
      {say('notices.readAll')}
    </Button>
  )
}
