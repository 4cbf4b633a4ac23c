import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material'
import { useId } from 'react'
import { useSay } from '../language/use-say.ts'

type Props = { keys: readonly { key: string; what: string }[]; onClose: () => void }

/** The keys of the page. */
export function KeysDialog({ keys, onClose }: Props) {
  const say = useSay()
  const titleId = useId()
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <DialogTitle id={titleId}>{say('review.keys')}</DialogTitle>
      <DialogContent>
        <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: 1, m: 0 }}>
          {keys.map(({ key, what }) => (
            <Box key={key} sx={{ display: 'contents' }}>
              <Typography component="dt">
                <kbd>{key}</kbd>
              </Typography>
              <Typography component="dd" sx={{ m: 0 }}>
                {what}
              </Typography>
            </Box>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} autoFocus>
          {say('review.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
