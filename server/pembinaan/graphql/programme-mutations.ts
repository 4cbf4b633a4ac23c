import { builder, type InputFields } from '../../builder.ts'
import { EmploymentTypeEnum, PositionKindEnum } from '../../organization/graphql/enums.ts'
import { addMaterial, enterResults, signIn, takeAttendance } from '../commands/attendance.ts'
import { revokeCertificate } from '../commands/certificates.ts'
import {
  cancelProgramme,
  editProgramme,
  endProgramme,
  issueCertificates,
  lockSelection,
  openRegistration,
  planProgramme,
  setSessions,
  startProgramme,
} from '../commands/programmes.ts'
import { answerInvitation, applyToProgramme, nominate, selectParticipants } from '../commands/selection.ts'
import { EvaluationDesignEnum, ProgrammeModeEnum } from './enums.ts'
import { Participant } from './participant.ts'
import { Programme, Session } from './programme.ts'
import { runStep, StepInput, stepFields } from './steps.ts'

const content = (t: InputFields) => ({
  name: t.string({ required: true, description: 'Name, at most 300 characters.' }),
  formId: t.int({ required: true, description: 'Form with the number of SIASN, 1 to 25.' }),
  provider: t.string({ required: true, description: 'Who holds it.' }),
  mode: t.field({ type: ProgrammeModeEnum, required: true, description: 'Where it takes place.' }),
  place: t.string({ description: 'Place.' }),
  startsOn: t.field({ type: 'Date', required: true, description: 'First day.' }),
  endsOn: t.field({ type: 'Date', required: true, description: 'Last day.' }),
  capacity: t.int({ description: 'Most people.' }),
  jp: t.field({ type: 'Decimal', description: 'Hours on the certificate.' }),
  budget: t.field({ type: 'Decimal', description: 'Budget, rupiah.' }),
  ceiling: t.field({ type: 'Decimal', description: 'Pagu, rupiah.' }),
  targetGroup: t.string({ description: 'Whom it is meant for, in words.' }),
  competencyId: t.id({ description: 'Global id of the competency that it builds.' }),
  primaryIndicatorId: t.id({ description: 'Global id of the indicator that it shall move.' }),
  design: t.field({ type: EvaluationDesignEnum, description: 'Evaluation design.' }),
  eligibleKinds: t.field({
    type: [PositionKindEnum],
    required: true,
    description: 'Kinds of position that may take part; empty for all.',
  }),
  eligibleTypes: t.field({
    type: [EmploymentTypeEnum],
    required: true,
    description: 'Employment status that may take part; empty for all.',
  }),
  eligibleUnitIds: t.idList({ required: true, description: 'Global ids of units whose people may take part; empty for all.' }),
  selectionRule: t.string({ description: 'How people are chosen, in words.' }),
})

const PlanProgrammeInput = builder.inputType('PlanProgrammeInput', {
  description: 'A programme to plan.',
  fields: (t) => ({
    code: t.string({ required: true, description: 'Code; CONFLICT when it is taken.' }),
    unitId: t.id({ required: true, description: 'Global id of the unit that proposes it.' }),
    planId: t.id({ description: 'Global id of the plan that it belongs to.' }),
    ...content(t),
  }),
})

const EditProgrammeInput = builder.inputType('EditProgrammeInput', {
  description: 'The content of a programme as it shall be.',
  fields: (t) => ({ ...stepFields(t), ...content(t) }),
})

const SessionInput = builder.inputType('ProgrammeSessionInput', {
  description: 'A session as it shall be.',
  fields: (t) => ({
    id: t.id({ description: 'Global id of one that exists.' }),
    title: t.string({ required: true, description: 'What it is about.' }),
    startsAt: t.field({ type: 'DateTime', required: true, description: 'Begin.' }),
    endsAt: t.field({ type: 'DateTime', required: true, description: 'End.' }),
    place: t.string({ description: 'Room or address.' }),
  }),
})

const SetSessionsInput = builder.inputType('SetSessionsInput', {
  description: 'All sessions of a programme, in order.',
  fields: (t) => ({
    ...stepFields(t),
    sessions: t.field({ type: [SessionInput], required: true, description: 'The sessions, at most 60.' }),
  }),
})

