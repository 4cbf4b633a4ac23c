import { Box } from '@mui/material'
import { NumberInput, required, TextInput, Title } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { InputGrid } from '../frame/form/InputGrid.tsx'
import { PersonInput } from '../frame/form/PersonInput.tsx'
import { UnitInput } from '../frame/form/UnitInput.tsx'
import { ListHelp } from '../frame/list/ListHelp.tsx'
import { DRAFT_PLAN } from './commands.ts'

/** Begins a plan; its content is written on the next page. */
export default function PlanCreate() {
  const navigate = useNavigate()
  return (
    <Box sx={{ pt: 2 }}>
      <Title title="plans.create" />
      <ListHelp text="plans.help" />
      <FormFrame
        document={DRAFT_PLAN}
        about={null}
        variables={({ unitId, year, title, ownerId }) => ({
          ...{ unitId: String(unitId), year: Number(year), title: String(title), ownerId: String(ownerId) },
        })}
        submit="plans.create"
        done="pembinaan.done"
        onDone={({ draftPembinaanPlan }) => navigate(`/pembinaan-plans/${draftPembinaanPlan.id}`)}
        onCancel={() => navigate('/pembinaan-plans')}
        warnWhenUnsaved
      >
        <InputGrid>
          <TextInput source="title" label="plans.name" helperText={false} validate={required()} />
          <NumberInput source="year" label="pembinaan.year" helperText={false} validate={required()} min={2000} max={2100} />
          <UnitInput source="unitId" label="pembinaan.unit" validate={required()} />
          <PersonInput source="ownerId" label="plans.owner" validate={required()} />
        </InputGrid>
      </FormFrame>
    </Box>
  )
}
