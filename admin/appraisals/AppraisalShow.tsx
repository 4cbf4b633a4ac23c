import PrintIcon from '@mui/icons-material/PrintOutlined'
import { Box, Button, Typography } from '@mui/material'
import { Link } from 'react-router-dom'
import { NotesSection } from '../audit/NotesSection.tsx'
import { RecordHistory } from '../audit/RecordHistory.tsx'
import { DossierSection } from '../documents/DossierSection.tsx'
import { PredikatChip } from '../frame/chip/PredikatChip.tsx'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { DetailFrame } from '../frame/detail/DetailFrame.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { useMay, useViewer } from '../frame/viewer-context.ts'
import { ObjectSection } from '../objections/ObjectSection.tsx'
import { AppraisalDecisions } from './AppraisalDecisions.tsx'
import { AppraisalSummary } from './AppraisalSummary.tsx'
import { ComparisonSection } from './ComparisonSection.tsx'
import type { AppraisalDetail } from './data.ts'
import { EvidenceSection } from './EvidenceSection.tsx'
import { ExplanationSection } from './ExplanationSection.tsx'
import { LifeSection } from './LifeSection.tsx'
import { PartsSection } from './PartsSection.tsx'
import { usePrinting } from './use-printing.ts'
import { VersionNotice } from './VersionNotice.tsx'

/** One appraisal with everything behind it; on paper without what can only be pressed. */
export default function AppraisalShow() {
  const say = useSay()
  const mayReadTrail = useMay('audit.read')
  const { employee } = useViewer()
  const isPrinting = usePrinting()
  return (
    <DetailFrame<AppraisalDetail>
      heading={(appraisal) => ({
        title: say('appraisals.of', { name: appraisal.employee.fullName, period: appraisal.period.key }),
        subtitle: (
          <>
            {appraisal.positionTitle} · {appraisal.unitPath}{' '}
            <Box component="span" className="tera-screen-only">
              · <Link to={`/employees/${appraisal.employee.id}/show`}>{say('appraisals.openProfile')}</Link>
            </Box>
          </>
        ),
        chips: (
          <>
            <PredikatChip predikat={appraisal.predikat} reason={appraisal.noPredikatReason} size="medium" />
            <StateChip group="appraisalState" code={appraisal.state} />
            {!appraisal.isCurrent && <ToneChip tone="warn" label={say('appraisals.replaced')} />}
          </>
        ),
        actions: (
          <Button startIcon={<PrintIcon />} onClick={() => window.print()} className="tera-screen-only">
            {say('appraisals.print')}
          </Button>
        ),
      })}
    >
      {(appraisal) => (
        <>
          {isPrinting && <PrintHead appraisal={appraisal} />}
          <VersionNotice appraisal={appraisal} />
          <AppraisalDecisions appraisal={appraisal} isOwn={appraisal.employee.id === employee?.id} />
          <AppraisalSummary appraisal={appraisal} />
          <PartsSection appraisal={appraisal} />
          <ExplanationSection id={appraisal.id} />
          {!isPrinting && <EvidenceSection id={appraisal.id} />}
          <LifeSection appraisal={appraisal} />
          {!isPrinting && <ObjectSection appraisal={appraisal} />}
          {!isPrinting && <DossierSection appraisalId={appraisal.id} />}
          <ComparisonSection id={appraisal.id} />
          {!isPrinting && <NotesSection id={appraisal.id} help="notes.recordHelp" />}
          {!isPrinting && mayReadTrail && <RecordHistory ids={[appraisal.id]} />}
        </>
      )}
    </DetailFrame>
  )
}

/** What a sheet of paper must say for itself: whose appraisal, by whom, and when it was printed. */
function PrintHead({ appraisal }: { appraisal: AppraisalDetail }) {
  const say = useSay()
  const format = useFormat()
  return (
    <Typography sx={{ mb: 2 }}>
      {say('appraisals.printed', {
        nip: appraisal.employee.nip,
        penilai: appraisal.penilai?.fullName ?? '–',
        at: format.instant(new Date().toISOString()),
      })}
    </Typography>
  )
}
