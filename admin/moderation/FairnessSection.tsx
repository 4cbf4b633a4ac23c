import { MenuItem, TextField } from '@mui/material'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { useRead } from '../frame/data/read.ts'
import { RuleLink } from '../frame/detail/RuleLink.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { codesOf, useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import type { Scope } from '../home/data.ts'
import type { ScopeState } from '../home/use-scope.ts'
import { FAIRNESS, type FairGroup } from './data.ts'

/** Codes of the groups of a dimension that have words of their own; a unit has its name, a rank its number. */
const groupsOf = { SEX: 'sex', AGE_BAND: 'ageBand', CONTRACT: 'employmentType' } as const

/** Do groups of people fare alike? Small ones are drawn towards the common level (F12), those that could name somebody are left out. */
export function FairnessSection({ scope, periodKey, underUnitId }: Scope & { scope: ScopeState }) {
  const say = useSay()
  const format = useFormat()
  const label = useCodeLabel()
  const dimension = scope.get('by') ?? 'SEX'
  const { data, error, isPending, refetch } = useRead(FAIRNESS, { periodKey, underUnitId, dimension }, { keepPrevious: true })
  const nameOf = ({ key, label: name }: FairGroup) =>
    name ?? (dimension in groupsOf ? label(groupsOf[dimension as keyof typeof groupsOf], key) : key)
  const told = (group: FairGroup, value: number | null, format_: (value: number | null) => string) =>
    group.isSuppressed ? say('fairness.suppressed') : format_(value)
  return (
    <Section
      title="fairness.title"
      help="fairness.help"
      actions={
        <>
          <ToneChip tone="quiet" label={say('indicators.local')} />
          <RuleLink rule="F12" />
        </>
      }
    >
      <TextField
        select
        label={say('fairness.dimension')}
        value={dimension}
        onChange={(event) => scope.change('by', event.target.value)}
        fullWidth={false}
        sx={{ minWidth: 220, mb: 2 }}
      >
        {codesOf('fairnessDimension').map(({ id }) => (
          <MenuItem key={id} value={id}>
            {label('fairnessDimension', id)}
          </MenuItem>
        ))}
      </TextField>
      {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <PageSkeleton rows={4} />}
      {data && (
        <RowsTable<FairGroup>
          caption="fairness.title"
          rows={data.fairness}
          keyOf={({ key }) => key}
          empty="fairness.none"
          firstRows={40}
          columns={[
            { label: 'fairness.group', render: nameOf },
            {
              label: 'fairness.people',
              isNumber: true,
              render: (group) => told(group, group.people, (value) => format.number(value)),
            },
            { label: 'fairness.share', isNumber: true, render: ({ sharePct }) => format.percent(sharePct) },
            { label: 'fairness.shrunk', isNumber: true, render: ({ shrunkPct }) => format.percent(shrunkPct) },
            { label: 'fairness.difference', isNumber: true, render: ({ differencePct }) => format.fixed(differencePct, 2) },
          ]}
        />
      )}
    </Section>
  )
}
