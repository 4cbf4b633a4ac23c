import { builder } from '../../builder.ts'
import { found, idOf } from '../../list.ts'
import { type Exported, exportAppraisals } from '../commands/export-results.ts'
import { acceptAppraisal } from '../commands/finality.ts'
import { returnToRater, startModeration } from '../commands/moderation.ts'
import { rateAppraisal } from '../commands/rating.ts'
import { ratePart } from '../commands/rating-parts.ts'
import type { Moved, Selection } from '../commands/selection.ts'
import { selfAssess, verifyEvidence } from '../commands/self-assessment.ts'
import { deliverAppraisals, setAppraisals } from '../commands/set-results.ts'
import { cancelAppraisal, reopenAppraisal } from '../commands/versions.ts'
import type { SiasnRecord } from '../rules/siasn.ts'
import { Appraisal } from './appraisal.ts'
import { LevelEnum, OverrideCategoryEnum } from './enums.ts'

const id = { required: true, description: 'The appraisal.' } as const
const revision = {
  required: true,
  description: 'The revision that was read; STALE_VERSION when somebody decided since.',
} as const

const DecisionInput = builder.inputType('AppraisalDecisionInput', {
  description: 'One step of one appraisal.',
  fields: (t) => ({ id: t.id(id), revision: t.int(revision) }),
})

const SelfAssessedResultInput = builder.inputType('SelfAssessedResultInput', {
  description: 'What the rated person says of one planned result.',
  fields: (t) => ({
    number: t.int({ required: true, description: 'Place of the result in the plan.' }),
    text: t.string({ required: true, description: 'At most 4,000 characters.' }),
  }),
})

const SelfAssessInput = builder.inputType('SelfAssessInput', {
  description: 'A self-assessment.',
  fields: (t) => ({
    id: t.id(id),
    revision: t.int(revision),
    text: t.string({ required: true, description: 'What the person makes of the period, at most 4,000 characters.' }),
    results: t.field({ type: [SelfAssessedResultInput], description: 'Of single results, at most 30.' }),
  }),
})

const OverrideInput = builder.inputType('OverrideInput', {
  description: 'Why a level departs from the suggestion.',
  fields: (t) => ({
    category: t.field({ type: OverrideCategoryEnum, required: true, description: 'Kind of reason.' }),
    reason: t.string({ required: true, description: 'At least 30 characters (LOCAL), at most 4,000.' }),
  }),
})

const RateInput = builder.inputType('RateAppraisalInput', {
  description:
    'A rating. A level that differs from the suggestion needs its override; an ambiguous or missing suggestion needs a basis.',
  fields: (t) => ({
    id: t.id(id),
    revision: t.int(revision),
    result: t.field({ type: LevelEnum, required: true, description: 'Hasil kerja.' }),
    behaviour: t.field({ type: LevelEnum, required: true, description: 'Perilaku.' }),
    resultOverride: t.field({ type: OverrideInput, description: 'Why hasil kerja departs from the suggestion.' }),
    behaviourOverride: t.field({ type: OverrideInput, description: 'Why perilaku departs from the suggestion.' }),
    qualitativeBasis: t.string({ description: 'What the judgement rests on, at least 30 characters where it is needed.' }),
  }),
})

const RatePartInput = builder.inputType('RateAppraisalPartInput', {
  description: 'A rating of one slice of the year.',
  fields: (t) => ({
    id: t.id(id),
    partId: t.id({ required: true, description: 'Bare id of the part.' }),
    revision: t.int({ required: true, description: 'The revision of the part that was read.' }),
    result: t.field({ type: LevelEnum, required: true, description: 'Hasil kerja of the slice.' }),
    behaviour: t.field({ type: LevelEnum, required: true, description: 'Perilaku of the slice.' }),
    override: t.field({ type: OverrideInput, description: 'Why it departs from the suggestion.' }),
    qualitativeBasis: t.string({ description: 'What the judgement rests on, at least 30 characters where it is needed.' }),
  }),
})

const ReasonInput = builder.inputType('AppraisalReasonInput', {
  description: 'One step of one appraisal, with its reason.',
  fields: (t) => ({
    id: t.id(id),
    revision: t.int(revision),
    reason: t.string({ required: true, description: 'At least 10 characters, at most 4,000.' }),
  }),
})

const ReopenGroundInput = builder.enumType('ReopenOrder', {
  description: 'On what ground a final result is opened again.',
  values: {
    PYB_ORDER: { description: 'An order of the pejabat yang berwenang.' },
    COURT: { description: 'A judgement of a court.' },
    DATA_FRAUD: { description: 'Fraud in the data.' },
  },
})

const ReopenInput = builder.inputType('ReopenAppraisalInput', {
  description: 'A final result to open again.',
  fields: (t) => ({
    id: t.id(id),
    revision: t.int(revision),
    ground: t.field({ type: ReopenGroundInput, required: true, description: 'The ground.' }),
    reason: t.string({ required: true, description: 'At least 30 characters, at most 4,000.' }),
  }),
})

