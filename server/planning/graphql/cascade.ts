import { SkpStateEnum } from '../../appraisals/graphql/enums.ts'
import { Rhk, Skp } from '../../appraisals/graphql/skp.ts'
import { visibleSkps } from '../../appraisals/queries.ts'
import { builder } from '../../builder.ts'
import { encodeId, idOf } from '../../list.ts'
import { fullName } from '../../organization/rules/names.ts'
import {
  type MatrixCover,
  type MatrixPerson,
  type MatrixResult,
  type RoleMatrix,
  roleMatrix,
  type ServedResult,
  servableResults,
} from '../queries/cascade.ts'
import { CascadeKindEnum } from './enums.ts'

const ServedResultType = builder.objectRef<ServedResult>('ServedResult').implement({
  description: 'A result that others serve: its words and whose it is. The rest of that plan is not told.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    id: t.id({ description: 'Global id, for `servesRhkId`.', resolve: ({ id }) => encodeId('Rhk', id) }),
    number: t.exposeInt('number', { description: 'Place in its plan.' }),
    title: t.exposeString('title', { description: 'The result expected.' }),
    employeeName: t.exposeString('employeeName', { description: 'Whose result it is.' }),
  }),
})

const MatrixPersonType = builder.objectRef<MatrixPerson>('RoleMatrixPerson').implement({
  description: 'Somebody whom the leader appraises.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    employeeId: t.id({ description: 'Global id.', resolve: ({ employeeId }) => encodeId('Employee', employeeId) }),
    name: t.exposeString('name', { description: 'Name with titles.' }),
    positionTitle: t.exposeString('positionTitle', { description: 'Present position.' }),
    skpId: t.id({
      nullable: true,
      description: 'Global id of the newest plan of the year; empty when there is none.',
      resolve: ({ skpId }) => (skpId === null ? null : encodeId('Skp', skpId)),
    }),
    state: t.expose('state', { type: SkpStateEnum, nullable: true, description: 'Where that plan stands.' }),
  }),
})

const MatrixCoverType = builder.objectRef<MatrixCover>('RoleMatrixCover').implement({
  description: 'A result of somebody that serves one of the leader.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    employeeId: t.id({ description: 'Global id of the person.', resolve: ({ employeeId }) => encodeId('Employee', employeeId) }),
    rhkId: t.id({ description: 'Global id of the result.', resolve: ({ rhkId }) => encodeId('Rhk', rhkId) }),
    title: t.exposeString('title', { description: 'The result.' }),
  }),
})

const MatrixResultType = builder.objectRef<MatrixResult>('RoleMatrixResult').implement({
  description: 'A result of the leader and who covers it.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    id: t.id({ description: 'Global id.', resolve: ({ id }) => encodeId('Rhk', id) }),
    number: t.exposeInt('number', { description: 'Place in the plan.' }),
    title: t.exposeString('title', { description: 'The result.' }),
    isSelfExecuted: t.exposeBoolean('isSelfExecuted', { description: 'The leader does it alone.' }),
    isCovered: t.exposeBoolean('isCovered', { description: 'Somebody serves it, or the leader does it alone.' }),
    coveredBy: t.field({ type: [MatrixCoverType], description: 'Results that serve it.', resolve: ({ coveredBy }) => coveredBy }),
  }),
})

const RoleMatrixType = builder.objectRef<RoleMatrix>('RoleMatrix').implement({
  description: 'Matriks peran–hasil: the results of a leader against the people (PermenPANRB 6/2022).',
  authScopes: { signedIn: true },
  fields: (t) => ({
    results: t.field({
      type: [MatrixResultType],
      description: 'Rows, in the order of the plan.',
      resolve: ({ results }) => results,
    }),
    people: t.field({ type: [MatrixPersonType], description: 'Columns, by name, at most 200.', resolve: ({ people }) => people }),
  }),
})

builder.prismaObjectFields(Rhk, (t) => ({
  plan: t.relation('skp', { description: 'The plan that it belongs to.' }),
  cascade: t.expose('cascade', { type: CascadeKindEnum, nullable: true, description: 'How it was handed down.' }),
  serves: t.field({
    type: ServedResultType,
    nullable: true,
    description: 'The result that it serves.',
    select: {
      serves: {
        select: {
          ...{ id: true, number: true, title: true },
          skp: { select: { employee: { select: { name: true, titleBefore: true, titleAfter: true } } } },
        },
      },
    },
    resolve: ({ serves }) => {
      if (serves === null) return null
      const { skp, ...rhk } = serves
      const { name, titleBefore, titleAfter } = skp.employee
      return { ...rhk, employeeName: fullName(name, titleBefore, titleAfter) }
    },
  }),
  servedBy: t.relatedConnection('servedBy', {
    cursor: 'id',
    totalCount: true,
    description: 'Results of others that serve it, as far as their plans exist for the caller.',
    query: (_args, { actor, now }) => ({
      where: { skp: visibleSkps(actor, now) },
      orderBy: [{ skpId: 'asc' }, { number: 'asc' }],
    }),
  }),
}))

builder.queryFields((t) => ({
  servableResults: t.field({
    type: [ServedResultType],
    description: "Results that those of a plan may serve: the penilai's of the same year, at most 40.",
    authScopes: { signedIn: true },
    args: { skpId: t.arg.id({ required: true, description: 'Global id of the plan.' }) },
    resolve: (_root, { skpId }, context) => servableResults(context, idOf('Skp', skpId)),
  }),
  roleMatrix: t.field({
    type: RoleMatrixType,
    description: 'Matriks peran–hasil of a plan; NOT_FOUND when it does not exist for the caller.',
    authScopes: { signedIn: true },
    args: { skpId: t.arg.id({ required: true, description: "Global id of the leader's plan." }) },
    resolve: (_root, { skpId }, context) => roleMatrix(context, idOf('Skp', skpId)),
  }),
}))

builder.prismaObjectField(Skp, 'uncovered', (t) =>
  t.relationCount('rhks', {
    description:
      'Main results that nobody serves and that the leader does not do alone; of interest where somebody is appraised.',
    where: { kind: 'UTAMA', isSelfExecuted: false, servedBy: { none: {} } },
  }),
)
