import { Alert, Box, Button, MenuItem, TextField } from '@mui/material'
import { Section } from '../frame/detail/Section.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import type { ImportColumn, ImportKind } from './data.ts'
import { type HeaderChoice, missingColumns } from './mapping.ts'
import type { Upload } from './upload.ts'

type Props = {
  kinds: ImportKind[]
  kind: string
  columns: ImportColumn[]
  upload: Upload
  choice: HeaderChoice
  isBusy: boolean
  onKind: (kind: string) => void
  year: number
  onYear: (year: number) => void
  onChange: (choice: HeaderChoice) => void
  onBack: () => void
  onNext: () => void
}

/** Which header of the file stands for which column. The guess is usually right; each can be changed. */
export function MappingStep({
  kinds,
  kind,
  year,
  columns,
  upload,
  choice,
  isBusy,
  onKind,
  onYear,
  onChange,
  onBack,
  onNext,
}: Props) {
  const say = useSay()
  const missing = missingColumns(columns, choice)
  const sample = (header: string | null | undefined) => {
    const place = header ? upload.headers.indexOf(header) : -1
    return place < 0
      ? '–'
      : upload.sampleRows
          .map((row) => row[place] ?? '')
          .filter(Boolean)
          .slice(0, 3)
          .join(' · ')
  }
  return (
    <Section title="imports.step.mapping" help="imports.mappingHelp">
      <TextField
        select
        label={say('imports.kind')}
        value={kind}
        onChange={(event) => onKind(event.target.value)}
        fullWidth={false}
        sx={{ minWidth: 300, mb: 2 }}
      >
        {kinds.map(({ name, label }) => (
          <MenuItem key={name} value={name}>
            {label}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        type="number"
        label={say('imports.year')}
        helperText={say('imports.yearHelp')}
        value={year}
        onChange={(event) => onYear(Number(event.target.value))}
        fullWidth={false}
        sx={{ mb: 2, ml: { sm: 2 } }}
        slotProps={{ htmlInput: { min: 2000, max: 2100 } }}
      />
      {missing.length > 0 && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {say('imports.missing', { columns: missing.map(({ label }) => label).join(', ') })}
        </Alert>
      )}
      <RowsTable
        caption="imports.step.mapping"
        rows={columns}
        keyOf={({ key }) => key}
        empty="imports.noRows"
        columns={[
          {
            label: 'imports.wanted',
            render: ({ label, required }) => (required ? say('imports.requiredColumn', { label }) : label),
          },
          {
            label: 'imports.header',
            render: (column) => (
              <TextField
                select
                value={choice[column.key] ?? ''}
                onChange={(event) => onChange({ ...choice, [column.key]: event.target.value || null })}
                error={column.required && !choice[column.key]}
                fullWidth={false}
                sx={{ minWidth: { xs: 150, sm: 220 }, my: 0 }}
                slotProps={{ htmlInput: { 'aria-label': say('imports.headerFor', { label: column.label }) } }}
              >
                <MenuItem value="">{say('imports.noHeader')}</MenuItem>
                {upload.headers.map((header) => (
                  <MenuItem key={header} value={header}>
                    {header}
                  </MenuItem>
                ))}
              </TextField>
            ),
          },
          { label: 'imports.sample', render: ({ key }) => sample(choice[key]) },
        ]}
      />
      <Box sx={{ display: 'flex', gap: 1, mt: 2 }}>
        <Button variant="contained" onClick={onNext} disabled={missing.length > 0} loading={isBusy}>
          {say('imports.tryOut')}
        </Button>
        <Button onClick={onBack}>{say('imports.back')}</Button>
      </Box>
    </Section>
  )
}
