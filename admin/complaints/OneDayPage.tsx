import { Box, Card, MenuItem, TextField } from '@mui/material'
import { Title } from 'react-admin'
import { Link, useSearchParams } from 'react-router-dom'
import { usePeriods } from '../appraisals/use-periods.ts'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { useRead } from '../frame/data/read.ts'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { ListHelp } from '../frame/list/ListHelp.tsx'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { useMay } from '../frame/viewer-context.ts'
import { COMPLAINT_FIGURES, RECORD_ONE_DAY_RATES, type UnitFigure } from './data.ts'
import { quarterDays } from './quarter.ts'

/** One-day rates of the units in a quarter, with their intervals and what was left out; the desk of the city records them as measurements. */
export default function OneDayPage() {
  const say = useSay()
  const [address, setAddress] = useSearchParams()
  const { periods, isPending } = usePeriods()
  const quarters = periods.filter(({ kind }) => kind !== 'ANNUAL').map(({ key }) => key)
  const today = new Date().toISOString().slice(0, 10)
  const running = quarters.find((key) => quarterDays(key).from <= today)
  const quarter = address.get('quarter') ?? running ?? quarters[0]
  return (
    <Box sx={{ pt: 2 }}>
      <Title title={say('oneDay.title')} />
      <ListHelp text="oneDay.help" />
      {isPending && <PageSkeleton />}
      {quarter !== undefined && (
        <>
          <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'center', flexWrap: 'wrap', mb: 2 }}>
            <TextField
              select
              size="small"
              label={say('oneDay.quarter')}
              value={quarter}
              onChange={({ target }) => setAddress({ quarter: target.value })}
              sx={{ minWidth: 150 }}
            >
              {quarters.map((key) => (
                <MenuItem key={key} value={key}>
                  {key}
                </MenuItem>
              ))}
            </TextField>
            {quarterDays(quarter).to < today && <RecordButton quarter={quarter} />}
          </Box>
          <Figures quarter={quarter} />
        </>
      )}
    </Box>
  )
}

function RecordButton({ quarter }: { quarter: string }) {
  const mayRecord = useMay('complaints.manage')
  if (!mayRecord) return null
  return (
    <CommandButton
      actions={[{ name: 'RECORD_ONE_DAY_RATES', enabled: true, reason: null }]}
      name="RECORD_ONE_DAY_RATES"
      label="oneDay.record"
      document={RECORD_ONE_DAY_RATES}
      variables={() => ({ periodKey: quarter })}
      question="oneDay.recordQuestion"
      done="oneDay.recorded"
    />
  )
}

function Figures({ quarter }: { quarter: string }) {
  const format = useFormat()
  const { data, error } = useRead(COMPLAINT_FIGURES, quarterDays(quarter))
  if (error) return <FaultNotice error={error} />
  if (!data) return <PageSkeleton />
  const share = (value: string | null) => (value === null ? '–' : format.share(Number(value), 1))
  const left = ({ duplicate, outOfScope, withdrawn, spam }: UnitFigure) => duplicate + outOfScope + withdrawn + spam
  return (
    <Card sx={{ p: { xs: 1.5, sm: 2.5 } }}>
      <RowsTable<UnitFigure>
        caption="oneDay.title"
        empty="oneDay.none"
        rows={data.complaintFigures}
        keyOf={({ unit }) => unit.id}
        columns={[
          { label: 'complaints.unit', render: ({ unit }) => <Link to={`/units/${unit.id}/show`}>{unit.name}</Link> },
          { label: 'oneDay.rate', isNumber: true, render: ({ rate }) => share(rate) },
          {
            label: 'oneDay.interval',
            isNumber: true,
            render: ({ ciLow, ciHigh }) => <span style={{ whiteSpace: 'nowrap' }}>{`${share(ciLow)} – ${share(ciHigh)}`}</span>,
          },
          { label: 'oneDay.handled', isNumber: true, render: ({ handled, eligible }) => `${handled} / ${eligible}` },
          { label: 'oneDay.censored', isNumber: true, render: ({ censored }) => censored },
          { label: 'oneDay.excluded', isNumber: true, render: left },
          {
            label: 'oneDay.reopened',
            isNumber: true,
            render: ({ reopened, reopenRate }) => `${reopened} (${share(reopenRate)})`,
          },
        ]}
      />
    </Card>
  )
}
