import ListIcon from '@mui/icons-material/ViewListOutlined'
import { Box, Button, Card, Typography } from '@mui/material'
import { useEffect, useState } from 'react'
import { Title } from 'react-admin'
import { useSearchParams } from 'react-router-dom'
import { useRead } from '../frame/data/read.ts'
import { useSay } from '../frame/language/use-say.ts'
import { ListHelp } from '../frame/list/ListHelp.tsx'
import { CreateUnitButton } from './CreateUnitButton.tsx'
import { UnitSearch } from './UnitSearch.tsx'
import { UnitTree } from './UnitTree.tsx'
import { type FoundUnit, pathOf, UNIT_CHILDREN, UNIT_PLACE } from './unit-tree.ts'

/** The organisation as a tree with a search. The unit that stands out lives in the address, so that going back leads to it. */
export function UnitTreePage({ onList }: { onList: () => void }) {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const at = search.get('at')
  const [open, setOpen] = useState<string[]>([])
  const { data: roots } = useRead(UNIT_CHILDREN, { filter: { rootsOnly: true } })
  const { data: place } = useRead(UNIT_PLACE, { id: at ?? '' }, { enabled: at !== null })
  const reveal = (ids: string[]) => setOpen((before) => [...new Set([...before, ...ids])])

  // The first level is open at first, and so is the way down to the unit of the address.
  const first = roots?.units.nodes.map(({ id }) => id).join() ?? ''
  useEffect(() => {
    if (first) setOpen((before) => [...new Set([...before, ...first.split(',')])])
  }, [first])
  const path = place
    ? pathOf(place.unit)
        .map(({ id }) => id)
        .join()
    : ''
  useEffect(() => {
    if (path) setOpen((before) => [...new Set([...before, ...path.split(',')])])
  }, [path])

  const setAt = (id: string) => setSearch({ at: id }, { replace: true })
  const found = (unit: FoundUnit) => {
    reveal(pathOf(unit).map(({ id }) => id))
    setAt(unit.id)
  }
  return (
    <Box sx={{ pt: 2 }}>
      <Title title="units.title" />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1, alignItems: 'flex-start' }}>
        <Box sx={{ flex: 1, minWidth: 240 }}>
          <ListHelp text="units.help" />
        </Box>
        <Button size="small" startIcon={<ListIcon />} onClick={onList}>
          {say('units.asList')}
        </Button>
        <CreateUnitButton />
      </Box>
      <UnitSearch onFound={found} />
      <Card sx={{ p: { xs: 1, sm: 2 } }}>
        <UnitTree at={at} open={open} onOpen={setOpen} onAt={setAt} />
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 2, display: { xs: 'none', sm: 'block' } }}>
          {say('units.keys')}
        </Typography>
      </Card>
    </Box>
  )
}
