import { builder } from '../../builder.ts'
import { EvidenceKindEnum } from '../../indicators/graphql/enums.ts'
import { guardBy } from '../../node-guards.ts'
import { visibleRatings } from '../queries/standing.ts'
import { visibleRealisations, visibleSeries } from '../queries.ts'
import { MissingReasonEnum, RealisationStateEnum } from './enums.ts'

builder.prismaObject('Evidence', {
  description: 'Bukti dukung: what a measurement rests on.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    kind: t.expose('kind', {
      type: EvidenceKindEnum,
      description: 'Kind, from the strongest (system feed) to the weakest (own statement).',
    }),
    url: t.exposeString('url', { nullable: true, description: 'Where it is kept; http or https only.' }),
    description: t.exposeString('description', { description: 'What it shows.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was added.' }),
  }),
})

export const Realisation = builder.prismaNode('Realisation', {
  id: { field: 'id' },
  description: 'One dated measurement of a series in a quarter, with its source and evidence.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    period: t.relation('period', { description: 'The quarter measured.' }),
    version: t.exposeInt('version', { description: '1, or higher after a correction of a locked measurement.' }),
    state: t.expose('state', { type: RealisationStateEnum, description: 'Where it stands.' }),
    value: t.expose('value', {
      type: 'Decimal',
      nullable: true,
      description: 'Measured value in the unit of the indicator; empty when missing.',
    }),
    numerator: t.expose('numerator', { type: 'Decimal', nullable: true, description: 'Numerator of a ratio.' }),
    denominator: t.expose('denominator', {
      type: 'Decimal',
      nullable: true,
      description: 'Denominator of a ratio, or number of cases.',
    }),
    missingReason: t.expose('missingReason', { type: MissingReasonEnum, nullable: true, description: 'Why there is no value.' }),
    measuredOn: t.expose('measuredOn', { type: 'Date', description: 'Day on which it was recorded at the source.' }),
    source: t.exposeString('source', { description: 'System or register that it comes from.' }),
    sourceHash: t.exposeString('sourceHash', {
      nullable: true,
      description: 'Fingerprint of the delivered row, for tracing it.',
    }),
    quality: t.expose('quality', {
      type: 'Decimal',
      description: 'Data quality 0 to 1: a quarter each for complete, on time, verified, traceable (LOCAL).',
    }),
    isComplete: t.exposeBoolean('isComplete', { description: 'Value, and for a ratio numerator and denominator, are there.' }),
    isOnTime: t.exposeBoolean('isOnTime', { description: 'Recorded by the closing day of the quarter.' }),
    isTraceable: t.exposeBoolean('isTraceable', { description: 'Evidence with an address is there.' }),
    verifiedAt: t.expose('verifiedAt', { type: 'DateTime', nullable: true, description: 'When the source owner verified it.' }),
    rejectReason: t.exposeString('rejectReason', { nullable: true, description: 'Why it was refused.' }),
    note: t.exposeString('note', { nullable: true, description: 'Note of the recorder.' }),
    evidence: t.relatedConnection('evidences', {
      cursor: 'id',
      totalCount: true,
      description: 'What the measurement rests on, oldest first.',
      query: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
    }),
    series: t.relation('series', { description: 'The series that it belongs to.' }),
  }),
})

builder.prismaNode('MeasurementSeries', {
  id: { field: 'id' },
  description: 'One indicator for one subject, an employee or a unit, in one year; shared by every plan that names the subject.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    year: t.exposeInt('year', { description: 'Calendar year.' }),
    indicator: t.relation('indicator', { description: 'What is measured.' }),
    employee: t.relation('employee', { nullable: true, description: 'The employee measured, if it is one.' }),
    unit: t.relation('unit', { nullable: true, description: 'The unit measured, if it is one.' }),
    realisations: t.relatedConnection('realisations', {
      cursor: 'id',
      totalCount: true,
      description: 'Measurements by quarter.',
      query: (_args, { actor, now }) => ({
        where: visibleRealisations(actor, now),
        orderBy: [{ measuredOn: 'asc' }, { id: 'asc' }],
      }),
    }),
    itemResults: t.relatedConnection('ikiResults', {
      cursor: 'id',
      totalCount: true,
      description: 'Items of current appraisals that rest on it, as far as the caller may read their ratings.',
      query: (_args, { actor, now }) => ({
        where: { rhkResult: { appraisal: { AND: [{ isCurrent: true }, visibleRatings(actor, now)] } } },
        orderBy: [{ id: 'asc' }],
      }),
    }),
  }),
})

guardBy(
  'Realisation',
  ({ actor, now }) => visibleRealisations(actor, now),
  (db, where) => db.realisation.findMany({ where, select: { id: true } }),
)
guardBy(
  'MeasurementSeries',
  ({ actor, now }) => visibleSeries(actor, now),
  (db, where) => db.measurementSeries.findMany({ where, select: { id: true } }),
)
