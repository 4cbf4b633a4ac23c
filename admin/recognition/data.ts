import { gql, type TypedDocumentNode } from '@apollo/client'
import type { Action } from '../frame/command/action.ts'
import type { Filter, ResourceSpec } from '../frame/data/specs.ts'

export const awardStates = ['DIUSULKAN', 'DITETAPKAN', 'DITOLAK'] as const
export type AwardState = (typeof awardStates)[number]
export type AwardBasis = 'SCORE' | 'RATE'

export type Figures = {
  basis: AwardBasis
  raw: number | null
  theta: number | null
  reliability: number | null
  indicators: number | null
  people: number | null
  commonMean: number | null
  indicatorCode: string | null
  indicatorName: string | null
  eventsBefore: number | null
  exposureBefore: number | null
  events: number | null
  exposure: number | null
  rateRatio: number | null
  ciLow: number | null
  ciHigh: number | null
  baselineYears: number | null
  neededYears: number | null
}

export type AwardRow = {
  id: string
  title: string
  state: AwardState
  basis: AwardBasis
  periodKey: string
  createdAt: string
  employee: { id: string; fullName: string } | null
  unit: { id: string; name: string }
}

export type Award = AwardRow & {
  revision: number
  citation: string
  reason: string | null
  decreeNumber: string | null
  decreeOn: string | null
  signatory: string | null
  decidedAt: string | null
  figures: Figures
  actions: Action[]
}

const figureFields = `basis raw theta reliability indicators people commonMean indicatorCode indicatorName eventsBefore exposureBefore events exposure
  rateRatio ciLow ciHigh baselineYears neededYears`
const rowFields = 'id title state basis periodKey createdAt employee { id fullName } unit { id name }'
const wholeFields = `${rowFields} revision citation reason decreeNumber decreeOn signatory decidedAt figures { ${figureFields} }
  actions { name enabled reason }`

export const awardSpec: ResourceSpec = {
  name: 'awards',
  type: 'Award',
  list: gql`query Awards($first: Int, $offset: Int, $filter: AwardFilter) {
    awards(first: $first, offset: $offset, filter: $filter) { totalCount nodes { ${rowFields} } }
  }`,
  one: gql`query Award($id: ID!) { award(id: $id) { ${wholeFields} } }`,
}

type Count = { totalCount: number }

export const AWARD_COUNTS: TypedDocumentNode<
  Record<'proposed' | 'given' | 'rejected', Count>,
  Record<'proposed' | 'given' | 'rejected', Filter>
> = gql`
  query AwardCounts($proposed: AwardFilter, $given: AwardFilter, $rejected: AwardFilter) {
    proposed: awards(first: 1, filter: $proposed) { totalCount }
    given: awards(first: 1, filter: $given) { totalCount }
    rejected: awards(first: 1, filter: $rejected) { totalCount }
  }
`

export type Candidate = {
  employee: { id: string; fullName: string; positionTitle: string; unit: { name: string } } | null
  figures: Figures
  citation: string
  isShown: boolean
}

export const CANDIDATES: TypedDocumentNode<
  { awardCandidates: Candidate[] },
  { periodKey: string; basis: AwardBasis; underUnitId: string | null }
> = gql`
  query AwardCandidates($periodKey: String!, $basis: AwardBasis!, $underUnitId: ID) {
    awardCandidates(periodKey: $periodKey, basis: $basis, underUnitId: $underUnitId) {
      employee { id fullName positionTitle unit { name } } figures { ${figureFields} } citation isShown
    }
  }
`

type Command<Name extends string> = TypedDocumentNode<Record<Name, { id: string }>, { input: Record<string, unknown> }>

export const PROPOSE_AWARD: Command<'proposeAward'> = gql`
  mutation ProposeAward($input: ProposeAwardInput!) { proposeAward(input: $input) { id } }
`
export const DECIDE_AWARD: Command<'decideAward'> = gql`
  mutation DecideAward($input: DecideAwardInput!) { decideAward(input: $input) { id } }
`
export const REJECT_AWARD: Command<'rejectAward'> = gql`
  mutation RejectAward($input: RejectAwardInput!) { rejectAward(input: $input) { id } }
`

export type TalentGrid = {
  people: number
  boxes: { box: number; people: number }[]
  unplaced: { reason: 'NO_RESULT' | 'NO_POTENTIAL'; people: number }[]
}

type TalentScope = { periodKey: string; underUnitId: string | null }

export const TALENT_GRID: TypedDocumentNode<{ talentGrid: TalentGrid }, TalentScope> = gql`
  query TalentGrid($periodKey: String!, $underUnitId: ID) {
    talentGrid(periodKey: $periodKey, underUnitId: $underUnitId) { people boxes { box people } unplaced { reason people } }
  }
`

export type TalentPerson = { id: string; fullName: string; positionTitle: string; unit: { name: string } }

export const TALENT_PEOPLE: TypedDocumentNode<
  { talentPeople: { totalCount: number; nodes: TalentPerson[] } },
  TalentScope & { box: number }
> = gql`
  query TalentPeople($periodKey: String!, $underUnitId: ID, $box: Int!) {
    talentPeople(first: 100, periodKey: $periodKey, underUnitId: $underUnitId, box: $box) {
      totalCount nodes { id fullName positionTitle unit { name } }
    }
  }
`
