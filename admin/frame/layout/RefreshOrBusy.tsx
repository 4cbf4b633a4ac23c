import { CircularProgress } from '@mui/material'
import { RefreshIconButton, useLoading } from 'react-admin'
import { useSay } from '../language/use-say.ts'

/** Reads everything on the page again; while something is on its way it turns. */
export function RefreshOrBusy() {
  const say = useSay()
  return useLoading() ? (
    <CircularProgress color="inherit" size={20} aria-label={say('app.loading')} sx={{ m: '10px' }} />
  ) : (
    <RefreshIconButton />
  )
}