const SelectParticipantsInput = builder.inputType('SelectParticipantsInput', {
  description: 'A decision on candidates of a programme.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Global id of the programme.' }),
    invite: t.idList({ required: true, description: 'Candidates to invite.' }),
    decline: t.idList({ required: true, description: 'Candidates to decline.' }),
    reason: t.string({ description: 'Why some are declined; REASON_REQUIRED without.' }),
  }),
})

const ResultInput = builder.inputType('ParticipantResultInput', {
  description: 'The result of one participant. Scores and attendance 0 to 100.',
  fields: (t) => ({
    participantId: t.id({ required: true, description: 'Global id of the participant.' }),
    isPassed: t.boolean({ required: true, description: 'Passed or not.' }),
    preScore: t.field({ type: 'Decimal', description: 'Score before.' }),
    postScore: t.field({ type: 'Decimal', description: 'Score after.' }),
    attendancePct: t.field({ type: 'Decimal', description: 'Attendance, where it was not taken by sessions.' }),
  }),
})

const steps = {
  openRegistration: [openRegistration, 'Opens a programme for applications and nominations.'],
  lockSelection: [lockSelection, 'Locks the selection; WRONG_STATE while candidates are undecided.'],
  startProgramme: [startProgramme, 'Starts a programme. DESIGN_REQUIRED without an evaluation design.'],
  endProgramme: [endProgramme, 'Ends a programme: attendance is read from its sheets.'],
  issueCertificates: [issueCertificates, 'Issues certificates to all who passed; WRONG_STATE while results are missing.'],
  cancelProgramme: [cancelProgramme, 'Calls a programme off. REASON_REQUIRED without a reason.'],
} as const

for (const [name, [step, description]] of Object.entries(steps)) {
  builder.mutationField(name, (t) =>
    t.prismaField({
      type: Programme,
      description,
      authScopes: { signedIn: true },
      args: { input: t.arg({ type: StepInput, required: true, description: 'The programme.' }) },
      resolve: async (query, _root, { input }, { db, execute }) =>
        db.pembinaanProgramme.findUniqueOrThrow({ ...query, where: { id: await runStep({ execute }, step, input) } }),
    }),
  )
}

