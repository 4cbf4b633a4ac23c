import { Box, Typography } from '@mui/material'
import { useWatch } from 'react-hook-form'
import { useRead } from '../frame/data/read.ts'
import { decimalText } from '../frame/form/decimal.ts'
import { useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { useSettled } from '../frame/use-settled.ts'
import { decimals, definitionInput } from './definition-fields.ts'
import { CHECK_DEFINITION } from './live.ts'
import { ProblemList } from './ProblemList.tsx'
import { WorkedExamples } from './WorkedExamples.tsx'

/** Beside the form: the server's own checks and worked examples, renewed while somebody types. Nothing is saved. */
export function LiveCheck({ draftId }: { draftId: string | null }) {
  const say = useSay()
  const values = useSettled(useWatch())
  const { code, ...definition } = { code: values.code, ...definitionInput(values) }
  const identity = draftId === null ? { code: code || null } : { draftId }
  const { data, error } = useRead(CHECK_DEFINITION, { input: { ...identity, ...complete(definition) } }, { keepPrevious: true })
  return (
    <Box aria-live="polite">
      <Typography variant="h3" component="h2" sx={{ mb: 1 }}>
        {say('editor.title')}
      </Typography>
      {error && <FaultNotice error={error} />}
      {data && data.checkDefinition.length === 0 && <Typography>{say('editor.sound')}</Typography>}
      {data && <ProblemList problems={data.checkDefinition} />}
      <WorkedExamples values={values} />
    </Box>
  )
}

/** Rows of weights that are only half written are not asked about. */
function complete(definition: Record<string, unknown>): Record<string, unknown> {
  const weights = Array.isArray(definition.familyWeights) ? definition.familyWeights : []
  return {
    ...readable(definition),
    familyWeights: weights.map((row) => readable(row)).filter(({ family, weight }) => family && weight !== null),
  }
}

/** What cannot be read as a number yet is left out of the question; the form itself marks it. */
function readable(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, amounts.has(key) ? decimalText(value) : value]))
}

const amounts: ReadonlySet<string> = new Set([...decimals, 'weight', 'weightMin', 'weightMax'])
