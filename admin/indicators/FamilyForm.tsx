import { Alert, Box, Button, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { useNotify } from 'react-admin'
import { Link } from 'react-router-dom'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { useWrite } from '../frame/data/write.ts'
import { decimalShown, decimalText } from '../frame/form/decimal.ts'
import { useFormat } from '../frame/format.ts'
import { useLanguage, useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PROPOSE_WEIGHTS } from './commands.ts'
import type { FamilyWeights, WeightCell } from './weights.ts'

/** The weights of one family. What is changed becomes drafts of the indicators; nothing is in force before another person approves. */
export function FamilyForm({
  family: { family, cells, total, actions },
  onClose,
}: {
  family: FamilyWeights
  onClose: () => void
}) {
  const say = useSay()
  const format = useFormat()
  const language = useLanguage()
  const notify = useNotify()
  const propose = useWrite(PROPOSE_WEIGHTS)
  const shown = (cell: WeightCell) => decimalShown(cell.draftWeight, language)
  const [typed, setTyped] = useState<Record<string, string>>({})
  const textOf = (cell: WeightCell) => typed[cell.indicatorId] ?? shown(cell)
  const verdict = actions.find(({ name }) => name === 'PROPOSE')
  const changed = cells.filter((cell) => textOf(cell) !== shown(cell))
  const isReadable = cells.every((cell) => textOf(cell).trim() === '' || decimalText(textOf(cell)) !== null)
  const hundredths = cells.reduce((sum, cell) => sum + Math.round(Number(decimalText(textOf(cell)) ?? 0) * 10_000), 0)
  const planned = hundredths / 10_000
  const save = async () => {
    const weights = changed.map((cell) => ({ indicatorId: cell.indicatorId, weight: decimalText(textOf(cell)) }))
    try {
      await propose.mutateAsync({ input: { family, weights } })
    } catch {
      // The refusal stands below, in the server's words.
      return
    }
    notify('weights.proposed', { type: 'success' })
    onClose()
  }
  return (
    <>
      <RowsTable
        caption="weights.carried"
        rows={cells}
        keyOf={({ indicatorId }) => indicatorId}
        empty="weights.none"
        columns={[
          {
            label: 'indicators.title',
            render: ({ indicatorId, code, name }) => (
              <Link to={`/indicators/${indicatorId}/show`}>
                {code} · {name}
              </Link>
            ),
          },
          {
            label: 'indicators.attribution',
            render: ({ isUnitAttributed }) => say(isUnitAttributed ? 'weights.ofUnit' : 'weights.ofPerson'),
          },
          { label: 'weights.inForce', isNumber: true, render: ({ weight }) => format.percent(weight) },
          {
            label: 'weights.planned',
            isNumber: true,
            render: (cell) =>
              verdict?.enabled && cell.draftState !== 'REVIU' ? (
                <TextField
                  value={textOf(cell)}
                  onChange={(event) => setTyped({ ...typed, [cell.indicatorId]: event.target.value })}
                  error={textOf(cell).trim() !== '' && decimalText(textOf(cell)) === null}
                  fullWidth={false}
                  slotProps={{ htmlInput: { inputMode: 'decimal', 'aria-label': say('weights.weightOf', { code: cell.code }) } }}
                  sx={{ width: 96 }}
                />
              ) : (
                format.percent(cell.draftWeight)
              ),
          },
          {
            label: 'weights.draft',
            render: ({ draftState }) => (draftState ? <StateChip group="indicatorState" code={draftState} /> : '–'),
          },
        ]}
      />
      <Typography aria-live="polite" sx={{ my: 2, fontWeight: 600 }}>
        {say('weights.sums', { total: format.percent(total), planned: format.percent(planned) })}
      </Typography>
      {Math.abs(planned - 100) > 0.01 && <Alert severity="warning">{say('weights.notHundred')}</Alert>}
      {!isReadable && <Alert severity="error">{say('decimal.unreadable')}</Alert>}
      {propose.error && <FaultNotice error={propose.error} />}
      <Box sx={{ display: 'flex', gap: 1, mt: 2 }}>
        {verdict?.enabled && (
          <Button
            variant="contained"
            loading={propose.isPending}
            disabled={changed.length === 0 || !isReadable}
            onClick={() => void save()}
          >
            {say('weights.propose', { count: changed.length })}
          </Button>
        )}
        <Button onClick={onClose}>{say('command.cancel')}</Button>
      </Box>
      <Typography variant="body2" sx={{ mt: 1, color: 'text.secondary' }}>
        {say('weights.proposeHelp')}
      </Typography>
    </>
  )
}
