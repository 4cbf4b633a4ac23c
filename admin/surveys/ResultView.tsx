import { Box } from '@mui/material'
import { Facts } from '../frame/detail/Facts.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import type { SurveyResult } from './data.ts'

/** The index with its interval and what it rests on; the elements with the lowest mean first. */
export function ResultView({ result }: { result: SurveyResult }) {
  const format = useFormat()
  const label = useCodeLabel()
  const { ikm, mutu, halfWidth95, respondents, questions, lowestFirst, assisted, paper, straightFours, flagged } = result
  const place = (code: string) => (lowestFirst.includes(code) ? lowestFirst.indexOf(code) : lowestFirst.length)
  const rows = questions.toSorted((a, b) => place(a.code) - place(b.code))
  return (
    <>
      <Box sx={{ mb: 2 }}>
        <Facts
          facts={[
            { label: 'surveys.ikm', value: mutu ? `${format.number(ikm)} · ${label('mutu', mutu)}` : '–' },
            { label: 'surveys.interval', value: halfWidth95 === null ? '–' : `± ${format.number(halfWidth95)}` },
            { label: 'surveys.respondents', value: format.number(respondents) },
            { label: 'surveys.assisted', value: format.number(assisted) },
            { label: 'surveys.paper', value: format.number(paper) },
            { label: 'surveys.straightFours', value: format.number(straightFours) },
            ...(flagged > 0
              ? [{ label: 'surveys.without' as const, value: `${format.number(result.ikmWithoutFlagged)} (−${flagged})` }]
              : []),
          ]}
        />
      </Box>
      <RowsTable
        caption="surveys.question"
        empty="surveys.noQuestions"
        rows={rows}
        keyOf={({ code }) => code}
        columns={[
          { label: 'surveys.question', render: ({ code }) => (code.startsWith('U') ? label('surveyQuestion', code) : code) },
          { label: 'surveys.nrr', render: ({ nrr }) => format.fixed(nrr, 2), isNumber: true },
          { label: 'surveys.mutu', render: ({ mutu: own }) => (own ? label('mutu', own) : '–') },
          { label: 'surveys.answered', render: ({ answered }) => format.number(answered), isNumber: true },
        ]}
      />
    </>
  )
}
