import SearchIcon from '@mui/icons-material/Search'
import { Box, Button } from '@mui/material'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useSay } from '../language/use-say.ts'

const PaletteDialog = lazy(() => import('./PaletteDialog.tsx'))

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** Opens the palette, from the bar on top or by Ctrl-K (⌘-K); its code is loaded when it is first wanted. */
export function PaletteButton() {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(isApple ? event.metaKey : event.ctrlKey) || event.shiftKey || event.altKey) return
      event.preventDefault()
      setOpen((before) => !before)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    <>
      <Button
        color="inherit"
        startIcon={<SearchIcon />}
        aria-label={say('palette.title')}
        aria-keyshortcuts={isApple ? 'Meta+K' : 'Control+K'}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        sx={{ minWidth: 0, '& .MuiButton-startIcon': { mr: { xs: 0, md: 1 } } }}
      >
        <Box component="span" sx={{ display: { xs: 'none', md: 'inline' } }}>
          {say('palette.short')}{' '}
          <Box
            component="kbd"
            // Drawn and not written: the keys are no part of the button's name, and aria-keyshortcuts tells them.
            aria-hidden
            sx={{
              fontFamily: 'inherit',
              fontSize: 12,
              color: 'text.secondary',
              border: 1,
              borderColor: 'divider',
              borderRadius: 1,
              px: 0.5,
              '&::after': { content: isApple ? '"⌘K"' : '"Ctrl K"' },
            }}
          />
        </Box>
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <PaletteDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
