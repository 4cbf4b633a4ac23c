import { Box, Card, CardActionArea, Stack, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { type Identifier, type RaRecord, useListContext, useResourceContext } from 'react-admin'
import { Link } from 'react-router-dom'
import { NoMatch } from './NoMatch.tsx'

export type CardText = { title: ReactNode; lines: ReactNode[]; chips?: ReactNode }
export type CardOf<Row> = (row: Row) => CardText

/** The page of the record, an address made from its id, or nothing. */
export type RowClick = 'show' | false | ((id: Identifier) => string)

type Props<Row> = { card: CardOf<Row>; rowClick: RowClick }

/** Rows as cards: what a phone shows instead of a squeezed table. */
export function CardList<Row extends RaRecord>({ card, rowClick }: Props<Row>) {
  const { data = [] } = useListContext<Row>()
  const resource = useResourceContext()
  if (data.length === 0) return <NoMatch />
  const addressOf = (id: Identifier) =>
    typeof rowClick === 'function' ? rowClick(id) : `/${resource}/${encodeURIComponent(String(id))}/show`
  return (
    <Stack component="ul" spacing={1} sx={{ listStyle: 'none', p: 0, m: 0 }}>
      {data.map((row) => (
        <Card component="li" key={row.id}>
          {rowClick ? (
            <CardActionArea component={Link} to={addressOf(row.id)}>
              <CardBody {...card(row)} />
            </CardActionArea>
          ) : (
            <CardBody {...card(row)} />
          )}
        </Card>
      ))}
    </Stack>
  )
}

function CardBody({ title, lines, chips }: CardText) {
  return (
    // Links among the lines of a card are as tall as a finger needs them at least.
    <Box sx={{ px: 2, py: 1.25, '& a': { display: 'inline-block', py: 0.5 } }}>
      <Typography component="div" sx={{ fontWeight: 650 }}>
        {title}
      </Typography>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one card keep their places
        <Typography key={index} component="div" variant="body2" sx={{ color: 'text.secondary' }}>
          {line}
        </Typography>
      ))}
      {chips && <Box sx={{ display: 'flex', gap: 0.75, flexWrap: 'wrap', mt: 0.75 }}>{chips}</Box>}
    </Box>
  )
}
