import { Action, namedVerdicts } from '../../actions.ts'
import { builder } from '../../builder.ts'
import type { Context } from '../../context.ts'
import type { AppraisalState } from '../../generated/prisma/client.ts'
import { found } from '../../list.ts'
import { lifeVerdicts } from '../policy/life.ts'
import { partVerdict } from '../policy/parts.ts'
import { seesRating } from '../policy.ts'
import { type LifeRow, lifeOf } from '../queries/life.ts'
import { visibleAppraisals } from '../queries.ts'
import { Appraisal } from './appraisal.ts'
import { AppraisalStateEnum, FinalCauseEnum, LevelEnum, OverrideCategoryEnum, PredikatEnum, ReopenGroundEnum } from './enums.ts'
import { OrgPredikatEnum } from './objectivity.ts'

/** Judgements and reasons are shown to the rated person from delivery on (TA2). */
const rating = {
  nullable: true,
  authScopes: (appraisal: { employeeId: string; state: AppraisalState }, _args: unknown, { actor }: Context) =>
    seesRating(actor, appraisal),
} as const

const Deadlines = builder
  .objectRef<Pick<LifeRow, 'selfAssessUntil' | 'rateUntil' | 'objectionUntil'>>('AppraisalDeadlines')
  .implement({
    description: 'The last instants of the steps of an appraisal.',
    authScopes: { signedIn: true },
    fields: (t) => ({
      selfAssessUntil: t.expose('selfAssessUntil', {
        type: 'DateTime',
        description: 'Until when the penilai waits for the self-assessment (LOCAL, 10 days after the period).',
      }),
      rateUntil: t.expose('rateUntil', {
        type: 'DateTime',
        description: 'By when it is rated (LOCAL: 20 days after a quarter; of a year 31 January).',
      }),
      objectionUntil: t.expose('objectionUntil', {
        type: 'DateTime',
        nullable: true,
        description: 'Last instant of an objection (PP 30/2019 art. 59, 14 days); empty before delivery.',
      }),
    }),
  })

type Reached = { readonly state: AppraisalState; readonly at: Date }

const ReachedState = builder.objectRef<Reached>('ReachedState').implement({
  description: 'When an appraisal reached a state, the last time.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    state: t.expose('state', { type: AppraisalStateEnum, description: 'The state.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
  }),
})

const SelfAssessedResult = builder.objectRef<{ number: number; text: string }>('SelfAssessedResult').implement({
  description: 'What the rated person says of one planned result.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Place of the result in the plan.' }),
    text: t.exposeString('text', { description: 'Their words.' }),
  }),
})

const instants = {
  createdAt: true,
  selfAssessedAt: true,
  evidenceVerifiedAt: true,
  ratedAt: true,
  setAt: true,
  deliveredAt: true,
  finalAt: true,
  exportedAt: true,
} as const

const reachedBy = {
  createdAt: 'TERBUKA',
  selfAssessedAt: 'PENILAIAN_DIRI',
  evidenceVerifiedAt: 'BUKTI_DIVERIFIKASI',
  ratedAt: 'DINILAI',
  setAt: 'DITETAPKAN',
  deliveredAt: 'DISAMPAIKAN',
  finalAt: 'FINAL',
  exportedAt: 'TEREKSPOR',
} as const satisfies Record<keyof typeof instants, AppraisalState>

