import { RecordHistory } from '../audit/RecordHistory.tsx'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { DetailFrame } from '../frame/detail/DetailFrame.tsx'
import { useMay } from '../frame/viewer-context.ts'
import AwardFile from './AwardFile.tsx'
import type { Award } from './data.ts'

/** One award on a page of its own. */
export default function AwardShow() {
  const mayReadTrail = useMay('audit.read')
  return (
    <DetailFrame<Award> heading={({ title, state }) => ({ title, chips: <StateChip group="awardState" code={state} /> })}>
      {(award) => (
        <>
          <AwardFile award={award} />
          {mayReadTrail && <RecordHistory ids={[award.id]} />}
        </>
      )}
    </DetailFrame>
  )
}
