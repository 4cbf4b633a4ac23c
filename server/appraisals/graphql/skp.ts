import { builder } from '../../builder.ts'
import { found, idOf } from '../../list.ts'
import { guardBy } from '../../node-guards.ts'
import { Employee, guarded } from '../../organization/graphql/employee.ts'
import { visibleSkps } from '../queries.ts'
import { RhkKindEnum, SkpApproachEnum, SkpStateEnum, SystemOfRecordEnum } from './enums.ts'

export const Iki = builder.prismaObject('Iki', {
  description: 'Indikator kinerja individu: an indicator version pinned by the plan, with its target.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Place under its result.' }),
    indicatorVersion: t.relation('indicatorVersion', { description: 'The definition as it was agreed.' }),
    series: t.relation('series', { description: 'Where its measurements hang.' }),
    weight: t.expose('weight', { type: 'Decimal', description: 'Weight inside the result (LOCAL).' }),
    target: t.expose('target', { type: 'Decimal', nullable: true, description: 'Single target in the unit of the indicator.' }),
    targetMin: t.expose('targetMin', { type: 'Decimal', nullable: true, description: 'Lower end of a target range.' }),
    targetMax: t.expose('targetMax', { type: 'Decimal', nullable: true, description: 'Upper end of a target range.' }),
    tolerancePct: t.expose('tolerancePct', {
      type: 'Decimal',
      nullable: true,
      description: 'Tolerance around the target in per cent.',
    }),
    baseline: t.expose('baseline', { type: 'Decimal', nullable: true, description: 'Value before the plan.' }),
    targetReason: t.exposeString('targetReason', { nullable: true, description: 'Why a target below the baseline was agreed.' }),
  }),
})

export const Rhk = builder.prismaObject('Rhk', {
  description: 'Rencana hasil kerja: one planned result.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Place in the plan.' }),
    title: t.exposeString('title', { description: 'The result expected.' }),
    kind: t.expose('kind', { type: RhkKindEnum, description: 'Main or additional.' }),
    weight: t.expose('weight', { type: 'Decimal', description: 'Weight in per cent (LOCAL; PermenPANRB 6/2022 requires none).' }),
    interventionOf: t.exposeString('interventionOf', {
      nullable: true,
      description: "The superior's result or the letter that it serves.",
    }),
    iki: t.relatedConnection('ikis', {
      cursor: 'id',
      totalCount: true,
      description: 'Indicators of the result.',
      query: { orderBy: { number: 'asc' } },
    }),
  }),
})

export const Skp = builder.prismaNode('Skp', {
  id: { field: 'id' },
  description: 'Sasaran kinerja pegawai: the plan of one person for one year, with the post that it was made for.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    period: t.relation('period', { description: 'The year.' }),
    employee: t.relation('employee', { description: 'Whose plan it is.' }),
    sequence: t.exposeInt('sequence', { description: '1 for the first plan of the year.' }),
    state: t.expose('state', { type: SkpStateEnum, description: 'Where it stands.' }),
    system: t.expose('system', { type: SystemOfRecordEnum, description: 'System of record.' }),
    approach: t.expose('approach', { type: SkpApproachEnum, description: 'Quantitative or qualitative.' }),
    leadsUnit: t.exposeBoolean('leadsUnit', { description: 'The person leads the unit.' }),
    startsOn: t.expose('startsOn', { type: 'Date', description: 'First day that it covers.' }),
    endsOn: t.expose('endsOn', { type: 'Date', description: 'Last day that it covers.' }),
    unit: t.relation('unit', { description: 'Unit at the time of the plan.' }),
    unitPath: t.exposeString('unitPath', { description: 'Names of the units from the top, as of then.' }),
    positionTitle: t.exposeString('positionTitle', { description: 'Position as of then.' }),
    penilai: t.relation('penilai', { nullable: true, description: 'Penilai as of then.' }),
    weightSum: t.expose('weightSum', { type: 'Decimal', description: 'Sum of the weights as submitted; 100 ± 0.01.' }),
    rhk: t.relatedConnection('rhks', {
      cursor: 'id',
      totalCount: true,
      description: 'Planned results.',
      query: { orderBy: { number: 'asc' } },
    }),
  }),
})

guardBy(
  'Skp',
  ({ actor, now }) => visibleSkps(actor, now),
  (db, where) => db.skp.findMany({ where, select: { id: true } }),
)

builder.prismaObjectField(Employee, 'skps', (t) =>
  t.relatedConnection('skps', {
    cursor: 'id',
    totalCount: true,
    nullable: true,
    authScopes: guarded('appraisals'),
    description: 'Plans, newest first.',
    query: (_args, { actor, now }) => ({ where: visibleSkps(actor, now), orderBy: [{ startsOn: 'desc' }, { sequence: 'desc' }] }),
  }),
)

builder.queryField('skp', (t) =>
  t.prismaField({
    type: Skp,
    description: 'One plan by id; NOT_FOUND when there is none that the caller may see.',
    authScopes: { signedIn: true },
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: async (query, _root, { id }, { db, actor, now }) =>
      found(await db.skp.findFirst({ ...query, where: { id: idOf('Skp', id), AND: [visibleSkps(actor, now)] } })),
  }),
)
