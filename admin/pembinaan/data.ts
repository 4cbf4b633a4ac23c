import { gql, type TypedDocumentNode } from '@apollo/client'
import type { Action } from '../frame/command/action.ts'
import type { ResourceSpec } from '../frame/data/specs.ts'

export type NeedRow = {
  id: string
  year: number
  source: string
  state: string
  activity: string
  priority: string
  employee: { id: string; fullName: string; unit: { name: string } }
  competency: { name: string }
}

export type Need = NeedRow & {
  reason: string
  gapNorm: string
  performanceGap: string
  publicSignal: string
  strategic: string
  strategicReason: string | null
  decisionReason: string | null
  revision: number
  appraisal: { id: string } | null
  series: { id: string; unit: { id: string; name: string } | null } | null
  programme: { id: string; name: string } | null
  actions: Action[]
}

const needRow = 'id year source state activity priority employee { id fullName unit { name } } competency { name }'

export const needSpec: ResourceSpec = {
  name: 'needs',
  type: 'DevelopmentNeed',
  list: gql`query DevelopmentNeeds($first: Int, $offset: Int, $filter: DevelopmentNeedFilter) {
    developmentNeeds(first: $first, offset: $offset, filter: $filter) { totalCount nodes { ${needRow} } }
  }`,
  one: gql`query DevelopmentNeed($id: ID!) {
    developmentNeed(id: $id) {
      ${needRow} reason gapNorm performanceGap publicSignal strategic strategicReason decisionReason revision
      appraisal { id } series { id unit { id name } } programme { id name } actions { name enabled reason }
    }
  }`,
}

export type ProgrammeRow = {
  id: string
  code: string
  name: string
  formName: string
  provider: string
  startsOn: string
  endsOn: string
  state: string
  jp: string | null
  states: { state: string; people: number }[]
}

type Session = {
  id: string
  number: number
  title: string
  startsAt: string
  endsAt: string
  place: string | null
  code: string | null
  present: number
}

export type Place = {
  id: string
  state: string
  attendancePct: string | null
  preScore: string | null
  postScore: string | null
  jpOutcome: string | null
  countedJp: string | null
  certificateCode: string | null
  employee: { id: string; fullName: string }
}

export type Programme = ProgrammeRow & {
  place: string | null
  capacity: number | null
  budget: string | null
  ceiling: string | null
  design: string | null
  targetGroup: string | null
  selectionRule: string | null
  stateReason: string | null
  revision: number
  unit: { id: string; name: string }
  primaryIndicator: { id: string; name: string } | null
  sessions: Session[]
  materials: { title: string; url: string }[]
  participants: { totalCount: number; nodes: Place[] }
  learningGain: { n: number; meanGain: number | null }
  countedJp: number
  costPerJp: number | null
  screen: { aspect: string; group: string; candidates: number; selected: number; ratePct: number; isFlagged: boolean }[] | null
  actions: Action[]
}

const programmeRow = 'id code name formName provider startsOn endsOn state jp states { state people }'

export const programmeSpec: ResourceSpec = {
  name: 'programmes',
  type: 'PembinaanProgramme',
  list: gql`query PembinaanProgrammes($first: Int, $offset: Int, $filter: PembinaanProgrammeFilter) {
    pembinaanProgrammes(first: $first, offset: $offset, filter: $filter) { totalCount nodes { ${programmeRow} } }
  }`,
  one: gql`query PembinaanProgramme($id: ID!) {
    pembinaanProgramme(id: $id) {
      ${programmeRow} place capacity budget ceiling design targetGroup selectionRule stateReason revision unit { id name }
      primaryIndicator { id name } sessions { id number title startsAt endsAt place code present } materials { title url }
      participants(first: 100) { totalCount nodes {
        id state attendancePct preScore postScore jpOutcome countedJp certificateCode employee { id fullName }
      } }
      learningGain { n meanGain } countedJp costPerJp screen { aspect group candidates selected ratePct isFlagged }
      actions { name enabled reason }
    }
  }`,
}

export type PlanRow = {
  id: string
  title: string
  year: number
  state: string
  budgetTotal: string
  ceiling: string | null
  unit: { id: string; name: string }
}

