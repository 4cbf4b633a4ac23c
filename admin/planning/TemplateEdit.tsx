import { Alert, Box } from '@mui/material'
import type { HttpError } from 'ra-core'
import { EditBase, Title, useEditContext } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { wholeRecord } from '../frame/detail/whole-record.ts'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { useLanguage } from '../frame/language/use-say.ts'
import { FaultNotice } from '../frame/state/FaultNotice.tsx'
import { PageSkeleton } from '../frame/state/PageSkeleton.tsx'
import { UPDATE_TEMPLATE } from './commands.ts'
import type { Template } from './data.ts'
import { templateInput, templateShown } from './plan-form.ts'
import { TemplateInputs } from './TemplateInputs.tsx'

/** Changes a template; plans that were made from it stay. */
export default function TemplateEdit() {
  return (
    <EditBase<Template> mutationMode="pessimistic" redirect={false} queryOptions={{ meta: wholeRecord }}>
      <Editor />
    </EditBase>
  )
}

function Editor() {
  const language = useLanguage()
  const navigate = useNavigate()
  const { record, error, isPending, refetch } = useEditContext<Template, HttpError>()
  if (error) return <FaultNotice error={error} onRetry={() => void refetch()} />
  if (isPending || !record) return <PageSkeleton />
  const change = record.actions.find(({ name }) => name === 'CHANGE')
  const back = () => navigate(`/skp-templates/${record.id}/show`)
  return (
    <Box sx={{ pt: 2 }}>
      <Title title={record.name} />
      {change && !change.enabled && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {change.reason}
        </Alert>
      )}
      <FormFrame
        document={UPDATE_TEMPLATE}
        about={record.id}
        initial={templateShown(record, language)}
        variables={(values) => ({ input: { id: record.id, ...templateInput(values) } })}
        submit="templates.save"
        done="templates.saved"
        onDone={back}
        onCancel={back}
        warnWhenUnsaved
      >
        <TemplateInputs />
      </FormFrame>
    </Box>
  )
}
