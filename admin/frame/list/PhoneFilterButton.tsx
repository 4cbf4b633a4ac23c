import FilterIcon from '@mui/icons-material/FilterList'
import { Badge, Button } from '@mui/material'
import { useListContext } from 'react-admin'
import { useSay } from '../language/use-say.ts'

type Props = { isOpen: boolean; onToggle: () => void }

/** On a phone the filters are folded away; the button says how many are set. */
export function PhoneFilterButton({ isOpen, onToggle }: Props) {
  const say = useSay()
  const { filterValues } = useListContext()
  const count = Object.values(filterValues).filter((value) => value !== undefined && value !== null && value !== '').length
  return (
    <Button
      size="small"
      aria-expanded={isOpen}
      aria-label={count > 0 ? say('list.filtersActive', { count }) : say('list.filters')}
      onClick={onToggle}
      startIcon={
        <Badge badgeContent={count} color="primary" slotProps={{ badge: { 'aria-hidden': true } }}>
          <FilterIcon />
        </Badge>
      }
    >
      {say('list.filters')}
    </Button>
  )
}
