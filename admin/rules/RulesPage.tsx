import { Box, Link as MuiLink, TextField, Typography } from '@mui/material'
import { useEffect, useState } from 'react'
import { Title } from 'react-admin'
import { Link, useLocation } from 'react-router-dom'
import { useRead } from '../frame/data/read.ts'
import { useSay } from '../frame/language/use-say.ts'
import { ListHelp } from '../frame/list/ListHelp.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { RULES, type Rule } from './data.ts'
import { RuleCard } from './RuleCard.tsx'

/** Every rule by which the city computes. An address such as `/rules#F2` leads to one of them. */
export default function RulesPage() {
  const say = useSay()
  const { hash } = useLocation()
  const [search, setSearch] = useState('')
  const { data, error, isPending, refetch } = useRead(RULES, {})
  const shown = (data?.rules ?? []).filter((rule) => matches(rule, search))
  const isThere = data !== undefined
  useEffect(() => {
    if (!isThere || hash.length < 2) return
    const card = document.getElementById(hash.slice(1))
    card?.scrollIntoView({ block: 'start' })
    card?.focus({ preventScroll: true })
  }, [hash, isThere])
  return (
    <Box sx={{ pt: 2 }}>
      <Title title="rules.title" />
      <ListHelp text="rules.help" />
      {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <PageSkeleton />}
      {data && (
        <>
          <TextField
            label={say('rules.find')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            size="small"
            fullWidth={false}
            className="tera-screen-only"
            sx={{ minWidth: 260, mb: 1.5 }}
          />
          <Box
            component="nav"
            aria-label={say('rules.list')}
            sx={{ display: { xs: 'none', sm: 'flex' }, flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, mb: 2 }}
          >
            {shown.map(({ id, title }) => (
              <MuiLink key={id} component={Link} to={`#${id}`} variant="body2">
                {id} {title}
              </MuiLink>
            ))}
          </Box>
          {shown.length === 0 && <Typography role="status">{say('rules.none')}</Typography>}
          {shown.map((rule) => (
            <RuleCard key={rule.id} rule={rule} />
          ))}
        </>
      )}
    </Box>
  )
}

function matches({ id, name, title, answers, source }: Rule, search: string): boolean {
  const wanted = search.trim().toLowerCase()
  return [id, name, title, answers, source].some((text) => text.toLowerCase().includes(wanted))
}
