import { Alert, Box } from '@mui/material'
import type { HttpError } from 'ra-core'
import { EditBase, Title, useEditContext } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { wholeRecord } from '../frame/detail/whole-record.ts'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { useLanguage, useSay } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { UPDATE_DRAFT } from './commands.ts'
import { DefinitionInputs } from './DefinitionInputs.tsx'
import { type IndicatorDetail, standing } from './data.ts'
import { definitionInput, definitionShown } from './definition-fields.ts'
import { EditorLayout } from './EditorLayout.tsx'

/** The editor of the draft of an indicator. A save names the revision that it read, so that nobody overwrites a colleague unseen. */
export default function IndicatorEdit() {
  return (
    <EditBase<IndicatorDetail> mutationMode="pessimistic" redirect={false} queryOptions={{ meta: wholeRecord }}>
      <Editor />
    </EditBase>
  )
}

function Editor() {
  const say = useSay()
  const language = useLanguage()
  const navigate = useNavigate()
  const { record, error, isPending, refetch } = useEditContext<IndicatorDetail, HttpError>()
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending || !record) return <PageSkeleton />
  const { draft } = standing(record)
  if (draft?.state !== 'DRAFT') {
    return (
      <Alert severity="info" sx={{ mt: 3 }}>
        {say('indicators.noDraft')}
      </Alert>
    )
  }
  return (
    <Box sx={{ pt: 2 }}>
      <Title title={say('indicators.editing', { code: record.code })} />
      <FormFrame
        key={draft.id}
        document={UPDATE_DRAFT}
        about={draft.id}
        initial={definitionShown(draft, language)}
        variables={(values) => ({ input: { id: draft.id, revision: draft.revision, ...definitionInput(values) } })}
        submit="indicators.save"
        done="indicators.saved"
        onDone={() => navigate(`/indicators/${record.id}/show?tab=what-if`)}
        onCancel={() => navigate(`/indicators/${record.id}/show`)}
        warnWhenUnsaved
      >
        <EditorLayout draftId={draft.id}>
          <DefinitionInputs />
        </EditorLayout>
      </FormFrame>
    </Box>
  )
}
