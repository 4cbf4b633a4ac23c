import { Box, Button, Typography } from '@mui/material'
import { type DragEvent, useState } from 'react'
import { useRead } from '../frame/data/read.ts'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { BOARD, type BoardCard, type BoardFilter } from './data.ts'
import { PersonCard } from './PersonCard.tsx'

/** Kind of what is dragged, so that nothing else is taken for a card. */
const cardType = 'application/x-tera-card'
const firstPage = 8
const mostPeople = 100

type Props = {
  filter: BoardFilter
  title: string
  mayPropose: boolean
  onPropose: (card: BoardCard) => void
  onDrop: (card: BoardCard) => void
}

/** One place of the board with its people, the highest score first. A card may be dropped on it; each card has a button as well. */
export function BoardPlace({ filter, title, mayPropose, onPropose, onDrop }: Props) {
  const say = useSay()
  const format = useFormat()
  const [first, setFirst] = useState(firstPage)
  const [isOver, setOver] = useState(false)
  const { data, error, isPending, refetch } = useRead(BOARD, { filter, first }, { keepPrevious: true })
  const people = data?.appraisals
  const drop = (event: DragEvent) => {
    setOver(false)
    const text = event.dataTransfer.getData(cardType)
    if (text === '') return
    event.preventDefault()
    const card = JSON.parse(text) as BoardCard
    if (!people?.nodes.some(({ id }) => id === card.id)) onDrop(card)
  }
  return (
    <Box
      component="section"
      aria-label={title}
      {...(mayPropose
        ? {
            onDragOver: (event: DragEvent) => {
              if (!event.dataTransfer.types.includes(cardType)) return
              event.preventDefault()
              setOver(true)
            },
            onDragLeave: () => setOver(false),
            onDrop: drop,
          }
        : {})}
      sx={{
        p: 1,
        minHeight: 96,
        minWidth: 0,
        borderRadius: 1,
        border: 2,
        borderStyle: isOver ? 'dashed' : 'solid',
        borderColor: isOver ? 'primary.main' : 'divider',
      }}
    >
      <Box sx={{ display: 'flex', gap: 1, justifyContent: 'space-between', alignItems: 'baseline', mb: 1 }}>
        <Typography variant="body2" component="h3" sx={{ fontWeight: 650, m: 0 }}>
          {title}
        </Typography>
        <Typography variant="body2" component="span">
          {people ? format.number(people.totalCount) : ''}
        </Typography>
      </Box>
      {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <PageSkeleton rows={2} />}
      {people?.totalCount === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {say('board.none')}
        </Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 0.75 }}>
        {people?.nodes.map((card) => (
          <PersonCard
            key={card.id}
            card={card}
            mayPropose={mayPropose}
            onPropose={() => onPropose(card)}
            onDrag={(event) => event.dataTransfer.setData(cardType, JSON.stringify(card))}
          />
        ))}
      </Box>
      {people && people.totalCount > people.nodes.length && first < mostPeople && (
        <Button size="small" onClick={() => setFirst(Math.min(first + 24, mostPeople))} sx={{ mt: 1 }}>
          {say('board.more', { left: people.totalCount - people.nodes.length })}
        </Button>
      )}
    </Box>
  )
}
