import { Alert, Box, Typography } from '@mui/material'
import { useWatch } from 'react-hook-form'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { useSettled } from '../frame/use-settled.ts'
import { CONFLICTS } from './data.ts'
import type { MemberValues, ScopeValues } from './team-form.ts'

/** Who of the team may not look at whom, of what stands in the form right now. */
export function ConflictPreview() {
  const say = useSay()
  const members = (useWatch({ name: 'members' }) ?? []) as (MemberValues | null)[]
  const scopes = (useWatch({ name: 'scopes' }) ?? []) as (ScopeValues | null)[]
  const ids = (list: readonly (string | null | undefined)[]) => [...new Set(list.flatMap((id) => id || []))]
  const asked = useSettled({
    memberIds: ids(members.map((member) => member?.employeeId)),
    unitIds: ids(scopes.map((scope) => scope?.unitId)),
    programmeIds: ids(scopes.map((scope) => scope?.programmeId)),
  })
  const isReady = asked.memberIds.length > 0 && asked.unitIds.length + asked.programmeIds.length > 0
  const { data } = useRead(CONFLICTS, asked, { enabled: isReady, keepPrevious: true })
  const preview = data?.monitoringConflicts
  return (
    <Section title="conflicts.title" help="conflicts.help">
      <Box role="status" sx={{ display: 'grid', gap: 1 }}>
        {(!isReady || !preview) && <Typography sx={{ color: 'text.secondary' }}>{say('conflicts.choose')}</Typography>}
        {isReady && preview && preview.conflicts.length === 0 && (
          <Alert severity="success">{say('conflicts.none', { people: preview.people })}</Alert>
        )}
        {isReady && preview && preview.uncovered > 0 && (
          <Alert severity="error">{say('conflicts.uncovered', { count: preview.uncovered })}</Alert>
        )}
        {isReady &&
          preview?.conflicts.map(({ name, conflict, people, examples, reason }) => (
            <Alert key={`${name} ${conflict}`} severity="warning">
              {say('conflicts.line', { name, people, examples: examples.join(', '), reason })}
            </Alert>
          ))}
      </Box>
    </Section>
  )
}
