import { RecordHistory } from '../audit/RecordHistory.tsx'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { DetailFrame } from '../frame/detail/DetailFrame.tsx'
import { useMay } from '../frame/viewer-context.ts'
import ComplaintFile from './ComplaintFile.tsx'
import type { Complaint } from './data.ts'

/** One complaint on a page of its own. */
export default function ComplaintShow() {
  const mayReadTrail = useMay('audit.read')
  return (
    <DetailFrame<Complaint>
      heading={({ number, state }) => ({ title: number, chips: <StateChip group="complaintState" code={state} /> })}
    >
      {(complaint) => (
        <>
          <ComplaintFile complaint={complaint} />
          {mayReadTrail && <RecordHistory ids={[complaint.id]} />}
        </>
      )}
    </DetailFrame>
  )
}
