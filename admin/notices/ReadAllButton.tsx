import { Button } from '@mui/material'
import { useListContext, useNotify } from 'react-admin'
import { useRead } from '../frame/data/read.ts'
import { useWrite } from '../frame/data/write.ts'
import { useSay } from '../frame/language/use-say.ts'
import { NOTICE_COUNTS, type NoticeRow, READ_ALL_NOTICES } from './data.ts'

/** Marks everything up to the newest notice on the screen as read; what came since stays unread. */
export function ReadAllButton() {
  const say = useSay()
  const notify = useNotify()
  const { data: rows = [] } = useListContext<NoticeRow>()
  const { data } = useRead(NOTICE_COUNTS, {})
  const { mutate, isPending } = useWrite(READ_ALL_NOTICES)
  const newest = rows
    .map(({ createdAt }) => createdAt)
    .sort()
    .at(-1)
  if (!newest || !data || data.noticeCounts.unread === 0) return null
  return (
    <Button
      size="small"
      loading={isPending}
      onClick={() => mutate({ upTo: newest }, { onError: ({ message }) => notify(message, { type: 'warning' }) })}
    >
      {say('notices.readAll')}
    </Button>
  )
}
