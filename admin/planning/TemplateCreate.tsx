import { Box } from '@mui/material'
import { Title } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { ListHelp } from '../frame/list/ListHelp.tsx'
import { CREATE_TEMPLATE } from './commands.ts'
import { templateInput } from './plan-form.ts'
import { TemplateInputs } from './TemplateInputs.tsx'

/** Writes a template. */
export default function TemplateCreate() {
  const navigate = useNavigate()
  return (
    <Box sx={{ pt: 2 }}>
      <Title title="templates.create" />
      <ListHelp text="templates.createHelp" />
      <FormFrame
        document={CREATE_TEMPLATE}
        about={null}
        initial={{ approach: 'KUANTITATIF', rhk: [{ kind: 'UTAMA', iki: [{ weight: '1' }] }] }}
        variables={(values) => ({ input: templateInput(values) })}
        submit="templates.save"
        done="templates.saved"
        onDone={({ createSkpTemplate }) => navigate(`/skp-templates/${createSkpTemplate.id}/show`)}
        onCancel={() => navigate('/skp-templates')}
        warnWhenUnsaved
      >
        <TemplateInputs />
      </FormFrame>
    </Box>
  )
}
