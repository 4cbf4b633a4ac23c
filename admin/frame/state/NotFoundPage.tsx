import { Box, Button, Typography } from '@mui/material'
import { Title } from 'react-admin'
import { Link } from 'react-router-dom'
import { useSay } from '../language/use-say.ts'

export function NotFoundPage() {
  const say = useSay()
  return (
    <Box sx={{ py: 6, maxWidth: 560 }}>
      <Title title="app.notFound.title" />
      <Typography variant="h2" gutterBottom>
        {say('app.notFound.title')}
      </Typography>
      <Typography sx={{ mb: 2 }}>{say('app.notFound.help')}</Typography>
      <Button component={Link} to="/" variant="contained">
        {say('app.notFound.home')}
      </Button>
    </Box>
  )
}
