import BellIcon from '@mui/icons-material/NotificationsOutlined'
import { Badge, Box, IconButton, Tooltip } from '@mui/material'
import { Link } from 'react-router-dom'
import { useRead } from '../frame/data/read.ts'
import { useSay } from '../frame/language/use-say.ts'
import { visuallyHidden } from '../frame/visually-hidden.ts'
import { NOTICE_COUNTS } from './data.ts'

/** How much is unread, on every page, and the way to it. */
export function NoticeBell() {
  const say = useSay()
  const { data } = useRead(NOTICE_COUNTS, {})
  const count = data?.noticeCounts.unread ?? 0
  const label = say('notices.bell', { count: String(count) })
  return (
    <Tooltip title={label} describeChild>
      <IconButton component={Link} to="/notices" color="inherit">
        <Badge badgeContent={count} max={99} color="error" aria-hidden>
          <BellIcon />
        </Badge>
        <Box component="span" sx={visuallyHidden}>
          {label}
        </Box>
      </IconButton>
    </Tooltip>
  )
}
