import { Box, MenuItem, TextField } from '@mui/material'
import { Title } from 'react-admin'
import { useSearchParams } from 'react-router-dom'
import { usePeriods } from '../appraisals/use-periods.ts'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { staleNotice } from '../frame/command/StaleNotice.tsx'
import { useRead } from '../frame/data/read.ts'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { ListHelp } from '../frame/list/ListHelp.tsx'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { ISSUE_EDITION, type Preview, PUBLIC_PREVIEW } from './data.ts'

/** What would be published of a quarter, what is held back and why, and the command that publishes it. */
export default function PublicationPage() {
  const say = useSay()
  const [address, setAddress] = useSearchParams()
  const { periods } = usePeriods()
  const quarters = periods.filter(({ kind }) => kind !== 'ANNUAL').map(({ key }) => key)
  const periodKey = address.get('period') ?? quarters[0]
  return (
    <Box sx={{ pt: 2 }}>
      <Title title={say('publication.title')} />
      <ListHelp text="publication.help" />
      {periodKey === undefined ? (
        <PageSkeleton />
      ) : (
        <>
          <TextField
            select
            size="small"
            label={say('surveys.period')}
            value={periodKey}
            onChange={({ target }) => setAddress({ period: target.value })}
            sx={{ minWidth: 150, mb: 2 }}
          >
            {quarters.map((key) => (
              <MenuItem key={key} value={key}>
                {key}
              </MenuItem>
            ))}
          </TextField>
          <PreviewOf periodKey={periodKey} />
        </>
      )}
    </Box>
  )
}

function PreviewOf({ periodKey }: { periodKey: string }) {
  const { data, error, isPending } = useRead(PUBLIC_PREVIEW, { periodKey })
  if (isPending) return <PageSkeleton />
  if (error || !data) return <FaultNotice error={error} />
  const { figures, actions, contentHash } = data.publicPreview
  return (
    <>
      <CommandButton
        actions={actions}
        name="ISSUE"
        label="publication.issue"
        variant="contained"
        fault={staleNotice}
        document={ISSUE_EDITION}
        variables={() => ({ input: { periodKey, contentHash } })}
        question="publication.issueQuestion"
        done="publication.issued"
      />
      <HeldBack heldBack={figures.heldBack ?? []} />
      <Tables figures={figures} />
    </>
  )
}

function HeldBack({ heldBack }: { heldBack: NonNullable<Preview['figures']['heldBack']> }) {
  const say = useSay()
  const label = useCodeLabel()
  return (
    <Section title="publication.heldBack">
      <RowsTable
        caption="publication.heldBack"
        empty="publication.noneHeldBack"
        rows={heldBack}
        keyOf={({ table, name, reason }) => `${table} ${name} ${reason}`}
        columns={[
          { label: 'publication.table', render: ({ table }) => label('heldBackTable', table) },
          { label: 'publication.unit', render: ({ name }) => name || say('publication.together') },
          { label: 'publication.reason', render: ({ reason }) => label('heldBackReason', reason) },
        ]}
      />
    </Section>
  )
}

function Tables({ figures: { distribution, satisfaction } }: Pick<Preview, 'figures'>) {
  const say = useSay()
  const format = useFormat()
  const label = useCodeLabel()
  return (
    <>
      <Section title="publication.distribution">
        <RowsTable
          caption="publication.distribution"
          empty="publication.nothing"
          rows={distribution}
          keyOf={({ code }) => code ?? ''}
          columns={[
            { label: 'publication.unit', render: ({ name }) => name || say('publication.together') },
            { label: 'publication.people', render: ({ total }) => format.number(total), isNumber: true },
            {
              label: 'publication.distribution',
              render: ({ classes }) =>
                classes
                  .map(
                    ({ predikat, count }) =>
                      `${predikat ? label('predikat', predikat) : say('publication.without')}: ${count ?? say('publication.hidden')}`,
                  )
                  .join(' · '),
            },
          ]}
        />
      </Section>
      <Section title="publication.satisfaction">
        <RowsTable
          caption="publication.satisfaction"
          empty="publication.nothing"
          rows={satisfaction}
          keyOf={({ code }) => code}
          columns={[
            { label: 'publication.unit', render: ({ name }) => name },
            { label: 'surveys.respondents', render: ({ respondents }) => format.number(respondents), isNumber: true },
            { label: 'surveys.ikm', render: ({ ikm }) => format.number(ikm), isNumber: true },
            { label: 'surveys.mutu', render: ({ mutu }) => label('mutu', mutu) },
          ]}
        />
      </Section>
    </>
  )
}
