import { Box, Button, Card, Typography } from '@mui/material'
import { useListContext } from 'react-admin'
import { useRead } from '../frame/data/read.ts'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { DATA_ISSUE_COUNTS } from './data.ts'

/** Open issues per problem; one click shows only those. */
export function IssueCounts() {
  const say = useSay()
  const format = useFormat()
  const { filterValues, setFilters } = useListContext()
  const { data } = useRead(DATA_ISSUE_COUNTS, {})
  const open = (data?.dataIssueCounts ?? []).filter((count) => count.open > 0)
  if (open.length === 0) return null
  const choose = (code: string) => {
    const { code: before, ...rest } = filterValues
    setFilters(before === code ? rest : { ...rest, code, state: 'OPEN' })
  }
  return (
    <Card
      component="aside"
      aria-label={say('issues.byProblem')}
      sx={{ width: { xs: '100%', lg: 300 }, ml: { lg: 2 }, mt: { xs: 2, lg: 8 }, p: 1.5, alignSelf: 'flex-start', flexShrink: 0 }}
    >
      <Typography variant="h3" component="h2" sx={{ mb: 1 }}>
        {say('issues.byProblem')}
      </Typography>
      {open.map((count) => (
        <Button
          key={count.code}
          fullWidth
          size="small"
          color={filterValues.code === count.code ? 'primary' : 'inherit'}
          variant={filterValues.code === count.code ? 'outlined' : 'text'}
          aria-pressed={filterValues.code === count.code}
          onClick={() => choose(count.code)}
          sx={{ justifyContent: 'space-between', textAlign: 'left', gap: 1, fontWeight: 500 }}
        >
          <span>{count.label}</span>
          <Box component="strong">{format.number(count.open)}</Box>
        </Button>
      ))}
    </Card>
  )
}
