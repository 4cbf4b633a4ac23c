import FilterIcon from '@mui/icons-material/FilterList'
import { Button } from '@mui/material'
import { useListContext } from 'react-admin'
import { useSay } from '../language/use-say.ts'

type Props = { isOpen: boolean; onToggle: () => void }

/** On a phone the filters are folded away; the button says how many are set. */
export function PhoneFilterButton({ isOpen, onToggle }: Props) {
  const say = useSay()
  const { filterValues } = useListContext()
  const count = Object.values(filterValues).filter((value) => value !== undefined && value !== null && value !== '').length
  return (
    <Button size="small" aria-expanded={isOpen} onClick={onToggle} startIcon={<FilterIcon />}>
      {count > 0 ? say('list.filtersActive', { count }) : say('list.filters')}
    </Button>
  )
}
