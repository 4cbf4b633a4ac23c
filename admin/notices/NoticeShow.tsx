import { Button } from '@mui/material'
import { useEffect } from 'react'
import { Link } from 'react-router-dom'
import { useWrite } from '../frame/data/write.ts'
import { DetailFrame } from '../frame/detail/DetailFrame.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { type NoticeRow, READ_NOTICES } from './data.ts'
import { NoticeState } from './NoticeState.tsx'
import { noticePage } from './notice-page.ts'

/** One notice by itself: where the link of a letter leads. */
export default function NoticeShow() {
  const say = useSay()
  const format = useFormat()
  return (
    <DetailFrame<NoticeRow>
      heading={(notice) => ({
        title: notice.sentence,
        subtitle: notice.dueAt
          ? `${say('notices.dueAt')}: ${format.instant(notice.dueAt)}`
          : `${say('notices.createdAt')}: ${format.instant(notice.createdAt)}`,
        chips: <NoticeState notice={notice} />,
      })}
    >
      {(notice) => <Ways notice={notice} />}
    </DetailFrame>
  )
}

function Ways({ notice }: { notice: NoticeRow }) {
  const say = useSay()
  const { mutate } = useWrite(READ_NOTICES)
  const { id, readAt } = notice
  useEffect(() => {
    if (readAt === null) mutate({ ids: [id] })
  }, [id, readAt, mutate])
  const page = noticePage(notice)
  return (
    <>
      {page && (
        <Button component={Link} to={page} variant="contained" sx={{ mr: 1 }}>
          {say('notices.open')}
        </Button>
      )}
      <Button component={Link} to="/notices">
        {say('notices.backToInbox')}
      </Button>
    </>
  )
}
