import { Link as MuiLink } from '@mui/material'
import { Link } from 'react-router-dom'
import { useSay } from '../language/use-say.ts'

/** Beside a number: the way to the rule that it is computed by. */
export function RuleLink({ rule }: { rule: string }) {
  const say = useSay()
  return (
    <MuiLink
      component={Link}
      to={`/rules#${rule}`}
      variant="body2"
      className="tera-screen-only"
      aria-label={say('rules.linkHelp', { id: rule })}
      title={say('rules.linkHelp', { id: rule })}
      sx={{ whiteSpace: 'nowrap' }}
    >
      {say('rules.link', { id: rule })}
    </MuiLink>
  )
}
