import { Autocomplete, Box, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { useRead } from '../frame/data/read.ts'
import { useSay } from '../frame/language/use-say.ts'
import { type FoundUnit, pathOf, UNIT_SEARCH } from './unit-tree.ts'

/** Finds a unit by part of its name or the start of its code, and hands it out so that the tree opens at it. */
export function UnitSearch({ onFound }: { onFound: (unit: FoundUnit) => void }) {
  const say = useSay()
  const [text, setText] = useState('')
  const search = text.trim()
  const { data, isFetching } = useRead(UNIT_SEARCH, { search }, { enabled: search.length > 1, keepPrevious: true })
  return (
    <Autocomplete<FoundUnit, false, false, false>
      options={search.length > 1 ? (data?.units.nodes ?? []) : []}
      value={null}
      inputValue={text}
      onInputChange={(_event, value, reason) => reason !== 'reset' && setText(value)}
      onChange={(_event, unit) => {
        if (!unit) return
        setText('')
        onFound(unit)
      }}
      blurOnSelect
      loading={isFetching}
      // The server has searched already; a code does not contain what a name does.
      filterOptions={(options) => options}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      noOptionsText={say(search.length > 1 ? 'units.notFound' : 'units.typeMore')}
      loadingText={say('units.searching')}
      renderOption={({ key, ...props }, unit) => (
        <Box component="li" key={key} {...props}>
          <Box sx={{ minWidth: 0 }}>
            {unit.name}
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {[unit.code, ...pathOf(unit).map(({ name }) => name)].join(' › ')}
            </Typography>
          </Box>
        </Box>
      )}
      renderInput={(params) => (
        <TextField {...params} label={say('units.search')} helperText={say('units.searchHint')} size="small" />
      )}
      sx={{ maxWidth: 480, mb: 2 }}
    />
  )
}
