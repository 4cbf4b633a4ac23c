import { RecordHistory } from '../audit/RecordHistory.tsx'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { DetailFrame } from '../frame/detail/DetailFrame.tsx'
import { useSay } from '../frame/language/use-say.ts'
import { useMay } from '../frame/viewer-context.ts'
import type { Objection } from './data.ts'
import ObjectionFile from './ObjectionFile.tsx'

/** One objection on a page of its own. */
export default function ObjectionShow() {
  const say = useSay()
  const mayReadTrail = useMay('audit.read')
  return (
    <DetailFrame<Objection>
      heading={({ appraisal, state }) => ({
        title: say('objections.of', {
          name: appraisal?.employee.fullName ?? say('objections.someone'),
          period: appraisal?.period.key ?? '–',
        }),
        chips: <StateChip group="objectionState" code={state} />,
      })}
    >
      {(objection) => (
        <>
          <ObjectionFile objection={objection} />
          {mayReadTrail && <RecordHistory ids={[objection.id]} />}
        </>
      )}
    </DetailFrame>
  )
}
