import { Box, FormControlLabel, Switch, TextField } from '@mui/material'
import { useState } from 'react'
import { Title } from 'react-admin'
import { useSearchParams } from 'react-router-dom'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { ListHelp } from '../frame/list/ListHelp.tsx'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { FamilyDialog } from './FamilyDialog.tsx'
import { WeightStrip } from './WeightStrip.tsx'
import { FAMILY_WEIGHTS, type FamilyWeights, familyName } from './weights.ts'

/** The weights of the catalogue by position family: what each family carries, whether it adds up to 100, and the way to propose others. */
export default function WeightsPage() {
  const say = useSay()
  const format = useFormat()
  const [search, setSearch] = useSearchParams()
  const [words, setWords] = useState('')
  const { data, error, isPending, refetch } = useRead(FAMILY_WEIGHTS, {})
  const onlyOdd = search.get('odd') === 'true'
  const families = (data?.familyWeights ?? []).filter(
    (family) => (!onlyOdd || isOdd(family)) && matches(family, words.trim().toLowerCase()),
  )
  const odd = (data?.familyWeights ?? []).filter(isOdd).length
  return (
    <Box sx={{ pt: 2 }}>
      <Title title="weights.title" />
      <ListHelp text="weights.help" />
      {error && <FaultNotice error={error} onRetry={() => void refetch()} />}
      {isPending && <PageSkeleton />}
      {data && (
        <Section title="weights.title" actions={<ToneChip tone="warn" label={say('indicators.local')} />}>
          <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'center', mb: 2 }}>
            <TextField
              label={say('weights.search')}
              value={words}
              onChange={(event) => setWords(event.target.value)}
              fullWidth={false}
              sx={{ minWidth: 240 }}
            />
            <FormControlLabel
              control={
                <Switch
                  checked={onlyOdd}
                  onChange={(_event, isOn) => setSearch(isOn ? { odd: 'true' } : {}, { replace: true })}
                />
              }
              label={say('weights.onlyOdd', { count: odd })}
            />
          </Box>
          <RowsTable
            caption="weights.title"
            rows={families}
            keyOf={({ family }) => family}
            empty="weights.none"
            columns={[
              { label: 'indicators.family', render: (family) => <FamilyDialog family={family} /> },
              { label: 'weights.carried', render: (family) => <WeightStrip family={family} /> },
              { label: 'weights.total', isNumber: true, render: ({ total }) => format.percent(total) },
              {
                label: 'weights.draftTotal',
                isNumber: true,
                render: ({ total, draftTotal }) => (total === draftTotal ? '–' : format.percent(draftTotal)),
              },
              { label: 'weights.unitShare', isNumber: true, render: ({ unitShare }) => format.percent(unitShare) },
              { label: 'weights.standing', render: (family) => <Standing family={family} /> },
            ]}
          />
        </Section>
      )}
    </Box>
  )
}

function Standing({ family: { isComplete, isUnitHeavy } }: { family: FamilyWeights }) {
  const say = useSay()
  return (
    <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap' }}>
      <ToneChip tone={isComplete ? 'good' : 'bad'} label={say(isComplete ? 'weights.complete' : 'weights.incomplete')} />
      {isUnitHeavy && <ToneChip tone="warn" label={say('weights.unitHeavy')} />}
    </Box>
  )
}

function isOdd({ isComplete, isUnitHeavy }: FamilyWeights): boolean {
  return !isComplete || isUnitHeavy
}

function matches({ family, cells }: FamilyWeights, words: string): boolean {
  return (
    familyName(family).toLowerCase().includes(words) ||
    cells.some(({ code, name }) => `${code} ${name}`.toLowerCase().includes(words))
  )
}
