import { LevelEnum } from '../../appraisals/graphql/enums.ts'
import { builder } from '../../builder.ts'
import { idOf } from '../../list.ts'
import { agreeProposal, proposeChange, rejectProposal } from '../commands/proposals.ts'
import { cancelSession, lockCalibration, openSession, recordAttendance, scheduleSession } from '../commands/sessions.ts'
import { CalibrationProposal, CalibrationSession } from './session.ts'

const ScheduleInput = builder.inputType('ScheduleCalibrationInput', {
  description: 'A session to hold.',
  fields: (t) => ({
    unitId: t.id({ required: true, description: 'Global id of the unit.' }),
    periodKey: t.string({ required: true, description: 'Period, `2025`.' }),
    title: t.string({ required: true, description: 'Title, 3 to 200 characters.' }),
    agenda: t.string({ required: true, description: 'Agenda, 3 to 4,000 characters.' }),
    scheduledAt: t.field({ type: 'DateTime', required: true, description: 'When.' }),
    quorum: t.int({ required: true, description: 'Members who must be present, 2 to 50.' }),
    chairId: t.id({ required: true, description: 'Employee who leads it; a member too.' }),
    memberIds: t.idList({ required: true, description: 'Employees, 2 to 50.' }),
  }),
})

const at = {
  id: { required: true, description: 'Global id.' },
  revision: { required: true, description: 'Revision that was read.' },
} as const

const StepInput = builder.inputType('CalibrationStepInput', {
  description: 'A session to take a step with.',
  fields: (t) => ({ id: t.id(at.id), revision: t.int(at.revision) }),
})

const AttendanceInput = builder.inputType('CalibrationAttendanceInput', {
  description: 'Who is present.',
  fields: (t) => ({
    id: t.id(at.id),
    revision: t.int(at.revision),
    presentIds: t.idList({ required: true, description: 'Members who came, 1 to 50.' }),
  }),
})

const LockInput = builder.inputType('LockCalibrationInput', {
  description: 'A session to lock.',
  fields: (t) => ({
    id: t.id(at.id),
    revision: t.int(at.revision),
    minutes: t.string({ required: true, description: 'Minutes, 10 to 4,000 characters.' }),
  }),
})

const ReasonInput = builder.inputType('CalibrationReasonInput', {
  description: 'A decision with its reason.',
  fields: (t) => ({
    id: t.id(at.id),
    revision: t.int(at.revision),
    reason: t.string({ required: true, description: 'Why; for a proposal 30 to 4,000 characters.' }),
  }),
})

const ProposeInput = builder.inputType('ProposeCalibrationInput', {
  description: 'Other levels for an appraisal in moderation.',
  fields: (t) => ({
    sessionId: t.id({ required: true, description: 'Global id of the session.' }),
    revision: t.int({ required: true, description: 'Revision of the session that was read.' }),
    appraisalId: t.id({ required: true, description: 'Global id of the appraisal.' }),
    result: t.field({ type: LevelEnum, required: true, description: 'Hasil kerja.' }),
    behaviour: t.field({ type: LevelEnum, required: true, description: 'Perilaku.' }),
    reason: t.string({ required: true, description: 'Why, 30 to 4,000 characters.' }),
  }),
})

builder.mutationFields((t) => {
  const session = { type: CalibrationSession, authScopes: { signedIn: true } } as const
  const proposal = { type: CalibrationProposal, authScopes: { signedIn: true } } as const
  const own = (id: string) => idOf('CalibrationSession', id)
  const proposed = (id: string) => idOf('CalibrationProposal', id)
  return {
    scheduleCalibration: t.prismaField({
      ...session,
      description: 'Schedules a calibration session; its members are told.',
      args: { input: t.arg({ type: ScheduleInput, required: true, description: 'The session.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const { id } = await execute(scheduleSession, {
          ...input,
          unitId: idOf('Unit', input.unitId),
          chairId: idOf('Employee', input.chairId),
          memberIds: input.memberIds.map((one) => idOf('Employee', one)),
        })
        return db.calibrationSession.findUniqueOrThrow({ ...query, where: { id } })
      },
    }),
    openCalibration: t.prismaField({
      ...session,
      description: 'Opens a session.',
      args: { input: t.arg({ type: StepInput, required: true, description: 'The session.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const { id } = await execute(openSession, { ...input, id: own(input.id) })
        return db.calibrationSession.findUniqueOrThrow({ ...query, where: { id } })
      },
    }),
    recordCalibrationAttendance: t.prismaField({
      ...session,
      description: 'Takes down who is present.',
      args: { input: t.arg({ type: AttendanceInput, required: true, description: 'Who is present.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const presentIds = input.presentIds.map((one) => idOf('Employee', one))
        const { id } = await execute(recordAttendance, { ...input, id: own(input.id), presentIds })
        return db.calibrationSession.findUniqueOrThrow({ ...query, where: { id } })
      },
    }),
    lockCalibration: t.prismaField({
      ...session,
      description: 'Locks a session for good.',
      args: { input: t.arg({ type: LockInput, required: true, description: 'The session and its minutes.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const { id } = await execute(lockCalibration, { ...input, id: own(input.id) })
        return db.calibrationSession.findUniqueOrThrow({ ...query, where: { id } })
      },
    }),
    cancelCalibration: t.prismaField({
      ...session,
      description: 'Calls a session off.',
      args: { input: t.arg({ type: ReasonInput, required: true, description: 'The session and the reason.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const { id } = await execute(cancelSession, { ...input, id: own(input.id) })
        return db.calibrationSession.findUniqueOrThrow({ ...query, where: { id } })
      },
    }),
    proposeCalibration: t.prismaField({
      ...proposal,
      description: 'Proposes other levels for an appraisal in moderation; SELF_APPRAISAL for the own one.',
      args: { input: t.arg({ type: ProposeInput, required: true, description: 'The proposal.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const appraisalId = idOf('Appraisal', input.appraisalId)
        const { id } = await execute(proposeChange, { ...input, sessionId: own(input.sessionId), appraisalId })
        return db.calibrationProposal.findUniqueOrThrow({ ...query, where: { id } })
      },
    }),
    agreeCalibrationProposal: t.prismaField({
      ...proposal,
      description: 'The session agrees: the appraisal goes back to its penilai with the reason.',
      args: { input: t.arg({ type: ReasonInput, required: true, description: 'The proposal and the reason.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const { id } = await execute(agreeProposal, { ...input, id: proposed(input.id) })
        return db.calibrationProposal.findUniqueOrThrow({ ...query, where: { id } })
      },
    }),
    rejectCalibrationProposal: t.prismaField({
      ...proposal,
      description: 'The session rejects: the rating stands.',
      args: { input: t.arg({ type: ReasonInput, required: true, description: 'The proposal and the reason.' }) },
      resolve: async (query, _root, { input }, { db, execute }) => {
        const { id } = await execute(rejectProposal, { ...input, id: proposed(input.id) })
        return db.calibrationProposal.findUniqueOrThrow({ ...query, where: { id } })
      },
    }),
  }
})
