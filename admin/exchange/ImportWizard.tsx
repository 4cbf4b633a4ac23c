import { Box, Step, StepLabel, Stepper } from '@mui/material'
import { useState } from 'react'
import { Title } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { useRead } from '../frame/data/read.ts'
import { useWrite } from '../frame/data/write.ts'
import { useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { useIsPhone } from '../frame/use-is-phone.ts'
import { DryRunStep } from './DryRunStep.tsx'
import { IMPORT_KINDS, START_IMPORT } from './data.ts'
import { FileStep } from './FileStep.tsx'
import { MappingStep } from './MappingStep.tsx'
import { guessHeaders, type HeaderChoice } from './mapping.ts'
import type { Upload } from './upload.ts'

type Draft = { upload: Upload; kind: string; year: number; choice: HeaderChoice }
type Stage = { step: 'FILE' } | { step: 'MAPPING'; draft: Draft } | { step: 'DRY_RUN'; draft: Draft; runId: string }

const steps = ['imports.step.file', 'imports.step.mapping', 'imports.step.dryRun'] as const
const places = { FILE: 0, MAPPING: 1, DRY_RUN: 2 } as const

/** From a file to stored rows: choose it, look at the columns, try it without storing, then import. */
export default function ImportWizard() {
  const say = useSay()
  const navigate = useNavigate()
  const isPhone = useIsPhone()
  const [stage, setStage] = useState<Stage>({ step: 'FILE' })
  const { data, error, isPending, refetch } = useRead(IMPORT_KINDS, {})
  const start = useWrite(START_IMPORT)
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending) return <PageSkeleton />
  const kinds = data.importKinds
  const columnsOf = (kind: string) => kinds.find(({ name }) => name === kind)?.columns ?? []

  const draftOf = (kind: string, upload: Upload, year = new Date().getFullYear()): Draft => ({
    kind,
    upload,
    year,
    choice: guessHeaders(columnsOf(kind), upload.headers),
  })

  const run = (draft: Draft, isDryRun: boolean) =>
    start.mutate(
      {
        input: {
          uploadId: draft.upload.uploadId,
          kind: draft.kind,
          isDryRun,
          year: draft.year,
          mapping: Object.entries(draft.choice).map(([column, header]) => ({ column, header })),
        },
      },
      {
        onSuccess: ({ startImport: { id } }) =>
          isDryRun ? setStage({ step: 'DRY_RUN', draft, runId: id }) : navigate(`/imports/${id}/show`),
      },
    )

  return (
    <Box sx={{ pt: 2, maxWidth: 1100 }}>
      <Title title="imports.create" />
      <Stepper activeStep={places[stage.step]} orientation={isPhone ? 'vertical' : 'horizontal'} sx={{ mb: 3 }}>
        {steps.map((label) => (
          <Step key={label}>
            <StepLabel>{say(label)}</StepLabel>
          </Step>
        ))}
      </Stepper>
      {stage.step === 'FILE' && (
        <FileStep kinds={kinds} onReady={(kind, upload) => setStage({ step: 'MAPPING', draft: draftOf(kind, upload) })} />
      )}
      {stage.step === 'MAPPING' && (
        <MappingStep
          kinds={kinds}
          kind={stage.draft.kind}
          onKind={(kind) => setStage({ step: 'MAPPING', draft: draftOf(kind, stage.draft.upload, stage.draft.year) })}
          year={stage.draft.year}
          onYear={(year) => setStage({ ...stage, draft: { ...stage.draft, year } })}
          columns={columnsOf(stage.draft.kind)}
          upload={stage.draft.upload}
          choice={stage.draft.choice}
          isBusy={start.isPending}
          onChange={(choice) => setStage({ ...stage, draft: { ...stage.draft, choice } })}
          onBack={() => setStage({ step: 'FILE' })}
          onNext={() => run(stage.draft, true)}
        />
      )}
      {stage.step === 'DRY_RUN' && (
        <DryRunStep
          runId={stage.runId}
          isBusy={start.isPending}
          onBack={() => setStage({ step: 'MAPPING', draft: stage.draft })}
          onImport={() => run(stage.draft, false)}
        />
      )}
      {start.error && <FaultNotice error={start.error} />}
    </Box>
  )
}
