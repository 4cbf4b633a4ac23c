import DownloadIcon from '@mui/icons-material/DownloadOutlined'
import { Alert, Box, Button } from '@mui/material'
import { useState } from 'react'
import { Figure } from '../frame/chart/Figure.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { CauseTable } from './CauseTable.tsx'
import type { ImportReport, ImportRunDetail } from './data.ts'
import { RowList } from './RowList.tsx'

type Props = { run: ImportRunDetail; report: ImportReport }

/** What came of the rows: the counts, the causes with what to do, and the rows themselves. */
export function RunReport({ run, report }: Props) {
  const say = useSay()
  const format = useFormat()
  const [code, setCode] = useState<string | null>(null)
  return (
    <>
      {run.isDryRun && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {say('imports.dryRunHelp')}
        </Alert>
      )}
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(min(150px, 100%), 1fr))', mb: 2 }}>
        <Figure label={say('imports.rows')} value={format.number(report.rows)} />
        <Figure label={say('imports.accepted')} value={format.number(report.accepted)} />
        <Figure
          label={say('imports.withWarning')}
          value={format.number(report.acceptedWithWarning)}
          note={say('imports.withWarningHelp')}
        />
        <Figure label={say('imports.skipped')} value={format.number(report.skipped)} note={say('imports.skippedHelp')} />
        <Figure label={say('imports.rejected')} value={format.number(report.rejected)} />
      </Box>
      {run.unknownHeaders.length > 0 && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {say('imports.unknownHeaders', { headers: run.unknownHeaders.join(', ') })}
        </Alert>
      )}
      {report.rejected > 0 && (
        <Section
          title="imports.rejectedByCause"
          help="imports.rejectedHelp"
          actions={
            <Button
              component="a"
              href={`/imports/${run.id}/rejected.csv`}
              download
              variant="outlined"
              startIcon={<DownloadIcon />}
            >
              {say('imports.downloadRejected')}
            </Button>
          }
        >
          <CauseTable caption="imports.rejectedByCause" causes={report.rejectedByCode} chosen={code} onChoose={setCode} />
        </Section>
      )}
      {report.warningsByCode.length > 0 && (
        <Section title="imports.warningsByCause" help="imports.warningsHelp">
          <CauseTable caption="imports.warningsByCause" causes={report.warningsByCode} chosen={code} onChoose={setCode} />
        </Section>
      )}
      {(report.rejected > 0 || report.acceptedWithWarning > 0) && (
        <RowList
          id={run.id}
          code={code}
          firstOutcome={report.rejected > 0 ? 'REJECTED' : 'ACCEPTED_WITH_WARNING'}
          onClear={() => setCode(null)}
        />
      )}
    </>
  )
}