builder.mutationFields((t) => ({
  planProgramme: t.prismaField({
    type: Programme,
    description: 'Plans a programme. PAGU_EXCEEDED when its budget exceeds its ceiling.',
    authScopes: { permission: 'pembinaan.manage' },
    args: { input: t.arg({ type: PlanProgrammeInput, required: true, description: 'The programme.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.pembinaanProgramme.findUniqueOrThrow({ ...query, where: { id: await execute(planProgramme, input) } }),
  }),
  editProgramme: t.prismaField({
    type: Programme,
    description: 'Changes a programme before its selection is locked.',
    authScopes: { permission: 'pembinaan.manage' },
    args: { input: t.arg({ type: EditProgrammeInput, required: true, description: 'The content.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.pembinaanProgramme.findUniqueOrThrow({ ...query, where: { id: await execute(editProgramme, input) } }),
  }),
  setProgrammeSessions: t.prismaField({
    type: Programme,
    description: 'Sets the sessions of a programme as they shall be.',
    authScopes: { permission: 'pembinaan.manage' },
    args: { input: t.arg({ type: SetSessionsInput, required: true, description: 'The sessions.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.pembinaanProgramme.findUniqueOrThrow({ ...query, where: { id: await execute(setSessions, input) } }),
  }),
  addProgrammeMaterial: t.prismaField({
    type: Programme,
    description: 'Adds a link to what is taught with.',
    authScopes: { permission: 'pembinaan.manage' },
    args: {
      id: t.arg.id({ required: true, description: 'Global id of the programme.' }),
      title: t.arg.string({ required: true, description: 'What it is.' }),
      url: t.arg.string({ required: true, description: 'Address, http or https.' }),
    },
    resolve: async (query, _root, input, { db, execute }) =>
      db.pembinaanProgramme.findUniqueOrThrow({ ...query, where: { id: await execute(addMaterial, input) } }),
  }),
  nominateParticipants: t.prismaField({
    type: Programme,
    description: 'Puts people on the list of candidates; INVALID_INPUT names who is not eligible and why.',
    authScopes: { permission: 'pembinaan.manage' },
    args: {
      id: t.arg.id({ required: true, description: 'Global id of the programme.' }),
      employeeIds: t.arg.idList({ required: true, description: 'Global ids of the people, at most 500.' }),
    },
    resolve: async (query, _root, input, { db, execute }) =>
      db.pembinaanProgramme.findUniqueOrThrow({ ...query, where: { id: await execute(nominate, input) } }),
  }),
  selectParticipants: t.prismaField({
    type: Programme,
    description: 'Invites some candidates and declines others; all are told. CAPACITY_FULL beyond the room.',
    authScopes: { permission: 'pembinaan.manage' },
    args: { input: t.arg({ type: SelectParticipantsInput, required: true, description: 'The decision.' }) },
    resolve: async (query, _root, { input }, { db, execute }) =>
      db.pembinaanProgramme.findUniqueOrThrow({ ...query, where: { id: await execute(selectParticipants, input) } }),
  }),
  takeAttendance: t.prismaField({
    type: Programme,
    description: 'Takes attendance of a session by list; signatures by QR stay.',
    authScopes: { permission: 'pembinaan.manage' },
    args: {
      id: t.arg.id({ required: true, description: 'Global id of the programme.' }),
      sessionId: t.arg.id({ required: true, description: 'Global id of the session.' }),
      participantIds: t.arg.idList({ required: true, description: 'Those who were there.' }),
    },
    resolve: async (query, _root, input, { db, execute }) =>
      db.pembinaanProgramme.findUniqueOrThrow({ ...query, where: { id: await execute(takeAttendance, input) } }),
  }),
  enterResults: t.prismaField({
    type: Programme,
    description: 'Enters results of participants.',
    authScopes: { permission: 'pembinaan.manage' },
    args: {
      id: t.arg.id({ required: true, description: 'Global id of the programme.' }),
      results: t.arg({ type: [ResultInput], required: true, description: 'The results.' }),
    },
    resolve: async (query, _root, input, { db, execute }) =>
      db.pembinaanProgramme.findUniqueOrThrow({ ...query, where: { id: await execute(enterResults, input) } }),
  }),
  applyToProgramme: t.prismaField({
    type: Participant,
    description: 'The caller applies for a programme in their own name.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true, description: 'Global id of the programme.' }) },
    resolve: async (query, _root, input, { db, execute }) =>
      db.participant.findUniqueOrThrow({ ...query, where: { id: await execute(applyToProgramme, input) } }),
  }),
  answerInvitation: t.prismaField({
    type: Participant,
    description: 'An invited employee says whether they will come.',
    authScopes: { signedIn: true },
    args: {
      input: t.arg({ type: StepInput, required: true, description: 'The place in the programme; the reason is optional.' }),
      isComing: t.arg.boolean({ required: true, description: 'Will they come?' }),
    },
    resolve: async (query, _root, { input, isComing }, { db, execute }) =>
      db.participant.findUniqueOrThrow({ ...query, where: { id: await execute(answerInvitation, { ...input, isComing }) } }),
  }),
  signSheet: t.prismaField({
    type: Session,
    description: 'The caller signs the sheet of a session with the code that is shown in the room.',
    authScopes: { signedIn: true },
    args: { code: t.arg.string({ required: true, description: 'Code of the sheet.' }) },
    resolve: async (query, _root, input, { db, execute }) =>
      db.programmeSession.findUniqueOrThrow({ ...query, where: { id: await execute(signIn, input) } }),
  }),
  revokeCertificate: t.prismaField({
    type: Participant,
    description: 'Revokes a certificate: its hours count no more, and whoever verifies it is told. The reason is needed.',
    authScopes: { permission: 'pembinaan.manage' },
    args: { input: t.arg({ type: StepInput, required: true, description: 'The place in the programme, with the reason.' }) },
    resolve: async (query, _root, { input }, { db, execute }) => {
      const id = await execute(revokeCertificate, { ...input, reason: input.reason ?? '' })
      return db.participant.findUniqueOrThrow({ ...query, where: { id } })
    },
  }),
}))
