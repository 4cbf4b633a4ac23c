import UploadIcon from '@mui/icons-material/UploadFileOutlined'
import { Alert, Box, Button, MenuItem, TextField, Typography } from '@mui/material'
import { useMutation } from '@tanstack/react-query'
import type { HttpError } from 'ra-core'
import { type DragEvent, useRef, useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { Section } from '../frame/detail/Section.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { visuallyHidden } from '../frame/visually-hidden.ts'
import type { ImportKind } from './data.ts'
import { largestFile, type Upload, uploadFile } from './upload.ts'

type Props = { kinds: ImportKind[]; onReady: (kind: string, upload: Upload) => void }

/** Chooses what a file holds, and the file: by the button, or by dropping it. */
export function FileStep({ kinds, onReady }: Props) {
  const say = useSay()
  const picker = useRef<HTMLInputElement>(null)
  // The address may say what is to be read: a step of the set-up path leads here.
  const asked = useSearchParams()[0].get('kind')
  const [kind, setKind] = useState(kinds.some(({ name }) => name === asked) ? (asked ?? '') : '')
  const [isOver, setOver] = useState(false)
  const [isTooLarge, setTooLarge] = useState(false)
  const upload = useMutation<Upload, HttpError, File>({
    mutationFn: uploadFile,
    onSuccess: (result) => onReady(kind || (result.guessedKind ?? kinds[0]?.name ?? ''), result),
  })
  const take = (file: File | undefined) => {
    if (!file) return
    setTooLarge(file.size > largestFile)
    if (file.size <= largestFile) upload.mutate(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }
  return (
    <Section title="imports.step.file" help="imports.fileHelp">
      <TextField
        select
        label={say('imports.kind')}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        value={kind}
        onChange={(event) => setKind(event.target.value)}
        fullWidth={false}
        sx={{ minWidth: 300, mb: 2 }}
      >
        <MenuItem value="">{say('imports.guess')}</MenuItem>
        {kinds.map(({ name, label }) => (
          <MenuItem key={name} value={name}>
            {label}
          </MenuItem>
        ))}
      </TextField>
      <Box
        onDragOver={(event: DragEvent) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        sx={{
          border: 2,
          borderStyle: 'dashed',
          borderColor: isOver ? 'primary.main' : 'divider',
          borderRadius: 2,
          p: 4,
          textAlign: 'center',
        }}
      >
        <Typography sx={{ mb: 1.5, color: 'text.secondary' }}>{say('imports.drop')}</Typography>
        <Button onClick={() => picker.current?.click()} variant="contained" startIcon={<UploadIcon />} loading={upload.isPending}>
          {say('imports.chooseFile')}
        </Button>
        <Box
          component="input"
          ref={picker}
          type="file"
          tabIndex={-1}
          aria-label={say('imports.chooseFile')}
          accept=".csv,.xlsx,text/csv"
          onChange={(event) => take(event.target.files?.[0])}
          sx={visuallyHidden}
        />
      </Box>
      {isTooLarge && (
        <Alert severity="error" sx={{ mt: 2 }}>
          {say('imports.tooLarge')}
        </Alert>
      )}
      {upload.error && <FaultNotice error={upload.error} />}
    </Section>
  )
}
