import { MenuItem, Stack, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { Section } from '../frame/detail/Section.tsx'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import type { Definition, FamilyWeight, Version } from './data.ts'
import { definitionFields, definitionKeys, type Field } from './definition-fields.ts'

/** Two versions field by field; only what differs. */
export function VersionCompare({ versions }: { versions: Version[] }) {
  const say = useSay()
  const label = useCodeLabel()
  const [newer, setNewer] = useState(versions[0]?.id ?? '')
  const [older, setOlder] = useState(versions[1]?.id ?? versions[0]?.id ?? '')
  const before = versions.find(({ id }) => id === older)
  const after = versions.find(({ id }) => id === newer)
  if (!before || !after || versions.length < 2) {
    return <Typography sx={{ color: 'text.secondary' }}>{say('indicators.onlyOneVersion')}</Typography>
  }
  const text = (version: Version, key: keyof Definition) => {
    const field: Field = definitionFields[key]
    const value = version[key]
    if (key === 'familyWeights')
      return (value as FamilyWeight[]).map(({ family, weight }) => `${family} ${Number(weight)}%`).join(', ') || '–'
    if (Array.isArray(value))
      return value.map((item) => (field.group ? label(field.group, String(item)) : String(item))).join(', ') || '–'
    if (value === null || value === '') return '–'
    return field.group ? label(field.group, String(value)) : String(value)
  }
  const different = definitionKeys.filter((key) => text(before, key) !== text(after, key))
  const choices = versions.map(({ id, version, state }) => (
    <MenuItem key={id} value={id}>
      {say('indicators.versionIs', { number: version, state: label('indicatorState', state) })}
    </MenuItem>
  ))
  return (
    <Section title="indicators.compare" help="indicators.compareHelp">
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2} sx={{ mb: 2 }}>
        <TextField select label={say('indicators.before')} value={older} onChange={(event) => setOlder(event.target.value)}>
          {choices}
        </TextField>
        <TextField select label={say('indicators.after')} value={newer} onChange={(event) => setNewer(event.target.value)}>
          {choices}
        </TextField>
      </Stack>
      <RowsTable
        caption="indicators.compare"
        rows={different}
        keyOf={(key) => key}
        empty="indicators.noDifference"
        columns={[
          { label: 'indicators.field', render: (key) => say(definitionFields[key].label) },
          { label: 'indicators.before', render: (key) => <del>{text(before, key)}</del> },
          { label: 'indicators.after', render: (key) => <ins>{text(after, key)}</ins> },
        ]}
      />
    </Section>
  )
}
