import { Action, namedVerdicts } from '../../actions.ts'
import { PredikatEnum } from '../../appraisals/graphql/enums.ts'
import { builder } from '../../builder.ts'
import { DomainError } from '../../errors.ts'
import { civilDate } from '../../identity/rules/civil-date.ts'
import { found } from '../../list.ts'
import { MutuEnum } from '../../surveys/graphql/enums.ts'
import { mayIssue, mayPublish, mayWithdraw } from '../policy.ts'
import { draftEdition } from '../queries.ts'
import {
  classes,
  coveragePct,
  type DistributionRow,
  type Edition,
  editionHash,
  type HeldBack,
  type OneDayRow,
  type SatisfactionRow,
} from '../rules/edition.ts'

const open = { public: true } as const

type ClassCount = { readonly predikat: Exclude<(typeof classes)[number], 'TANPA_PREDIKAT'> | null; readonly count: number | null }

const ClassCountType = builder.objectRef<ClassCount>('PublicClassCount').implement({
  description: 'How many people have one predikat.',
  authScopes: open,
  fields: (t) => ({
    predikat: t.expose('predikat', {
      type: PredikatEnum,
      nullable: true,
      description: 'The predikat; empty for people without one.',
    }),
    count: t.exposeInt('count', { nullable: true, description: 'People; empty where it is held back.' }),
  }),
})

const cellsOf = (cells: readonly (number | null)[]): ClassCount[] =>
  classes.map((one, column) => ({ predikat: one === 'TANPA_PREDIKAT' ? null : one, count: cells[column] ?? null }))

const DistributionRowType = builder.objectRef<DistributionRow>('PublicDistribution').implement({
  description: 'Predikat of one office with everything below it, or of all offices that are too small to stand by themselves.',
  authScopes: open,
  fields: (t) => ({
    code: t.exposeString('code', { nullable: true, description: 'Code of the office; empty for those that stand together.' }),
    name: t.exposeString('name', { description: 'Its name; empty for those that stand together.' }),
    total: t.exposeInt('total', { description: 'People whose appraisal is due.' }),
    coveragePct: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'People with a predikat, in per cent, 2 decimals; empty where it is held back.',
      resolve: (row) => coveragePct(row),
    }),
    classes: t.field({ type: [ClassCountType], description: 'Counts by predikat.', resolve: ({ cells }) => cellsOf(cells) }),
  }),
})

const SatisfactionRowType = builder.objectRef<SatisfactionRow>('PublicSatisfaction').implement({
  description: 'The official index of satisfaction of one service unit (F8, PermenPANRB 14/2017).',
  authScopes: open,
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code of the unit.' }),
    name: t.exposeString('name', { description: 'Its name.' }),
    respondents: t.exposeInt('respondents', { description: 'Counted answers.' }),
    ikm: t.field({ type: 'Decimal', description: 'Index 25–100, 2 decimals.', resolve: ({ ikm }) => ikm }),
    halfWidth95: t.field({
      type: 'Decimal',
      nullable: true,
      description: 'Half the width of its 95 % interval.',
      resolve: ({ halfWidth95 }) => halfWidth95,
    }),
    mutu: t.field({ type: MutuEnum, description: 'Its class.', resolve: ({ mutu }) => mutu as typeof MutuEnum.$inferType }),
    lowest: t.exposeString('lowest', { nullable: true, description: 'Code of the unsur with the lowest mean.' }),
  }),
})

const OneDayRowType = builder.objectRef<OneDayRow>('PublicOneDayRate').implement({
  description: 'Complaints about one unit that were settled within a day (F15, LOCAL).',
  authScopes: open,
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Code of the unit.' }),
    name: t.exposeString('name', { description: 'Its name.' }),
    eligible: t.exposeInt('eligible', { description: 'Complaints that count.' }),
    rate: t.field({ type: 'Decimal', description: 'Share settled within a day, 0–1.', resolve: ({ rate }) => rate }),
    ciLow: t.field({ type: 'Decimal', description: 'Lower limit of its 95 % interval.', resolve: ({ ciLow }) => ciLow }),
    ciHigh: t.field({ type: 'Decimal', description: 'Upper limit of its 95 % interval.', resolve: ({ ciHigh }) => ciHigh }),
  }),
})

const HeldBackReason = builder.enumType('HeldBackReason', {
  description: 'Why a figure is not shown by itself.',
  values: {
    TOO_FEW: { description: 'Fewer than `kPublic` people.' },
    SMALL_CELL: { description: 'A cell of fewer than `kCell` people, or of everybody.' },
    COMPLEMENT: { description: 'Shown, it would let another one be computed.' },
  } as const,
})

const PublicTable = builder.enumType('PublicTable', {
  description: 'A table of an edition.',
  values: {
    PREDIKAT: { description: 'Predikat by office.' },
    KEPUASAN: { description: 'Satisfaction by service unit.' },
    PENGADUAN: { description: 'Complaints settled within a day.' },
  } as const,
})

