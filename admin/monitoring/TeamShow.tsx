import EditIcon from '@mui/icons-material/EditOutlined'
import { Link, useNavigate } from 'react-router-dom'
import { StateChip } from '../frame/chip/StateChip.tsx'
import { ActionButton } from '../frame/command/ActionButton.tsx'
import { CommandButton } from '../frame/command/CommandButton.tsx'
import { DetailFrame } from '../frame/detail/DetailFrame.tsx'
import { Facts } from '../frame/detail/Facts.tsx'
import { Section } from '../frame/detail/Section.tsx'
import { useFormat } from '../frame/format.ts'
import { useCodeLabel, useSay } from '../frame/language/use-say.ts'
import { RowsTable } from '../frame/list/RowsTable.tsx'
import { APPOINT_TEAM, CANCEL_TEAM, FINISH_TEAM, type Team } from './data.ts'

/** One team: decree, members, scope, and the steps of its life. */
export default function TeamShow() {
  return (
    <DetailFrame<Team>
      heading={(team) => ({
        title: team.name,
        subtitle: team.unit.name,
        chips: <StateChip group="monitoringState" code={team.state} />,
        actions: <Commands team={team} />,
      })}
    >
      {(team) => <Body team={team} />}
    </DetailFrame>
  )
}

function Body({ team }: { team: Team }) {
  const say = useSay()
  const label = useCodeLabel()
  const format = useFormat()
  const queue = `/checkpoints?filter=${encodeURIComponent(JSON.stringify({ teamId: team.id }))}`
  return (
    <>
      <Section title="teams.facts">
        <Facts
          facts={[
            { label: 'teams.mandate', value: team.mandate },
            { label: 'teams.decreeNumber', value: team.decreeNumber ?? say('teams.noDecree') },
            { label: 'teams.decreeOn', value: format.date(team.decreeOn) },
            {
              label: 'teams.period',
              value: say('teams.periodIs', { from: format.date(team.startsOn), to: format.date(team.endsOn) }),
            },
            { label: 'teams.sampleSize', value: team.sampleSize ?? say('teams.everybody') },
            { label: 'teams.checkpoints', value: <Link to={queue}>{format.number(team.checkpoints.totalCount)}</Link> },
            ...(team.stateReason ? [{ label: 'teams.stateReason' as const, value: team.stateReason }] : []),
          ]}
        />
      </Section>
      <Section title="teams.members">
        <RowsTable
          caption="teams.members"
          rows={team.members.nodes}
          keyOf={({ id }) => id}
          empty="teams.noMembers"
          columns={[
            {
              label: 'teams.employee',
              render: ({ employee, name }) => (employee ? <Link to={`/employees/${employee.id}/show`}>{name}</Link> : name),
            },
            { label: 'teams.role', render: ({ role }) => label('monitoringRole', role) },
            { label: 'teams.origin', render: ({ origin }) => label('monitoringOrigin', origin) },
          ]}
        />
      </Section>
      <Section title="teams.scopes">
        <RowsTable
          caption="teams.scopes"
          rows={team.scopes.nodes}
          keyOf={({ id }) => id}
          empty="teams.noScopes"
          columns={[
            {
              label: 'teams.scopes',
              render: ({ unit, label: name }) => (unit ? <Link to={`/units/${unit.id}/show`}>{name}</Link> : name),
            },
          ]}
        />
      </Section>
    </>
  )
}

function Commands({ team: { id, revision, actions } }: { team: Team }) {
  const navigate = useNavigate()
  const change = actions.find(({ name, enabled }) => enabled && (name === 'EDIT' || name === 'AMEND'))
  // Why a draft is not ready is told at its button; steps of other states are not drawn.
  const shown = actions.filter(({ name, enabled }) => enabled || (name === 'APPOINT' && change?.name === 'EDIT'))
  const step = { id, revision }
  const reasoned = (reason: string) => ({ input: { ...step, reason } })
  return (
    <>
      <CommandButton
        actions={shown}
        name="APPOINT"
        label="teams.appoint"
        variant="contained"
        document={APPOINT_TEAM}
        variables={() => ({ input: step })}
        question="teams.appointQuestion"
        done="teams.appointed"
      />
      {change && (
        <ActionButton
          action={change}
          label={change.name === 'EDIT' ? 'teams.edit' : 'teams.amend'}
          icon={<EditIcon />}
          onClick={() => navigate(`/monitoring-teams/${id}`)}
        />
      )}
      <CommandButton
        actions={shown}
        name="FINISH"
        label="teams.finish"
        document={FINISH_TEAM}
        variables={reasoned}
        question="teams.finishQuestion"
        done="teams.finished"
        reason="REQUIRED"
      />
      <CommandButton
        actions={shown}
        name="CANCEL"
        label="teams.cancel"
        variant="text"
        document={CANCEL_TEAM}
        variables={reasoned}
        question="teams.cancelQuestion"
        done="teams.cancelled"
        reason="REQUIRED"
      />
    </>
  )
}
