import type { Values } from '../frame/form/FormFrame.tsx'
import type { Team } from './data.ts'

export type MemberValues = { employeeId?: string | null; name?: string | null; role: string; origin: string }
export type ScopeValues = { unitId?: string | null; planId?: string | null; programmeId?: string | null }

/** The command's input from what stands in the form; empty rows are left out. */
export function teamInput(values: Values) {
  const members = (values.members ?? []) as (MemberValues | null)[]
  const scopes = (values.scopes ?? []) as (ScopeValues | null)[]
  return {
    name: values.name,
    mandate: values.mandate,
    decreeNumber: values.decreeNumber || null,
    decreeOn: values.decreeOn || null,
    startsOn: values.startsOn,
    endsOn: values.endsOn,
    sampleSize: values.sampleSize || null,
    members: members.flatMap((member) =>
      member ? [{ ...member, employeeId: member.employeeId || null, name: member.employeeId ? null : member.name || null }] : [],
    ),
    scopes: scopes.flatMap((scope) => {
      const { unitId = null, planId = null, programmeId = null } = scope ?? {}
      return unitId || planId || programmeId ? [{ unitId, planId, programmeId }] : []
    }),
  }
}

/** What stands in the form of a team that is there already. */
export function teamShown(team: Team): Values {
  return {
    name: team.name,
    mandate: team.mandate,
    decreeNumber: team.decreeNumber,
    decreeOn: team.decreeOn,
    startsOn: team.startsOn,
    endsOn: team.endsOn,
    sampleSize: team.sampleSize,
    members: team.members.nodes.map(({ employee, name, role, origin }) => ({
      ...(employee ? { employeeId: employee.id } : { name }),
      role,
      origin,
    })),
    scopes: team.scopes.nodes.map(({ unit, planId, programmeId }) => ({ unitId: unit?.id ?? null, planId, programmeId })),
  }
}