const HeldBackType = builder.objectRef<HeldBack>('HeldBack').implement({
  description: 'A figure that is held back, and why.',
  authScopes: { permission: 'publication.manage' },
  fields: (t) => ({
    table: t.expose('table', { type: PublicTable, description: 'In which table.' }),
    name: t.exposeString('name', { description: 'Of which unit; empty for the offices that stand together.' }),
    reason: t.expose('reason', { type: HeldBackReason, description: 'Why.' }),
  }),
})

const EditionContent = builder.objectRef<Edition>('PublicFigures').implement({
  description: 'What is published of one period.',
  authScopes: open,
  fields: (t) => ({
    periodKey: t.exposeString('periodKey', { description: 'Period, `2025-TW4`.' }),
    kPublic: t.exposeInt('kPublic', { description: 'Fewest people in a published figure (LOCAL).' }),
    kCell: t.exposeInt('kCell', { description: 'Fewest people in a published cell (LOCAL).' }),
    distribution: t.field({
      type: [DistributionRowType],
      description: 'Predikat by office.',
      resolve: ({ distribution }) => [...distribution],
    }),
    totals: t.field({
      type: [ClassCountType],
      description: 'Predikat of the whole city.',
      resolve: ({ totals }) => (totals.length === 0 ? [] : cellsOf(totals)),
    }),
    satisfaction: t.field({
      type: [SatisfactionRowType],
      description: 'Satisfaction by service unit.',
      resolve: ({ satisfaction }) => [...satisfaction],
    }),
    oneDay: t.field({
      type: [OneDayRowType],
      description: 'Complaints settled within a day, by unit.',
      resolve: ({ oneDay }) => [...oneDay],
    }),
    heldBack: t.field({
      type: [HeldBackType],
      nullable: true,
      authScopes: { permission: 'publication.manage' },
      description: 'What is held back and why; for whoever publishes.',
      resolve: ({ heldBack }) => [...heldBack],
    }),
  }),
})

export const PublicEdition = builder.prismaObject('PublicEdition', {
  description: 'An edition of public figures; frozen.',
  authScopes: open,
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Bare id.' }),
    number: t.exposeInt('number', { description: 'Number of the edition, from 1.' }),
    publishedAt: t.expose('publishedAt', { type: 'DateTime', description: 'When it was published.' }),
    contentHash: t.exposeString('contentHash', { description: 'SHA-256 over the figures.' }),
    withdrawnAt: t.expose('withdrawnAt', { type: 'DateTime', nullable: true, description: 'Since when it no longer holds.' }),
    withdrawReason: t.exposeString('withdrawReason', { nullable: true, description: 'Why it was withdrawn.' }),
    figures: t.field({
      type: EditionContent,
      nullable: true,
      select: { content: true, withdrawnAt: true },
      description: 'The figures; empty for a withdrawn edition.',
      resolve: ({ content, withdrawnAt }) => (withdrawnAt === null ? (content as unknown as Edition) : null),
    }),
    actions: t.field({
      type: [Action],
      select: { withdrawnAt: true },
      description: 'WITHDRAW, with the reason where it is not possible.',
      resolve: ({ withdrawnAt }, _args, { actor }) => namedVerdicts({ WITHDRAW: mayWithdraw(actor, { withdrawnAt }) }),
    }),
  }),
})

type Preview = { readonly figures: Edition; readonly contentHash: string; readonly endsOn: Date; readonly hasEdition: boolean }

const PreviewType = builder.objectRef<Preview>('PublicPreview').implement({
  description: 'An edition as it would be published now.',
  authScopes: { permission: 'publication.manage' },
  fields: (t) => ({
    figures: t.expose('figures', { type: EditionContent, description: 'The figures, with what is held back and why.' }),
    contentHash: t.exposeString('contentHash', { description: 'SHA-256 over the figures; to be named when it is issued.' }),
    actions: t.field({
      type: [Action],
      description: 'ISSUE, with the reason where it is not possible now.',
      resolve: (facts, _args, { actor, now }) => namedVerdicts({ ISSUE: mayIssue(actor, facts, civilDate(now)) }),
    }),
  }),
})

builder.queryFields((t) => ({
  publicEditions: t.prismaField({
    type: [PublicEdition],
    description: 'Editions of public figures, newest first, at most 20. Needs no sign-in.',
    authScopes: open,
    resolve: (query, _root, _args, { db }) => db.publicEdition.findMany({ ...query, orderBy: { number: 'desc' }, take: 20 }),
  }),
  publicPreview: t.field({
    type: PreviewType,
    extensions: { rows: 500 },
    description: 'The edition of a period as it would be published now; NOT_FOUND when there is no such period.',
    authScopes: { permission: 'publication.manage' },
    args: { periodKey: t.arg.string({ required: true, description: 'Period, `2025-TW4`.' }) },
    resolve: async (_root, { periodKey }, { database: { prisma }, actor }) => {
      const verdict = mayPublish(actor)
      if (verdict !== true) throw new DomainError(verdict.code, verdict.reason)
      const period = found(await prisma.period.findUnique({ where: { key: periodKey }, include: { publicEdition: true } }))
      const figures = found(await draftEdition(prisma, periodKey))
      return { figures, contentHash: editionHash(figures), endsOn: period.endsOn, hasEdition: period.publicEdition !== null }
    },
  }),
}))
