import SearchIcon from '@mui/icons-material/Search'
import { Box, Dialog, InputAdornment, LinearProgress, OutlinedInput, Typography } from '@mui/material'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { useStore } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { useSay } from '../language/use-say.ts'
import { useIsPhone } from '../use-is-phone.ts'
import { type Entry, groupLabels, type Place, remember } from './entries.ts'
import { useEntries } from './use-entries.ts'

/** One box to reach every person, unit, indicator and page, and what may be done here; the keyboard alone is enough. */
export default function PaletteDialog({ onClose }: { onClose: () => void }) {
  const say = useSay()
  const isPhone = useIsPhone()
  const navigate = useNavigate()
  const listId = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const [places, setPlaces] = useStore<Place[]>('palette.recent', [])
  const { entries, isSearching } = useEntries(text, places)
  const chosen = Math.min(at, Math.max(entries.length - 1, 0))
  const optionId = (index: number) => `${listId}-${index}`
  const take = (entry: Entry | undefined) => {
    if (!entry) return
    onClose()
    if (entry.to === undefined) return entry.run?.()
    if (entry.group !== 'ACTION') {
      setPlaces(remember(places, { to: entry.to, label: entry.label, ...(entry.detail ? { detail: entry.detail } : {}) }))
    }
    navigate(entry.to)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key) || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (event.key === 'Enter') take(entries[chosen])
    else if (entries.length > 0) setAt((chosen + (event.key === 'ArrowDown' ? 1 : entries.length - 1)) % entries.length)
  }
  useEffect(() => {
    document.getElementById(`${listId}-${chosen}`)?.scrollIntoView({ block: 'nearest' })
  }, [listId, chosen])
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="sm"
      fullScreen={isPhone}
      slotProps={{ paper: { 'aria-label': say('palette.title') } }}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' }, '& .MuiDialog-paper': isPhone ? {} : { mt: '10vh' } }}
    >
      <OutlinedInput
        autoFocus
        fullWidth
        value={text}
        placeholder={say('palette.hint')}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        startAdornment={
          <InputAdornment position="start">
            <SearchIcon />
          </InputAdornment>
        }
        slotProps={{
          input: {
            role: 'combobox',
            'aria-label': say('palette.hint'),
            'aria-expanded': true,
            'aria-controls': listId,
            'aria-activedescendant': entries.length > 0 ? optionId(chosen) : undefined,
            'aria-autocomplete': 'list',
            maxLength: 100,
            autoComplete: 'off',
          },
        }}
      />
      <Box sx={{ height: 4 }}>{isSearching && <LinearProgress aria-label={say('palette.searching')} />}</Box>
      <Box
        id={listId}
        role="listbox"
        aria-label={say('palette.title')}
        sx={{ overflowY: 'auto', maxHeight: isPhone ? 'none' : '56vh', pb: 1 }}
      >
        {entries.map((entry, index) => (
          <Option
            key={entry.id}
            id={optionId(index)}
            entry={entry}
            isChosen={index === chosen}
            heading={entries[index - 1]?.group === entry.group ? null : say(groupLabels[entry.group])}
            onPoint={() => setAt(index)}
            onTake={() => take(entry)}
          />
        ))}
      </Box>
      <Typography role="status" variant="body2" sx={{ color: 'text.secondary', px: 2, pb: 1 }}>
        {entries.length === 0 && !isSearching ? say('palette.nothing') : say('palette.keys')}
      </Typography>
    </Dialog>
  )
}

type OptionProps = {
  id: string
  entry: Entry
  isChosen: boolean
  heading: string | null
  onPoint: () => void
  onTake: () => void
}

function Option({ id, entry, isChosen, heading, onPoint, onTake }: OptionProps) {
  return (
    <>
      {heading && (
        <Typography
          role="presentation"
          variant="caption"
          sx={{ display: 'block', px: 2, pt: 1, fontWeight: 650, color: 'text.secondary' }}
        >
          {heading}
        </Typography>
      )}
      <Box
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={isChosen}
        onMouseMove={onPoint}
        onClick={onTake}
        sx={{
          px: 2,
          py: 0.75,
          cursor: 'pointer',
          bgcolor: isChosen ? 'action.selected' : undefined,
          borderLeft: '3px solid',
          borderColor: isChosen ? 'primary.main' : 'transparent',
        }}
      >
        <Typography component="div" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {entry.label}
        </Typography>
        {entry.detail && (
          <Typography component="div" variant="body2" sx={{ color: 'text.secondary' }}>
            {entry.detail}
          </Typography>
        )}
      </Box>
    </>
  )
}
