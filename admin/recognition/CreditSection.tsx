import { Box, LinearProgress, Typography } from '@mui/material'
import { PredikatChip } from '../frame/chip/PredikatChip.tsx'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import type { Consequences, CreditGoal } from './profile-data.ts'

type Progress = NonNullable<Consequences['employee']['creditProgress']>
type Entry = NonNullable<Consequences['employee']['creditEntries']>['nodes'][number]

/** Angka kredit of a functional official: how far to the next rank and jenjang, and the rows that they add up from. */
export function CreditSection({ progress, entries }: { progress: Progress; entries: readonly Entry[] }) {
  const say = useSay()
  const format = useFormat()
  const label = useCodeLabel()
  return (
    <Section title="credits.title" help="credits.help">
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))', mb: 2 }}>
        {progress.goals.map((goal) => (
          <Goal key={goal.kind} goal={goal} next={progress.nextJenjang} />
        ))}
      </Box>
      {progress.provisional > 0 && (
        <Typography sx={{ mb: 1 }}>{say('credits.provisional', { credit: format.fixed(progress.provisional, 2) })}</Typography>
      )}
      <RowsTable
        caption="credits.rows"
        rows={entries}
        keyOf={({ id }) => id}
        empty="credits.none"
        columns={[
          { label: 'appraisals.period', render: ({ periodKey }) => periodKey },
          { label: 'credits.jenjang', render: ({ jenjang }) => label('jenjang', jenjang) },
          { label: 'appraisals.predikat', render: ({ predikat }) => <PredikatChip predikat={predikat} /> },
          { label: 'credits.months', isNumber: true, render: ({ months }) => months },
          { label: 'credits.credit', isNumber: true, render: ({ credit }) => format.fixed(credit, 2) },
          { label: 'skps.state', render: ({ standing }) => <StateChip group="creditStanding" code={standing} /> },
        ]}
      />
    </Section>
  )
}

function Goal({ goal: { kind, have, need, missing, isMet }, next }: { goal: CreditGoal; next: string | null }) {
  const say = useSay()
  const format = useFormat()
  const label = useCodeLabel()
  const name =
    kind === 'RANK' ? say('credits.goal.RANK') : say('credits.goal.JENJANG', { next: next ? label('jenjang', next) : '' })
  const text = say('credits.haveOf', { have: format.fixed(have, 2), need: format.number(need) })
  return (
    <Box>
      <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
      <LinearProgress
        variant="determinate"
        value={Math.min(100, (have / need) * 100)}
        aria-label={name}
        aria-valuetext={text}
        sx={{ my: 0.75, height: 8, borderRadius: 1 }}
      />
      <Typography variant="body2">
        {text}
        {' · '}
        {isMet ? say('credits.met') : say('credits.missing', { missing: format.fixed(missing, 2) })}
      </Typography>
    </Box>
  )
}