builder.prismaObjectFields(Appraisal, (t) => ({
  revision: t.exposeInt('revision', { description: 'Counts each decision; a decision names the number that it read.' }),
  actions: t.field({
    type: [Action],
    description: 'The moves of domain G2 and whether the caller may make them now, with the reason where not.',
    resolve: async ({ id }, _args, context) => {
      const { FINALISE: _, ...verdicts } = lifeVerdicts(context.actor, found(await lifeOf(context, id)), context.now)
      return namedVerdicts(verdicts)
    },
  }),
  deadlines: t.field({
    type: Deadlines,
    description: 'Until when the steps are due.',
    resolve: async ({ id }, _args, context) => found(await lifeOf(context, id)),
  }),
  timeline: t.field({
    type: [ReachedState],
    select: instants,
    description: 'The states that it went through, each with its last instant; steps of moderation stand in the audit trail.',
    resolve: (row) =>
      (Object.keys(reachedBy) as (keyof typeof reachedBy)[])
        .flatMap((key): Reached[] => (row[key] === null ? [] : [{ state: reachedBy[key], at: row[key] }]))
        .sort((a, b) => a.at.getTime() - b.at.getTime()),
  }),
  selfAssessment: t.exposeString('selfAssessment', { nullable: true, description: 'What the rated person makes of the period.' }),
  selfAssessedResults: t.field({
    type: [SelfAssessedResult],
    select: { selfAssessedItems: true },
    description: 'What the rated person says of single results.',
    resolve: ({ selfAssessedItems }) => (selfAssessedItems as unknown as { number: number; text: string }[] | null) ?? [],
  }),
  isSelfAssessmentSkipped: t.boolean({
    select: { selfAssessedAt: true, evidenceVerifiedAt: true },
    description: 'The time for the self-assessment passed in silence, and the appraisal went on without.',
    resolve: ({ selfAssessedAt, evidenceVerifiedAt }) => evidenceVerifiedAt !== null && selfAssessedAt === null,
  }),
  suggestedResult: t.expose('suggestedResult', {
    ...rating,
    type: LevelEnum,
    description: 'Hasil kerja that the rules suggested when the penilai rated; until then resultRating is the suggestion.',
  }),
  suggestedBehaviour: t.expose('suggestedBehaviour', {
    ...rating,
    type: LevelEnum,
    description: 'Perilaku that the rules suggested.',
  }),
  suggestedPredikat: t.expose('suggestedPredikat', {
    ...rating,
    type: PredikatEnum,
    description: 'Predikat that followed from the suggestion.',
  }),
  orgPredikat: t.expose('orgPredikat', {
    ...rating,
    type: OrgPredikatEnum,
    description:
      'The organisation predikat that was suggested as hasil kerja of its leader (SE MenPANRB 3/2023; the mapping is LOCAL).',
  }),
  resultOverride: t.expose('resultOverride', {
    ...rating,
    type: OverrideCategoryEnum,
    description: 'Why hasil kerja departs from the suggestion.',
  }),
  resultReason: t.exposeString('resultReason', { ...rating, description: 'The reason in the words of the penilai.' }),
  behaviourOverride: t.expose('behaviourOverride', {
    ...rating,
    type: OverrideCategoryEnum,
    description: 'Why perilaku departs from the suggestion.',
  }),
  behaviourReason: t.exposeString('behaviourReason', { ...rating, description: 'The reason in the words of the penilai.' }),
  qualitativeBasis: t.exposeString('qualitativeBasis', {
    ...rating,
    description: 'What the judgement rests on where data are insufficient or a level is ambiguous.',
  }),
  returnReason: t.exposeString('returnReason', {
    ...rating,
    description: 'Why moderation gave it back, until it is rated again.',
  }),
  finalCause: t.expose('finalCause', { type: FinalCauseEnum, nullable: true, description: 'How it became final.' }),
  cancelReason: t.exposeString('cancelReason', { nullable: true, description: 'Why it was cancelled.' }),
  reopenGround: t.expose('reopenGround', {
    type: ReopenGroundEnum,
    nullable: true,
    description: 'On what ground this version replaced the one before.',
  }),
  reopenReason: t.exposeString('reopenReason', { ...rating, description: 'The reason for it.' }),
  predecessor: t.prismaField({
    type: Appraisal,
    nullable: true,
    select: { predecessorId: true },
    description: 'The version that this one replaced.',
    resolve: (query, { predecessorId }, _args, { db, actor, now }) => {
      const asked = { ...query, where: { id: predecessorId ?? '', AND: [visibleAppraisals(actor, now)] } }
      return predecessorId === null ? null : db.appraisal.findFirst(asked)
    },
  }),
  successor: t.prismaField({
    type: Appraisal,
    nullable: true,
    select: { isCurrent: true },
    description: 'The version that replaced this one.',
    resolve: (query, { id, isCurrent }, _args, { db, actor, now }) => {
      const asked = { ...query, where: { predecessorId: id, AND: [visibleAppraisals(actor, now)] } }
      return isCurrent ? null : db.appraisal.findFirst(asked)
    },
  }),
}))

builder.prismaObject('AppraisalPart', {
  description:
    'The slice of a year under one plan and one penilai, closed by that penilai; shown with the ratings of the appraisal.',
  authScopes: { signedIn: true },
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Names the part in rateAppraisalPart.' }),
    revision: t.exposeInt('revision', { description: 'Counts each decision.' }),
    skp: t.relation('skp', { description: 'The plan.' }),
    penilai: t.relation('penilai', { nullable: true, description: 'Who rates it.' }),
    startsOn: t.expose('startsOn', { type: 'Date', description: 'First day.' }),
    endsOn: t.expose('endsOn', { type: 'Date', description: 'Last day.' }),
    months: t.expose('months', { type: 'Decimal', description: 'Length in months, by days, four decimals; F23 weighs with it.' }),
    weightedScore: t.expose('weightedScore', {
      type: 'Decimal',
      nullable: true,
      description: 'Weighted achievement in its quarters, per cent.',
    }),
    suggestedResult: t.expose('suggestedResult', {
      type: LevelEnum,
      nullable: true,
      description: 'Hasil kerja as the rules suggest it.',
    }),
    resultRating: t.expose('resultRating', { type: LevelEnum, nullable: true, description: 'Hasil kerja as rated.' }),
    behaviourRating: t.expose('behaviourRating', { type: LevelEnum, nullable: true, description: 'Perilaku as rated.' }),
    predikat: t.expose('predikat', { type: PredikatEnum, nullable: true, description: 'Predikat of the part (F4).' }),
    override: t.expose('override', {
      type: OverrideCategoryEnum,
      nullable: true,
      description: 'Why it departs from the suggestion.',
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'The reason in the words of the penilai.' }),
    qualitativeBasis: t.exposeString('qualitativeBasis', { nullable: true, description: 'What the judgement rests on.' }),
    ratedAt: t.expose('ratedAt', { type: 'DateTime', nullable: true, description: 'When it was rated.' }),
    actions: t.field({
      type: [Action],
      description: 'RATE_PART, and whether the caller may do it now.',
      select: { id: true, appraisalId: true },
      resolve: async ({ id, appraisalId }, _args, context) => {
        const row = found(await lifeOf(context, appraisalId))
        const part = found(row.parts.find((one) => one.id === id))
        return namedVerdicts({ RATE_PART: partVerdict(context.actor, row, part, context.now) })
      },
    }),
  }),
})

builder.prismaObjectField(Appraisal, 'parts', (t) =>
  t.relatedConnection('parts', {
    ...rating,
    cursor: 'id',
    totalCount: true,
    description: 'Slices of a year with several plans or penilai; none for an undivided one.',
    query: { orderBy: { startsOn: 'asc' } },
  }),
)