const SelectionInput = builder.inputType('AppraisalSelectionInput', {
  description: 'Appraisals by their ids, or those of a unit and below it in one period; at most 500 at once.',
  fields: (t) => ({
    ids: t.idList({ description: 'These, at most 500; then neither period nor unit.' }),
    periodKey: t.string({ description: 'Of this period, `2025`; together with the unit.' }),
    underUnitId: t.id({ description: 'Of this unit and below it.' }),
  }),
})

function selectionOf({ ids, periodKey, underUnitId }: typeof SelectionInput.$inferInput): Selection {
  if (ids) return { ids: ids.map((one) => idOf('Appraisal', one)) }
  return { periodKey: periodKey ?? '', underUnitId: underUnitId ? idOf('Unit', underUnitId) : '' }
}

const MovedType = builder.objectRef<Moved>('MovedAppraisals').implement({
  description: 'What a step over several appraisals did.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    moved: t.int({ description: 'Appraisals that were moved.', resolve: ({ ids }) => ids.length }),
    left: t.exposeInt('left', {
      description: 'Those that the caller may not move or that were not ready; they stay where they are.',
    }),
  }),
})

const SiasnRecordType = builder.objectRef<SiasnRecord>('SiasnRecord').implement({
  description: 'A final result as the web service of SIASN takes it (domain names of skp22 and kinerjaperiodik).',
  authScopes: { permission: 'appraisals.export' },
  fields: (t) => ({
    service: t.exposeString('service', { description: '`skp22` for a year, `kinerjaperiodik` for a quarter or month.' }),
    nip: t.string({
      description: 'NIP of the rated person.',
      resolve: (record) => (record.service === 'skp22' ? record.pnsDinilaiOrang : record.pnsDinilaiId),
    }),
    tahun: t.exposeInt('tahun', { description: 'Year.' }),
    hasilKinerjaNilai: t.exposeInt('hasilKinerjaNilai', { description: '1 above, 2 as, 3 below expectation.' }),
    perilakuKerjaNilai: t.exposeInt('perilakuKerjaNilai', { description: '1 above, 2 as, 3 below expectation.' }),
    kuadranKinerjaNilai: t.exposeInt('kuadranKinerjaNilai', { description: '1 Sangat Baik to 5 Sangat Kurang.' }),
    penilaiNipNrp: t.exposeString('penilaiNipNrp', { description: 'NIP of the penilai; empty without one.' }),
    json: t.string({
      description: 'The whole record as JSON text, ready to be sent.',
      resolve: ({ service: _, ...record }) => JSON.stringify(record),
    }),
  }),
})

const ExportedType = builder.objectRef<Exported>('ExportedAppraisals').implement({
  description: 'What was handed to the national system.',
  authScopes: { permission: 'appraisals.export' },
  fields: (t) => ({
    records: t.field({
      type: [SiasnRecordType],
      description: 'One for each result, at most 500.',
      resolve: ({ records }) => [...records],
    }),
    left: t.exposeInt('left', { description: 'Those that were not ready.' }),
  }),
})

