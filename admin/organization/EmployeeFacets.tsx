import { Box, Button, Card, Typography } from '@mui/material'
import { useListContext } from 'react-admin'
import { useRead } from '../frame/data/read.ts'
import { useFormat } from '../frame/format.ts'
import type { CodeGroup } from '../frame/language/codes.ts'
import type { MessageKey } from '../frame/language/messages.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { EMPLOYEE_FACETS } from './data.ts'

const facets: Record<string, { label: MessageKey; group: CodeGroup | null }> = {
  employmentType: { label: 'employees.employmentType', group: 'employmentType' },
  legalStanding: { label: 'employees.legalStanding', group: 'legalStanding' },
  positionKind: { label: 'employees.positionKind', group: 'positionKind' },
  hasSuperior: { label: 'employees.hasSuperior', group: null },
}

/** How many employees carry each value within the other filters; one click filters by it. */
export function EmployeeFacets() {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const { filterValues, displayedFilters, setFilters } = useListContext()
  const { data } = useRead(EMPLOYEE_FACETS, { filter: filterValues }, { keepPrevious: true })
  if (!data) return null
  const textOf = (group: CodeGroup | null, value: string) =>
    group ? label(group, value) : say(value === 'true' ? 'audit.yes' : 'audit.no')
  const toggle = (name: string, value: unknown) => {
    const { [name]: before, ...rest } = filterValues
    const isChosen = before === value
    setFilters(isChosen ? rest : { ...rest, [name]: value }, { ...displayedFilters, [name]: !isChosen })
  }
  return (
    <Card
      component="aside"
      aria-label={say('employees.facets')}
      sx={{ width: 250, ml: 2, mt: 8, p: 1.5, alignSelf: 'flex-start', flexShrink: 0, display: { xs: 'none', lg: 'block' } }}
    >
      {data.employeeFacets.map(({ name, values }) => {
        const shape = facets[name]
        if (!shape || values.length === 0) return null
        return (
          <Box key={name} sx={{ mb: 1.5 }}>
            <Typography variant="body2" component="h2" sx={{ fontWeight: 650, px: 0.5 }}>
              {say(shape.label)}
            </Typography>
            {values.map(({ value, count }) => {
              const own = shape.group ? value : value === 'true'
              const isChosen = filterValues[name] === own
              return (
                <Button
                  key={value}
                  fullWidth
                  size="small"
                  variant={isChosen ? 'outlined' : 'text'}
                  color={isChosen ? 'primary' : 'inherit'}
                  aria-pressed={isChosen}
                  onClick={() => toggle(name, own)}
                  sx={{ justifyContent: 'space-between', textAlign: 'left', fontWeight: 500, py: 0.25 }}
                >
                  <span>{textOf(shape.group, value)}</span>
                  <span>{format.number(count)}</span>
                </Button>
              )
            })}
          </Box>
        )
      })}
    </Card>
  )
}
