import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  LinearProgress,
  TextField,
  Typography,
} from '@mui/material'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useRef, useState } from 'react'
import { useListContext } from 'react-admin'
import { randomKey } from '../data/attempt.ts'
import { write } from '../data/write.ts'
import { useSay } from '../language/use-say.ts'
import { faultText } from '../state/fault-text.ts'
import type { BulkCommandProps, BulkRow } from './BulkCommandButton.tsx'
import { type Progress, runEach } from './run-each.ts'

type Props<Row extends BulkRow, Variables extends Record<string, unknown>> = BulkCommandProps<Row, Variables> & {
  rows: readonly Row[]
  onClose: () => void
}

/** Asks once, runs the command row by row, and tells what came of each. Rows that failed can be sent again without doubling the others. */
export function BulkDialog<Row extends BulkRow, Variables extends Record<string, unknown>>(props: Props<Row, Variables>) {
  const { rows, name, label, question, reason = 'NONE', document, variables, titleOf, onClose } = props
  const say = useSay()
  const titleId = useId()
  const queries = useQueryClient()
  const { onUnselectItems } = useListContext()
  const allowed = rows.filter((row) => row.actions.some((action) => action.name === name && action.enabled))
  const [waiting, setWaiting] = useState<readonly Row[]>(allowed)
  const [text, setText] = useState('')
  const [progress, setProgress] = useState<Progress<Row> | null>(null)
  const [running, setRunning] = useState<AbortController | null>(null)
  // The same key for each try of one row: a command whose answer was lost is not done twice.
  const keys = useRef(new Map<Row['id'], string>())
  const keyOf = (row: Row) => {
    const key = keys.current.get(row.id) ?? randomKey()
    keys.current.set(row.id, key)
    return key
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const controller = new AbortController()
    setRunning(controller)
    const end = await runEach(waiting, {
      run: (row) => write(document, variables(row, text.trim()), keyOf(row)),
      onProgress: setProgress,
      signal: controller.signal,
    })
    setRunning(null)
    setWaiting(waiting.filter((row) => !end.succeeded.includes(row)))
    onUnselectItems()
    void queries.invalidateQueries()
  }
  const isDone = progress !== null && running === null && waiting.length === 0
  return (
    <Dialog open onClose={running ? undefined : onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <form onSubmit={(event) => void submit(event)}>
        <DialogTitle id={titleId}>{say(label)}</DialogTitle>
        <DialogContent>
          {allowed.length === 0 ? (
            <Alert severity="info">{say('bulk.nothing')}</Alert>
          ) : (
            <DialogContentText sx={{ mb: 1 }}>{say(question)}</DialogContentText>
          )}
          {allowed.length > 0 && allowed.length < rows.length && (
            <Typography variant="body2">{say('bulk.skipped', { count: rows.length - allowed.length })}</Typography>
          )}
          {reason === 'REQUIRED' && allowed.length > 0 && (
            <TextField
              label={say('command.reason')}
              helperText={say('command.reasonHelp')}
              value={text}
              onChange={(event) => setText(event.target.value)}
              disabled={running !== null}
              required
              multiline
              minRows={2}
              fullWidth
            />
          )}
          <div role="status">
            {running && (
              <Typography variant="body2">
                {say('bulk.progress', { done: progress?.done ?? 0, total: waiting.length })}
              </Typography>
            )}
            {progress && !running && (
              <Alert severity={progress.failed.length > 0 ? 'warning' : 'success'} sx={{ mt: 1 }}>
                {say('bulk.result', { succeeded: progress.succeeded.length, failed: progress.failed.length })}
              </Alert>
            )}
          </div>
          {running && (
            <LinearProgress
              variant="determinate"
              value={((progress?.done ?? 0) / waiting.length) * 100}
              aria-labelledby={titleId}
            />
          )}
          {progress && progress.failed.length > 0 && (
            <>
              <Typography variant="h3" sx={{ mt: 2 }}>
                {say('bulk.failed')}
              </Typography>
              <ul>
                {progress.failed.map(({ row, error }) => (
                  <li key={row.id}>
                    <strong>{titleOf(row)}</strong>: {faultText(error, say)}
                  </li>
                ))}
              </ul>
            </>
          )}
        </DialogContent>
        <DialogActions>
          {running ? (
            <Button onClick={() => running.abort()}>{say('bulk.stop')}</Button>
          ) : (
            <Button onClick={onClose}>{say(progress ? 'bulk.close' : 'command.cancel')}</Button>
          )}
          {allowed.length > 0 && !isDone && (
            <Button type="submit" variant="contained" loading={running !== null}>
              {progress ? say('command.sendAgain') : say('bulk.run', { label: say(label), count: waiting.length })}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  )
}
