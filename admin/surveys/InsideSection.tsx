import { Box, Typography } from '@mui/material'
import { useRead } from '../frame/data/read.ts'
import { Facts } from '../frame/detail/Facts.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { SURVEY_INSIDE, type Survey } from './data.ts'
import { ResultView } from './ResultView.tsx'

/** What those who manage the survey see: how many answered, the running result and the check of integrity. */
export function InsideSection({ survey: { id, state, openCode } }: { survey: Survey }) {
  const say = useSay()
  const format = useFormat()
  const label = useCodeLabel()
  const { data, error, isPending } = useRead(SURVEY_INSIDE, { id })
  if (isPending) return <PageSkeleton />
  if (error || !data) return <FaultNotice error={error} />
  const { live, turnout, findings } = data.survey
  return (
    <>
      <Section title="surveys.turnout">
        <Facts
          facts={[
            { label: 'surveys.issued', value: format.number(turnout.issued) },
            { label: 'surveys.used', value: format.number(turnout.used) },
            { label: 'surveys.waiting', value: format.number(turnout.waiting) },
            { label: 'surveys.counted', value: format.number(turnout.counted) },
            ...(openCode ? [{ label: 'surveys.address' as const, value: `${window.location.origin}/s/${openCode}` }] : []),
          ]}
        />
      </Section>
      {state === 'AKTIF' && (
        <Section title="surveys.live">
          <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
            {say('surveys.liveHelp')}
          </Typography>
          {live ? <ResultView result={live} /> : <Typography>{say('surveys.tooFew')}</Typography>}
        </Section>
      )}
      <Section title="surveys.findings">
        <Box>
          <RowsTable
            caption="surveys.findings"
            empty="surveys.noFindings"
            rows={findings.map((finding, index) => ({ ...finding, key: String(index) }))}
            keyOf={({ key }) => key}
            columns={[
              { label: 'surveys.finding', render: ({ kind }) => label('surveyFinding', kind) },
              { label: 'surveys.answered', render: ({ responses }) => format.number(responses), isNumber: true },
            ]}
          />
        </Box>
      </Section>
    </>
  )
}
