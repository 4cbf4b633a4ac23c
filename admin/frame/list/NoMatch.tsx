import { Box, Button, Typography } from '@mui/material'
import { useListContext } from 'react-admin'
import { useSay } from '../language/use-say.ts'

/** No row passes the filters: says so and takes them off with one click. */
export function NoMatch() {
  const say = useSay()
  const { filterValues, setFilters } = useListContext()
  return (
    <Box sx={{ p: 4, textAlign: 'center' }}>
      <Typography>{say('list.noMatch')}</Typography>
      {Object.keys(filterValues).length > 0 && <Button onClick={() => setFilters({}, [])}>{say('list.clearFilters')}</Button>}
    </Box>
  )
}
