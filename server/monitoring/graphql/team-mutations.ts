import { builder, type InputFields } from '../../builder.ts'
import { idOf } from '../../list.ts'
import { amendTeam, appointTeam, cancelTeam, changeTeam, draftTeam, finishTeam } from '../commands/teams.ts'
import { MonitoringOriginEnum, MonitoringRoleEnum } from './enums.ts'
import { MonitoringTeam } from './team.ts'

const MemberInput = builder.inputType('MonitoringMemberInput', {
  description: 'A seat in a team.',
  fields: (t) => ({
    employeeId: t.id({ description: 'Employee; left out for a representative of the community.' }),
    name: t.string({ description: 'Name of a representative of the community, 3 to 150 characters.' }),
    role: t.field({ type: MonitoringRoleEnum, required: true, description: 'What they are in the team.' }),
    origin: t.field({ type: MonitoringOriginEnum, required: true, description: 'Whom they speak for.' }),
  }),
})

const ScopeInput = builder.inputType('MonitoringScopeInput', {
  description: 'One thing to look at; exactly one of the three.',
  fields: (t) => ({
    unitId: t.id({ description: 'A unit with everything below it.' }),
    planId: t.id({ description: 'A plan.' }),
    programmeId: t.id({ description: 'The cohort of a programme.' }),
  }),
})

const content = (t: InputFields) => ({
  name: t.string({ required: true, description: 'Name, 3 to 200 characters.' }),
  mandate: t.string({ required: true, description: 'What it is to do, 10 to 4,000 characters.' }),
  decreeNumber: t.string({ description: 'Number of the decree.' }),
  decreeOn: t.field({ type: 'Date', description: 'Date of the decree.' }),
  startsOn: t.field({ type: 'Date', required: true, description: 'First day of its period.' }),
  endsOn: t.field({ type: 'Date', required: true, description: 'Last day of its period.' }),
  sampleSize: t.int({ description: 'Most participants of one programme who are looked at, 1 to 1,000; left out for all.' }),
  members: t.field({ type: [MemberInput], required: true, description: 'Members, at most 50.' }),
  scopes: t.field({ type: [ScopeInput], required: true, description: 'What it looks at, at most 50.' }),
})

const step = (t: InputFields) => ({
  id: t.id({ required: true, description: 'Global id.' }),
  revision: t.int({ required: true, description: 'Revision that was read.' }),
})

const reason = (t: InputFields) => ({ reason: t.string({ required: true, description: 'Why, 10 to 4,000 characters.' }) })

const DraftInput = builder.inputType('DraftMonitoringTeamInput', {
  description: 'A team to draft.',
  fields: (t) => ({ unitId: t.id({ required: true, description: 'The unit that it reports to.' }), ...content(t) }),
})
const ChangeInput = builder.inputType('ChangeMonitoringTeamInput', {
  description: 'A draft as it shall be.',
  fields: (t) => ({ ...step(t), ...content(t) }),
})
const AmendInput = builder.inputType('AmendMonitoringTeamInput', {
  description: 'An active team as it shall be, by another decree, which must be given.',
  fields: (t) => ({ ...step(t), ...content(t), ...reason(t) }),
})
const StepInput = builder.inputType('MonitoringTeamStepInput', {
  description: 'A team to take a step with.',
  fields: (t) => step(t),
})
const ReasonInput = builder.inputType('MonitoringTeamReasonInput', {
  description: 'A team to take a step with, and why.',
  fields: (t) => ({ ...step(t), ...reason(t) }),
})

type Content = Omit<typeof ChangeInput.$inferInput, 'id' | 'revision'>

/** Bare ids in place of global ones. */
function read<Input extends Content>(input: Input) {
  const bare = (type: string, id: string | number | null | undefined) => (id ? idOf(type, String(id)) : null)
  return {
    ...input,
    members: input.members.map((one) => ({ ...one, employeeId: bare('Employee', one.employeeId) })),
    scopes: input.scopes.map(({ unitId, planId, programmeId }) => ({
      unitId: bare('Unit', unitId),
      planId: bare('PembinaanPlan', planId),
      programmeId: bare('PembinaanProgramme', programmeId),
    })),
  }
}

const own = (id: string | number) => idOf('MonitoringTeam', String(id))

builder.mutationFields((t) => {
  const team = { type: MonitoringTeam, authScopes: { signedIn: true } } as const
  return {
    draftMonitoringTeam: t.prismaField({
      ...team,
      description: 'Drafts a monitoring team.',
      args: { input: t.arg({ type: DraftInput, required: true, description: 'The team.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const { id } = await execute(draftTeam, { ...read(input), unitId: idOf('Unit', String(input.unitId)) })
        return db.monitoringTeam.findUniqueOrThrow({ ...query, where: { id } })
      },
    }),
    changeMonitoringTeam: t.prismaField({
      ...team,
      description: 'Changes a draft as a whole.',
      args: { input: t.arg({ type: ChangeInput, required: true, description: 'The draft.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const { id } = await execute(changeTeam, { ...read(input), id: own(input.id) })
        return db.monitoringTeam.findUniqueOrThrow({ ...query, where: { id } })
      },
    }),
    appointMonitoringTeam: t.prismaField({
      ...team,
      description: 'Appoints a team by its decree; its members are told.',
      args: { input: t.arg({ type: StepInput, required: true, description: 'The team.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const { id } = await execute(appointTeam, { ...input, id: own(input.id) })
        return db.monitoringTeam.findUniqueOrThrow({ ...query, where: { id } })
      },
    }),
    amendMonitoringTeam: t.prismaField({
      ...team,
      description: 'Changes an active team by another decree.',
      args: { input: t.arg({ type: AmendInput, required: true, description: 'The team.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const { decreeNumber, decreeOn } = input
        const decree = { decreeNumber: decreeNumber ?? '', decreeOn: decreeOn as Date }
        const { id } = await execute(amendTeam, { ...read(input), ...decree, id: own(input.id) })
        return db.monitoringTeam.findUniqueOrThrow({ ...query, where: { id } })
      },
    }),
    finishMonitoringTeam: t.prismaField({
      ...team,
      description: 'Ends the work of a team.',
      args: { input: t.arg({ type: ReasonInput, required: true, description: 'The team and how its work ended.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const { id } = await execute(finishTeam, { ...input, id: own(input.id) })
        return db.monitoringTeam.findUniqueOrThrow({ ...query, where: { id } })
      },
    }),
    cancelMonitoringTeam: t.prismaField({
      ...team,
      description: 'Calls a draft off.',
      args: { input: t.arg({ type: ReasonInput, required: true, description: 'The draft and why.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const { id } = await execute(cancelTeam, { ...input, id: own(input.id) })
        return db.monitoringTeam.findUniqueOrThrow({ ...query, where: { id } })
      },
    }),
  }
})
