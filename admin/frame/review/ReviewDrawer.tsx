import CloseIcon from '@mui/icons-material/Close'
import NextIcon from '@mui/icons-material/KeyboardArrowDown'
import PreviousIcon from '@mui/icons-material/KeyboardArrowUp'
import { Box, Drawer, IconButton, Tooltip, Typography } from '@mui/material'
import { type ReactNode, useEffect, useRef } from 'react'
import { useSay } from '../language/use-say.ts'
import { useIsPhone } from '../use-is-phone.ts'

/** Width of the drawer beside the list, in pixels. */
export const drawerWidth = 460

type Props = { title: ReactNode; recordId: string; onClose: () => void; onMove: (step: 1 | -1) => void; children: ReactNode }

/** The open record beside the list; on a phone it is the whole page. The focus goes to its heading, so that it is read out. */
export function ReviewDrawer({ title, recordId, onClose, onMove, children }: Props) {
  const say = useSay()
  const isPhone = useIsPhone()
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another record is another heading to be read
  useEffect(() => {
    heading.current?.focus()
  }, [recordId])
  return (
    <Drawer
      open
      anchor="right"
      variant={isPhone ? 'temporary' : 'persistent'}
      onClose={onClose}
      sx={{ zIndex: isPhone ? 'modal' : 'appBar' }}
      slotProps={{
        paper: {
          component: 'aside',
          'aria-label': say('review.record'),
          sx: { width: isPhone ? '100%' : drawerWidth, pt: isPhone ? 0 : 7 },
        },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, px: 2, pt: 1.5 }}>
        <Typography
          ref={heading}
          tabIndex={-1}
          variant="h2"
          sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere', outline: 'none' }}
        >
          {title}
        </Typography>
        <Tooltip title={say('review.previous')}>
          <IconButton size="small" aria-label={say('review.previous')} onClick={() => onMove(-1)}>
            <PreviousIcon />
          </IconButton>
        </Tooltip>
        <Tooltip title={say('review.next')}>
          <IconButton size="small" aria-label={say('review.next')} onClick={() => onMove(1)}>
            <NextIcon />
          </IconButton>
        </Tooltip>
        <Tooltip title={say('review.close')}>
          <IconButton size="small" aria-label={say('review.close')} onClick={onClose}>
            <CloseIcon />
          </IconButton>
        </Tooltip>
      </Box>
      <Box sx={{ px: 2, pb: 3, pt: 1 }}>{children}</Box>
    </Drawer>
  )
}
