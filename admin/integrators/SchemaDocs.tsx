import ExpandIcon from '@mui/icons-material/ExpandMore'
import { Accordion, AccordionDetails, AccordionSummary, Box, TextField, Typography } from '@mui/material'
import { useDeferredValue, useMemo, useState } from 'react'
import { Section } from '../frame/detail/Section.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { type ContractField, type ContractType, readContract, searchContract } from './contract.ts'

/** Most types that are drawn at once; a search finds the rest. */
const most = 60

/** The documentation of the API, made from its contract and searchable by words. */
export default function SchemaDocs() {
  const say = useSay()
  const [search, setSearch] = useState('')
  const types = useMemo(() => readContract(), [])
  const wanted = useDeferredValue(search.trim())
  const found = useMemo(() => searchContract(types, wanted), [types, wanted])
  return (
    <Section title="api.docs" help="api.docsHelp">
      <TextField
        type="search"
        label={say('api.searchDocs')}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
        helperText={say('api.found', { smart_count: found.length, count: found.length })}
        fullWidth
        sx={{ mb: 2, maxWidth: 480 }}
      />
      {found.slice(0, most).map((type) => (
        <TypeDocs key={type.name} type={type} />
      ))}
      {found.length > most && <Typography sx={{ color: 'text.secondary', mt: 1 }}>{say('api.moreTypes')}</Typography>}
    </Section>
  )
}

function TypeDocs({ type }: { type: ContractType }) {
  return (
    <Accordion disableGutters slotProps={{ transition: { unmountOnExit: true } }}>
      <AccordionSummary expandIcon={<ExpandIcon />}>
        <Box sx={{ minWidth: 0 }}>
          <Typography sx={{ fontWeight: 650 }}>
            {type.name}{' '}
            <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
              {type.kind}
            </Typography>
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {type.description}
          </Typography>
        </Box>
      </AccordionSummary>
      <AccordionDetails>
        <Box component="dl" sx={{ m: 0 }}>
          {type.fields.map((field) => (
            <FieldDocs key={field.name} field={field} />
          ))}
        </Box>
      </AccordionDetails>
    </Accordion>
  )
}

function FieldDocs({ field }: { field: ContractField }) {
  return (
    <>
      <Typography component="dt" sx={{ mt: 1, overflowWrap: 'anywhere' }}>
        <code>
          {field.name}
          {field.type && `: ${field.type}`}
        </code>
      </Typography>
      <Typography component="dd" variant="body2" sx={{ ml: 2, color: 'text.secondary' }}>
        {field.description}
        {field.args.map((arg) => (
          <Box key={arg.name} component="span" sx={{ display: 'block' }}>
            <code>
              {arg.name}: {arg.type}
            </code>{' '}
            {arg.description}
          </Box>
        ))}
      </Typography>
    </>
  )
}