export type PlanFault = { code: string; field: string; place: string; programmeId: string | null; message: string }

export type Plan = PlanRow & {
  ownerName: string
  problemStatement: string
  targetGroup: string
  consultationReason: string | null
  stateReason: string | null
  revision: number
  problems: { statement: string; seriesId: string | null; needId: string | null; documentUrl: string | null }[]
  indicators: {
    name: string
    isPrimary: boolean
    baseline: string | null
    baselineOn: string | null
    baselineSource: string | null
    target: string | null
    measure: string
    indicator: { id: string } | null
  }[]
  stakeholders: { kind: string; name: string; organisation: string | null; consultedOn: string | null; outcome: string | null }[]
  budgetLines: {
    account: string | null
    description: string
    quantity: string
    measure: string
    unitCost: string
    amount: string
  }[]
  risks: { description: string; likelihood: number; impact: number; mitigation: string }[]
  approvals: {
    round: number
    number: number
    approverName: string
    capacity: string
    decision: string | null
    reason: string | null
  }[]
  programmes: { totalCount: number; nodes: { id: string; name: string; state: string; startsOn: string; endsOn: string }[] }
  faults: PlanFault[]
  actions: Action[]
}

const planRow = 'id title year state budgetTotal ceiling unit { id name }'

export const planSpec: ResourceSpec = {
  name: 'pembinaan-plans',
  type: 'PembinaanPlan',
  list: gql`query PembinaanPlans($first: Int, $offset: Int, $filter: PembinaanPlanFilter) {
    pembinaanPlans(first: $first, offset: $offset, filter: $filter) { totalCount nodes { ${planRow} } }
  }`,
  one: gql`query PembinaanPlan($id: ID!) {
    pembinaanPlan(id: $id) {
      ${planRow} ownerName problemStatement targetGroup consultationReason stateReason revision
      problems { statement seriesId needId documentUrl }
      indicators { name isPrimary baseline baselineOn baselineSource target measure indicator { id } }
      stakeholders { kind name organisation consultedOn outcome }
      budgetLines { account description quantity measure unitCost amount }
      risks { description likelihood impact mitigation }
      approvals { round number approverName capacity decision reason }
      programmes(first: 50) { totalCount nodes { id name state startsOn endsOn } }
      faults { code field place programmeId message } actions { name enabled reason }
    }
  }`,
}

export type ImprovementRow = {
  id: string
  state: string
  startsOn: string
  endsOn: string
  leaderName: string
  employee: { id: string; fullName: string }
}

export type Improvement = ImprovementRow & {
  gaps: string
  support: string
  conclusion: string | null
  revision: number
  steps: { number: number; title: string; measure: string; dueOn: string; doneOn: string | null }[]
  milestones: { day: number; dueOn: string; heldOn: string | null; level: string | null; finding: string | null }[]
  actions: Action[]
}

const improvementRow = 'id state startsOn endsOn leaderName employee { id fullName }'

export const improvementSpec: ResourceSpec = {
  name: 'improvement-plans',
  type: 'ImprovementPlan',
  list: gql`query ImprovementPlans($first: Int, $offset: Int, $filter: ImprovementPlanFilter) {
    improvementPlans(first: $first, offset: $offset, filter: $filter) { totalCount nodes { ${improvementRow} } }
  }`,
  one: gql`query ImprovementPlan($id: ID!) {
    improvementPlan(id: $id) {
      ${improvementRow} gaps support conclusion revision steps { number title measure dueOn doneOn }
      milestones { day dueOn heldOn level finding } actions { name enabled reason }
    }
  }`,
}

export type Coverage = {
  unitId: string
  unitName: string
  people: number
  coveragePct: number | null
  meanJp: number | null
  statuses: { status: string; people: number }[]
}

export const JP_COVERAGE: TypedDocumentNode<{ jpCoverage: Coverage[] }, { year: number; unitId: string | null }> = gql`
  query JpCoverage($year: Int!, $unitId: ID) {
    jpCoverage(year: $year, unitId: $unitId) { unitId unitName people coveragePct meanJp statuses { status people } }
  }
`
