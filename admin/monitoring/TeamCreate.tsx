import { Box } from '@mui/material'
import { Title } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { FormFrame } from '../frame/form/FormFrame.tsx'
import { ListHelp } from '../frame/list/ListHelp.tsx'
import { DRAFT_TEAM } from './data.ts'
import { TeamInputs } from './TeamInputs.tsx'
import { teamInput } from './team-form.ts'

/** Drafts a team with its members and scope. */
export default function TeamCreate() {
  const navigate = useNavigate()
  return (
    <Box sx={{ pt: 2 }}>
      <Title title="teams.create" />
      <ListHelp text="teams.help" />
      <FormFrame
        document={DRAFT_TEAM}
        about={null}
        initial={{
          members: [
            { role: 'KETUA', origin: 'BKPSDM' },
            { role: 'ANGGOTA', origin: 'PERANGKAT_DAERAH' },
          ],
          scopes: [{}],
        }}
        variables={(values) => ({ input: { unitId: values.unitId, ...teamInput(values) } })}
        submit="teams.save"
        done="teams.saved"
        onDone={({ draftMonitoringTeam }) => navigate(`/monitoring-teams/${draftMonitoringTeam.id}/show`)}
        onCancel={() => navigate('/monitoring-teams')}
        warnWhenUnsaved
      >
        <TeamInputs withUnit />
      </FormFrame>
    </Box>
  )
}
