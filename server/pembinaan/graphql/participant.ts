import { Action, namedVerdicts } from '../../actions.ts'
import { builder } from '../../builder.ts'
import { offsetArg, withOffset } from '../../list.ts'
import { Employee, guarded } from '../../organization/graphql/employee.ts'
import { seesEmployee } from '../../organization/queries.ts'
import { mayAnswer } from '../policy/programmes.ts'
import { participantFacts } from '../queries/participant-facts.ts'
import { participantWhere, visibleParticipants } from '../queries.ts'
import { JpOutcomeEnum, ParticipantStateEnum } from './enums.ts'

export const Participant = builder.prismaNode('Participant', {
  id: { field: 'id' },
  description: 'One person in one programme, from candidate to certificate.',
  authScopes: ({ employeeId }, context) => seesEmployee(context, employeeId, 'pembinaan'),
  runScopesOnType: true,
  select: { id: true, employeeId: true },
  fields: (t) => ({
    programme: t.relation('programme', { description: 'The programme.' }),
    employee: t.relation('employee', { description: 'The person.' }),
    state: t.expose('state', { type: ParticipantStateEnum, description: 'Where the person stands.' }),
    attendancePct: t.expose('attendancePct', { type: 'Decimal', nullable: true, description: 'Attendance, per cent.' }),
    preScore: t.expose('preScore', { type: 'Decimal', nullable: true, description: 'Score before, 0 to 100.' }),
    postScore: t.expose('postScore', { type: 'Decimal', nullable: true, description: 'Score after, 0 to 100.' }),
    jp: t.expose('jp', { type: 'Decimal', nullable: true, description: 'Hours on the certificate.' }),
    minutes: t.exposeInt('minutes', { nullable: true, description: 'Minutes, where hours are not declared.' }),
    isVerified: t.exposeBoolean('isVerified', { description: 'The evidence was verified.' }),
    completedOn: t.expose('completedOn', { type: 'Date', nullable: true, description: 'Day of completion.' }),
    certificateNumber: t.exposeString('certificateNumber', { nullable: true, description: 'Number of the certificate.' }),
    certificateCode: t.exposeString('certificateCode', {
      nullable: true,
      description: 'Code by which anybody verifies the certificate.',
    }),
    certificateRevokedAt: t.expose('certificateRevokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the certificate was revoked.',
    }),
    jpOutcome: t.expose('jpOutcome', {
      type: JpOutcomeEnum,
      nullable: true,
      description: 'Whether its hours count in the year in which the programme ends (F10); empty while it runs.',
    }),
    countedJp: t.expose('countedJp', { type: 'Decimal', nullable: true, description: 'Hours that count.' }),
    stateReason: t.exposeString('stateReason', {
      nullable: true,
      description: 'Why somebody was declined, withdrew, or lost the certificate.',
    }),
    revision: t.exposeInt('revision', { description: 'Counts each change; every command names the number that it read.' }),
    signedSessions: t.int({
      description: 'Sessions whose sheet the person signed.',
      select: { _count: { select: { attendances: true } } },
      resolve: ({ _count }) => _count.attendances,
    }),
    actions: t.field({
      type: [Action],
      description: 'ANSWER_INVITATION, with the reason where it is not possible now.',
      select: { state: true, revision: true, programmeId: true },
      resolve: async (row, _args, context) => {
        const facts = await participantFacts(context, row)
        return facts ? namedVerdicts({ ANSWER_INVITATION: mayAnswer(context.actor, facts, facts.revision) }) : []
      },
    }),
  }),
})

builder.prismaObjectField(Employee, 'participations', (t) =>
  t.relatedConnection('participations', {
    cursor: 'id',
    totalCount: true,
    nullable: true,
    authScopes: guarded('pembinaan'),
    description: 'Programmes of this employee, newest first.',
    query: { orderBy: [{ programme: { startsOn: 'desc' } }, { id: 'desc' }] },
  }),
)

const ParticipantFilterInput = builder.inputType('ParticipantFilter', {
  description: 'Which participants to list; conditions add up.',
  fields: (t) => ({
    search: t.string({ description: 'Part of the name or NIP, at most 100 characters.' }),
    state: t.field({ type: ParticipantStateEnum, description: 'In this state.' }),
    programmeId: t.id({ description: 'Of this programme.' }),
  }),
})

builder.queryField('participants', (t) =>
  t.prismaConnection({
    type: Participant,
    cursor: 'id',
    description: 'Participants whom the caller may see, in the order of arrival.',
    authScopes: { signedIn: true },
    args: { filter: t.arg({ type: ParticipantFilterInput, description: 'Which participants.' }), offset: offsetArg(t) },
    totalCount: (_root, { filter }, { db, actor }) =>
      db.participant.count({ where: { AND: [visibleParticipants(actor), participantWhere(filter)] } }),
    resolve: (query, _root, { filter, offset }, { db, actor }) =>
      db.participant.findMany({
        ...withOffset(query, offset),
        where: { AND: [visibleParticipants(actor), participantWhere(filter)] },
        orderBy: [{ ordinal: 'asc' }, { id: 'asc' }],
      }),
  }),
)
