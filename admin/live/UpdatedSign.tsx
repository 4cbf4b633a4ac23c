import { Typography } from '@mui/material'
import { useEffect, useState } from 'react'
import { useSay } from '../frame/language/use-say.ts'
import { useChanges } from './use-changes.ts'

const shownMs = 5_000

/** A quiet sign that what is on the screen was read again because something changed. */
export function UpdatedSign() {
  const say = useSay()
  const updatedAt = useChanges()
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    if (!updatedAt) return
    setShown(true)
    const timer = setTimeout(() => setShown(false), shownMs)
    return () => clearTimeout(timer)
  }, [updatedAt])
  return (
    <Typography role="status" variant="body2" component="div" sx={{ color: 'inherit', whiteSpace: 'nowrap', px: 1 }}>
      {isShown ? say('live.updated') : ''}
    </Typography>
  )
}
