import { Box } from '@mui/material'
import { Link } from 'react-router-dom'
import { useWrite } from '../frame/data/write.ts'
import { type NoticeRow, READ_NOTICES } from './data.ts'
import { noticePage } from './notice-page.ts'

/** The sentence of a notice, which leads to its record; whoever follows it has read it. */
export function NoticeLink({ notice }: { notice: NoticeRow }) {
  const { mutate } = useWrite(READ_NOTICES)
  const { id, sentence, readAt } = notice
  return (
    <Box
      component={Link}
      to={noticePage(notice) ?? `/notices/${id}/show`}
      onClick={() => readAt === null && mutate({ ids: [id] })}
      sx={{ fontWeight: readAt === null ? 650 : 400, color: 'inherit', textDecorationColor: 'currentColor' }}
    >
      {sentence}
    </Box>
  )
}
