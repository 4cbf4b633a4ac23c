import { RecordHistory } from '../audit/RecordHistory.tsx'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { ToneChip } from '../frame/chip/ToneChip.tsx'
import { DetailFrame } from '../frame/detail/DetailFrame.tsx'
import { useFormat } from '../frame/format.ts'
import { useSay } from '../frame/language/use-say.ts'
import { useMay } from '../frame/viewer-context.ts'
import type { ImportRunDetail } from './data.ts'
import { RunProgress } from './RunProgress.tsx'
import { useKindLabel } from './use-kind-label.ts'

export default function ImportShow() {
  const say = useSay()
  const format = useFormat()
  const mayReadTrail = useMay('audit.read')
  const kindLabel = useKindLabel()
  return (
    <DetailFrame<ImportRunDetail>
      heading={(run) => ({
        title: run.fileName,
        subtitle: `${kindLabel(run.kind)} · ${run.startedBy ?? say('imports.commandLine')} · ${format.instant(run.createdAt)}`,
        chips: (
          <>
            <StateChip group="importState" code={run.state} />
            {run.isDryRun && <ToneChip tone="quiet" label={say('imports.dryRun')} />}
          </>
        ),
      })}
    >
      {(run) => (
        <>
          <RunProgress id={run.id} />
          {mayReadTrail && <RecordHistory ids={[run.id]} />}
        </>
      )}
    </DetailFrame>
  )
}
