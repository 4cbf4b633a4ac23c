import { builder } from '../../builder.ts'
import { encodeId, found, idOf } from '../../list.ts'
import { correctLockedRealisation } from '../commands/corrections.ts'
import { MissingReasonEnum } from './enums.ts'
import { Realisation } from './measurement.ts'

const CorrectionInput = builder.inputType('CorrectLockedRealisationInput', {
  description: 'What a measurement of a closed period should have been.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The newest record of the quarter.' }),
    value: t.field({ type: 'Decimal', description: 'Value in the unit of the indicator, up to 6 decimals.' }),
    numerator: t.field({ type: 'Decimal', description: 'Numerator of a ratio.' }),
    denominator: t.field({ type: 'Decimal', description: 'Denominator of a ratio, or number of cases.' }),
    missingReason: t.field({ type: MissingReasonEnum, description: 'Why there is no value.' }),
    measuredOn: t.field({ type: 'Date', required: true, description: 'Day of recording at the source.' }),
    source: t.string({ required: true, description: 'System or register, at most 200 characters.' }),
    evidenceUrl: t.string({ description: 'Document that shows it; http or https, at most 2,000 characters.' }),
    reason: t.string({ required: true, description: 'Why it is corrected, 30 to 4,000 characters.' }),
  }),
})

type Corrected = { readonly id: string; readonly rescored: readonly string[]; readonly finalIds: readonly string[] }

const CorrectionType = builder.objectRef<Corrected>('RealisationCorrection').implement({
  description: 'A correction, and which appraisals rest on the measurement.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    realisation: t.prismaField({
      type: Realisation,
      description: 'The new version.',
      resolve: async (query, { id }, _args, { db }) => found(await db.realisation.findFirst({ ...query, where: { id } })),
    }),
    rescored: t.int({ description: 'Open appraisals that followed.', resolve: ({ rescored }) => rescored.length }),
    finalAppraisalIds: t.idList({
      description: 'Final results that rest on it, at most 1,000: they stay as they are until somebody who may opens them again.',
      resolve: ({ finalIds }) => finalIds.slice(0, 1_000).map((one) => encodeId('Appraisal', one)),
    }),
  }),
})

builder.mutationField('correctLockedRealisation', (t) =>
  t.field({
    type: CorrectionType,
    description:
      'Corrects a measurement of a closed period as a new version (domain B3). Open appraisals follow, rated and final ones do not. FORBIDDEN, CONFLICT_OF_INTEREST, WRONG_STATE.',
    authScopes: { signedIn: true },
    args: { input: t.arg({ type: CorrectionInput, required: true, description: 'The correction.' }) },
    resolve: (_root, { input }, { execute }) =>
      execute(correctLockedRealisation, { ...input, id: idOf('Realisation', input.id) }),
  }),
)
