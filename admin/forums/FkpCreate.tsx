import { Box, Card } from '@mui/material'
import { required, Title } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { UnitInput } from '../frame/form/UnitInput.tsx'
import { DRAFT_FKP } from './data.ts'
import { draftOf, FkpInputs } from './FkpInputs.tsx'

/** A new forum, with the five kinds laid out. */
export default function FkpCreate() {
  const navigate = useNavigate()
  const roles = ['PENYELENGGARA', 'PENGGUNA_LAYANAN', 'AHLI', 'MEDIA', 'MASYARAKAT_SIPIL']
  return (
    <Box sx={{ pt: 2 }}>
      <Title title="fkps.create" />
      <Card sx={{ p: { xs: 1.5, sm: 2.5 } }}>
        <FormFrame
          document={DRAFT_FKP}
          about={null}
          initial={{ invitations: roles.map((role) => ({ role })) }}
          variables={(values) => ({ input: { unitId: values.unitId, ...draftOf(values) } })}
          submit="fkps.save"
          done="fkps.saved"
          onDone={({ draftFkp }) => navigate(`/fkps/${draftFkp.id}/show`)}
          onCancel={() => navigate('/fkps')}
          warnWhenUnsaved
        >
          <UnitInput source="unitId" label="fkps.unit" validate={required()} />
          <FkpInputs />
        </FormFrame>
      </Card>
    </Box>
  )
}
