import { Link } from 'react-router-dom'
import { NotesSection } from '../audit/NotesSection.tsx'
import { RecordHistory } from '../audit/RecordHistory.tsx'
import { PredikatChip } from '../frame/chip/PredikatChip.tsx'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { DetailFrame } from '../frame/detail/DetailFrame.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { useMay } from '../frame/viewer-context.ts'
import { AppraisalSummary } from './AppraisalSummary.tsx'
import type { AppraisalDetail } from './data.ts'
import { ExplanationSection } from './ExplanationSection.tsx'

export default function AppraisalShow() {
  const say = useSay()
  const mayReadTrail = useMay('audit.read')
  return (
    <DetailFrame<AppraisalDetail>
      heading={(appraisal) => ({
        title: say('appraisals.of', { name: appraisal.employee.fullName, period: appraisal.period.key }),
        subtitle: (
          <>
            {appraisal.positionTitle} · {appraisal.unitPath} ·{' '}
            <Link to={`/employees/${appraisal.employee.id}/show`}>{say('appraisals.openProfile')}</Link>
          </>
        ),
        chips: (
          <>
            <PredikatChip predikat={appraisal.predikat} reason={appraisal.noPredikatReason} size="medium" />
            <StateChip group="appraisalState" code={appraisal.state} />
            {!appraisal.isCurrent && <ToneChip tone="warn" label={say('appraisals.replaced')} />}
          </>
        ),
      })}
    >
      {(appraisal) => (
        <>
          <AppraisalSummary appraisal={appraisal} />
          <ExplanationSection id={appraisal.id} />
          <NotesSection id={appraisal.id} help="notes.recordHelp" />
          {mayReadTrail && <RecordHistory ids={[appraisal.id]} />}
        </>
      )}
    </DetailFrame>
  )
}
