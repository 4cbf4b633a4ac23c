import { TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { LevelChip } from '../frame/chip/LevelChip.tsx'
import { useRead } from '../frame/data/read.ts'
import { RuleLink } from '../frame/detail/RuleLink.tsx'
import { decimalText } from '../frame/form/decimal.ts'
import { useFormat } from '../frame/format.ts'
import type { MessageKey } from '../frame/language/messages.ts'
import { useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { useSettled } from '../frame/use-settled.ts'
import { PREVIEW_ACHIEVEMENT } from './live.ts'

/** What realisations below, at and above the target would get, by the server's own rule; and one that the person tries. */
export function WorkedExamples({ values }: { values: Record<string, unknown> }) {
  const say = useSay()
  const format = useFormat()
  const [own, setOwn] = useState('')
  const realisation = decimalText(useSettled(own))
  const amounts = ['target', 'targetMin', 'targetMax', 'tolerancePct', 'maxValue', 'levelLow', 'levelHigh'] as const
  const input = {
    unit: values.unit,
    polarity: values.polarity,
    ...Object.fromEntries(amounts.map((name) => [name, decimalText(values[name])])),
    realisation,
  }
  const { data } = useRead(PREVIEW_ACHIEVEMENT, { input }, { keepPrevious: true })
  if (!data) return null
  const { examples, levelLow, levelHigh } = data.previewAchievement
  return (
    <>
      <Typography variant="h3" component="h2" sx={{ mt: 2, mb: 1 }}>
        {say('editor.examples')} <RuleLink rule="F1" />
      </Typography>
      <RowsTable
        caption="editor.examples"
        rows={examples}
        keyOf={({ place, realisation: number }) => `${place} ${number}`}
        empty="editor.noTarget"
        columns={[
          { label: 'editor.place', render: ({ place }) => say(`editor.place.${place}` as MessageKey) },
          { label: 'editor.realisation', isNumber: true, render: (example) => format.number(example.realisation, 6) },
          {
            label: 'editor.achievement',
            isNumber: true,
            render: ({ pct, formula, sentence }) => <span title={formula ?? sentence}>{format.percent(pct)}</span>,
          },
          { label: 'editor.level', render: ({ level }) => (level ? <LevelChip level={level} isShort /> : '–') },
        ]}
      />
      {examples.length > 0 && (
        <TextField
          label={say('editor.own')}
          value={own}
          onChange={(event) => setOwn(event.target.value)}
          slotProps={{ htmlInput: { inputMode: 'decimal' } }}
          fullWidth={false}
          sx={{ mt: 1 }}
        />
      )}
      <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
        {say('indicators.thresholds', { low: format.number(levelLow), high: format.number(levelHigh) })} {say('editor.rule')}
      </Typography>
    </>
  )
}