builder.mutationFields((t) => {
  /** A step of one appraisal: runs it and answers the appraisal as it stands. */
  const input = <Type extends Parameters<typeof t.arg>[0]['type']>(type: Type) =>
    ({ type, required: true, description: 'The step.' }) as const
  return {
    selfAssess: t.prismaField({
      type: Appraisal,
      description: 'The rated person assesses themself. FORBIDDEN, WRONG_STATE, STALE_VERSION, IMPORT_ONLY.',
      authScopes: { signedIn: true },
      args: { input: t.arg(input(SelfAssessInput)) },
      resolve: async (query, _root, { input: given }, { db, execute }) => {
        const moved = await execute(selfAssess, {
          ...given,
          id: idOf('Appraisal', given.id),
          results: given.results ?? undefined,
        })
        return found(await db.appraisal.findFirst({ ...query, where: { id: moved.id } }))
      },
    }),
    verifyEvidence: t.prismaField({
      type: Appraisal,
      description: 'The penilai has looked through the evidence. NOT_PENILAI, WRONG_STATE, EVIDENCE_REQUIRED, STALE_VERSION.',
      authScopes: { signedIn: true },
      args: { input: t.arg(input(DecisionInput)) },
      resolve: async (query, _root, { input: given }, { db, execute }) => {
        const moved = await execute(verifyEvidence, { ...given, id: idOf('Appraisal', given.id) })
        return found(await db.appraisal.findFirst({ ...query, where: { id: moved.id } }))
      },
    }),
    rateAppraisal: t.prismaField({
      type: Appraisal,
      description:
        'The penilai rates both axes. NOT_PENILAI, SELF_APPRAISAL, REASON_REQUIRED, INSUFFICIENT_DATA, WRONG_STATE, STALE_VERSION.',
      authScopes: { signedIn: true },
      args: { input: t.arg(input(RateInput)) },
      resolve: async (query, _root, { input: given }, { db, execute }) => {
        const moved = await execute(rateAppraisal, { ...given, id: idOf('Appraisal', given.id) })
        return found(await db.appraisal.findFirst({ ...query, where: { id: moved.id } }))
      },
    }),
    rateAppraisalPart: t.prismaField({
      type: Appraisal,
      description:
        'A penilai rates their slice of a divided year; the last one completes it (F23). The errors are those of rateAppraisal.',
      authScopes: { signedIn: true },
      args: { input: t.arg(input(RatePartInput)) },
      resolve: async (query, _root, { input: given }, { db, execute }) => {
        const moved = await execute(ratePart, { ...given, id: idOf('Appraisal', given.id), partId: String(given.partId) })
        return found(await db.appraisal.findFirst({ ...query, where: { id: moved.id } }))
      },
    }),
    startModeration: t.field({
      type: MovedType,
      description: 'Takes ratings into moderation. FORBIDDEN, SELF_APPRAISAL, WRONG_STATE.',
      authScopes: { signedIn: true },
      args: { input: t.arg(input(SelectionInput)) },
      resolve: (_root, { input: given }, { execute }) => execute(startModeration, selectionOf(given)),
    }),
    returnToRater: t.prismaField({
      type: Appraisal,
      description:
        'Moderation gives a rating back with a reason; it changes nothing itself. FORBIDDEN, WRONG_STATE, STALE_VERSION.',
      authScopes: { signedIn: true },
      args: { input: t.arg(input(ReasonInput)) },
      resolve: async (query, _root, { input: given }, { db, execute }) => {
        const moved = await execute(returnToRater, { ...given, id: idOf('Appraisal', given.id) })
        return found(await db.appraisal.findFirst({ ...query, where: { id: moved.id } }))
      },
    }),
    setAppraisals: t.field({
      type: MovedType,
      description:
        'Sets moderated results once the organisation predikat is set. FORBIDDEN, WRONG_STATE, REASON_REQUIRED, DIST_VIOLATION.',
      authScopes: { signedIn: true },
      args: { input: t.arg(input(SelectionInput)) },
      resolve: (_root, { input: given }, { execute }) => execute(setAppraisals, selectionOf(given)),
    }),
    deliverAppraisals: t.field({
      type: MovedType,
      description: 'Delivers set results; the window for objections begins. FORBIDDEN, WRONG_STATE.',
      authScopes: { signedIn: true },
      args: { input: t.arg(input(SelectionInput)) },
      resolve: (_root, { input: given }, { execute }) => execute(deliverAppraisals, selectionOf(given)),
    }),
    acceptAppraisal: t.prismaField({
      type: Appraisal,
      description: 'The rated person accepts the delivered result. FORBIDDEN, WRONG_STATE, STALE_VERSION.',
      authScopes: { signedIn: true },
      args: { input: t.arg(input(DecisionInput)) },
      resolve: async (query, _root, { input: given }, { db, execute }) => {
        const moved = await execute(acceptAppraisal, { ...given, id: idOf('Appraisal', given.id) })
        return found(await db.appraisal.findFirst({ ...query, where: { id: moved.id } }))
      },
    }),
    exportAppraisals: t.field({
      type: ExportedType,
      description: 'Hands final results to the national system and answers the records. FORBIDDEN, WRONG_STATE.',
      authScopes: { signedIn: true },
      args: { input: t.arg(input(SelectionInput)) },
      resolve: (_root, { input: given }, { execute }) => execute(exportAppraisals, selectionOf(given)),
    }),
    reopenAppraisal: t.prismaField({
      type: Appraisal,
      description:
        'Opens a final result again as a new version; the old one is kept. Answers the new one. FORBIDDEN, WRONG_STATE, FINAL_IMMUTABLE.',
      authScopes: { signedIn: true },
      args: { input: t.arg(input(ReopenInput)) },
      resolve: async (query, _root, { input: given }, { db, execute }) => {
        const successor = await execute(reopenAppraisal, { ...given, id: idOf('Appraisal', given.id) })
        return found(await db.appraisal.findFirst({ ...query, where: { id: successor.id } }))
      },
    }),
    cancelAppraisal: t.prismaField({
      type: Appraisal,
      description:
        'Cancels the appraisal of somebody who served less than a month of the period. FORBIDDEN, WRONG_STATE, STALE_VERSION.',
      authScopes: { signedIn: true },
      args: { input: t.arg(input(ReasonInput)) },
      resolve: async (query, _root, { input: given }, { db, execute }) => {
        const moved = await execute(cancelAppraisal, { ...given, id: idOf('Appraisal', given.id) })
        return found(await db.appraisal.findFirst({ ...query, where: { id: moved.id } }))
      },
    }),
  }
})
