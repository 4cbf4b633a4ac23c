import { Box, Card, CardActionArea, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'

type Props = { label: string; value: ReactNode; note?: ReactNode; to?: string }

/** A number with its name; it opens the list that it counts. */
export function Figure({ label, value, note, to }: Props) {
  const body = (
    <Box sx={{ px: 2, py: 1.5 }}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {label}
      </Typography>
      <Typography component="div" sx={{ fontSize: '1.6rem', fontWeight: 650, lineHeight: 1.25 }}>
        {value}
      </Typography>
      {note && (
        <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
          {note}
        </Typography>
      )}
    </Box>
  )
  return (
    <Card sx={{ height: '100%' }}>
      {to ? (
        <CardActionArea component={Link} to={to} sx={{ height: '100%' }}>
          {body}
        </CardActionArea>
      ) : (
        body
      )}
    </Card>
  )
}
