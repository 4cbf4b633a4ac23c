import { gql, type TypedDocumentNode } from '@apollo/client'
import type { AppraisalState, Level, PeriodRow } from '../appraisals/data.ts'
import type { Action } from '../frame/command/action.ts'
import type { ResourceSpec } from '../frame/data/specs.ts'
import type { Pattern, Scope } from '../home/data.ts'

export const predikats = ['SANGAT_BAIK', 'BAIK', 'BUTUH_PERBAIKAN', 'KURANG', 'SANGAT_KURANG'] as const
export type Spread = Record<(typeof predikats)[number], number>

export type CalibrationState = 'DIJADWALKAN' | 'BERLANGSUNG' | 'TERKUNCI' | 'DIBATALKAN'

export type CalibrationRow = {
  id: string
  title: string
  state: CalibrationState
  scheduledAt: string
  unit: { id: string; name: string }
  period: { key: string }
}

export type Proposal = {
  id: string
  revision: number
  state: 'DIUSULKAN' | 'DISEPAKATI' | 'DITOLAK'
  fromPredikat: string | null
  resultRating: Level
  behaviourRating: Level
  reason: string
  decisionReason: string | null
  decidedAt: string | null
  appraisal: { id: string; employee: { fullName: string } } | null
  actions: Action[]
}

export type Effect = {
  people: number
  isLocked: boolean
  raised: number
  lowered: number
  loweredBelowEvidence: number
  before: Spread
  after: Spread
  suggested: Spread
  moved: { id: string; predikat: string | null; employee: { fullName: string } }[]
}

export type Member = { isChair: boolean; presentAt: string | null; employee: { id: string; fullName: string } | null }

export type Calibration = CalibrationRow & {
  agenda: string
  quorum: number
  minutes: string | null
  openedAt: string | null
  lockedAt: string | null
  revision: number
  actions: Action[]
  members: { nodes: Member[] }
  proposals: { totalCount: number; nodes: Proposal[] }
  effect: Effect | null
}

const rowFields = 'id title state scheduledAt unit { id name } period { key }'
const spread = 'SANGAT_BAIK BAIK BUTUH_PERBAIKAN KURANG SANGAT_KURANG'

export const calibrationSpec: ResourceSpec = {
  name: 'calibrations',
  type: 'CalibrationSession',
  list: gql`query Calibrations($first: Int, $offset: Int, $filter: CalibrationFilter) {
    calibrationSessions(first: $first, offset: $offset, filter: $filter) { totalCount nodes { ${rowFields} } }
  }`,
  one: gql`query Calibration($id: ID!) {
    calibrationSession(id: $id) {
      ${rowFields} agenda quorum minutes openedAt lockedAt revision actions { name enabled reason }
      members(first: 50) { nodes { isChair presentAt employee { id fullName } } }
      proposals(first: 100) {
        totalCount
        nodes {
          id revision state fromPredikat resultRating behaviourRating reason decisionReason decidedAt
          appraisal { id employee { fullName } } actions { name enabled reason }
        }
      }
      effect {
        people isLocked raised lowered loweredBelowEvidence before { ${spread} } after { ${spread} } suggested { ${spread} }
        moved { id predikat employee { fullName } }
      }
    }
  }`,
}

export type BoardCard = {
  id: string
  state: AppraisalState
  predikat: string | null
  suggestedPredikat: string | null
  resultRating: Level | null
  behaviourRating: Level | null
  employee: { fullName: string }
  unit: { name: string }
}

/** People of one place on the board: by predikat, or by both levels. */
export type BoardFilter = { periodKey: string; underUnitId: string } & (
  | { predikat: string }
  | { resultRating: Level; behaviourRating: Level }
)

export const BOARD: TypedDocumentNode<
  { appraisals: { totalCount: number; nodes: BoardCard[] } },
  { filter: BoardFilter; first: number }
> = gql`
  query BoardPeople($filter: AppraisalFilter, $first: Int) {
    appraisals(filter: $filter, first: $first, orderBy: SCORE_DESC) {
      totalCount nodes { id state predikat suggestedPredikat resultRating behaviourRating employee { fullName } unit { name } }
    }
  }
`

export type UnitPattern = {
  mode: string
  orgPredikat: string | null
  justification: string | null
  version: number
  actions: Action[]
  rated: Pattern | null
  suggested: Pattern | null
  pooled: Pattern | null
  pooledAt: { name: string } | null
  ratedSpread: Spread
  suggestedSpread: Spread
  below: number
  above: number
}

const pattern = 'people isLargeEnough isModeUnexpected deviations { code isShare limit actual }'

export const UNIT_PATTERN: TypedDocumentNode<{ unitPattern: UnitPattern }, { periodKey: string; unitId: string }> = gql`
  query UnitPatternOf($periodKey: String!, $unitId: ID!) {
    unitPattern(periodKey: $periodKey, unitId: $unitId) {
      mode orgPredikat justification version actions { name enabled reason } below above
      rated { ${pattern} } suggested { ${pattern} } pooled { ${pattern} } pooledAt { name }
      ratedSpread { ${spread} } suggestedSpread { ${spread} }
    }
  }
`

/** The top of the tree, where no unit was chosen. */
export const TOP_UNIT: TypedDocumentNode<{ units: { nodes: { id: string; name: string }[] } }, Record<string, never>> = gql`
  query TopUnit { units(first: 1, filter: { rootsOnly: true }) { nodes { id name } } }
`

export type Fingerprint = {
  rater: { id: string; fullName: string; nip: string } | null
  people: number
  severity: number | null
  standardError: number | null
  flag: string
  identical: number
  isStraightLining: boolean
}

export const FINGERPRINTS: TypedDocumentNode<{ raterFingerprints: Fingerprint[] }, { periodKey: string }> = gql`
  query RaterFingerprints($periodKey: String!) {
    raterFingerprints(periodKey: $periodKey) {
      rater { id fullName nip } people severity standardError flag identical isStraightLining
    }
  }
`

export type Signal = {
  code: string
  count: number
  of: number
  share: number | null
  unit: { id: string; name: string }
  answers: { id: string; answer: string; answeredAt: string; answeredBy: { fullName: string } | null }[]
  actions: Action[]
}

export const SIGNALS: TypedDocumentNode<{ gamingSignals: Signal[] }, Scope & { code: string | null }> = gql`
  query GamingSignals($periodKey: String!, $underUnitId: ID, $code: SignalCode) {
    gamingSignals(periodKey: $periodKey, underUnitId: $underUnitId, code: $code) {
      code count of share unit { id name } answers { id answer answeredAt answeredBy { fullName } } actions { name enabled reason }
    }
  }
`

export type FairGroup = {
  key: string
  label: string | null
  isSuppressed: boolean
  people: number | null
  sharePct: number | null
  shrunkPct: number | null
  differencePct: number | null
}

export const FAIRNESS: TypedDocumentNode<{ fairness: FairGroup[] }, Scope & { dimension: string }> = gql`
  query Fairness($periodKey: String!, $underUnitId: ID, $dimension: FairnessDimension!) {
    fairness(periodKey: $periodKey, underUnitId: $underUnitId, dimension: $dimension) {
      key label isSuppressed people sharePct shrunkPct differencePct
    }
  }
`

export type AgreementRow = { pair: string; people: number; cases: number; kappa: number | null; band: string | null }
export type UnitAgreement = {
  pairs: AgreementRow[]
  peers: { people: number; ratings: number; icc: number | null; band: string | null }
}

export const AGREEMENT: TypedDocumentNode<{ raterAgreement: UnitAgreement }, Scope> = gql`
  query RaterAgreement($periodKey: String!, $underUnitId: ID) {
    raterAgreement(periodKey: $periodKey, underUnitId: $underUnitId) {
      pairs { pair people cases kappa band } peers { people ratings icc band }
    }
  }
`

export type Stuck = {
  reason: string
  waitsFor: string
  person: { id: string; fullName: string } | null
  people: number
  since: string
  days: number
  dueAt: string | null
  overdue: number
}

export const STUCK: TypedDocumentNode<{ stuckAppraisals: Stuck[] }, Scope> = gql`
  query StuckAppraisals($periodKey: String!, $underUnitId: ID) {
    stuckAppraisals(periodKey: $periodKey, underUnitId: $underUnitId) {
      reason waitsFor person { id fullName } people since days dueAt overdue
    }
  }
`

export const FUNNEL: TypedDocumentNode<
  { appraisalStateCounts: { state: AppraisalState; count: number }[] },
  { filter: { periodKey: string; underUnitId: string | null } }
> = gql`
  query StateFunnel($filter: AppraisalFilter) { appraisalStateCounts(filter: $filter) { state count } }
`

export type Adoption = {
  units: {
    unitId: string
    code: string
    name: string
    isSuppressed: boolean
    people: number | null
    withPlan: number | null
    selfAssessed: number | null
    withDialogue: number | null
    feedback: number | null
  }[]
  months: { month: string; plans: number; dialogues: number; feedback: number; selfAssessments: number }[]
}

export const ADOPTION: TypedDocumentNode<{ adoption: Adoption }, { year: number; underUnitId: string | null }> = gql`
  query AdoptionOf($year: Int!, $underUnitId: ID) {
    adoption(year: $year, underUnitId: $underUnitId) {
      units { unitId code name isSuppressed people withPlan selfAssessed withDialogue feedback }
      months { month plans dialogues feedback selfAssessments }
    }
  }
`

export const PERIOD_STANDING: TypedDocumentNode<{ period: PeriodRow }, { key: string }> = gql`
  query PeriodStanding($key: String!) {
    period(key: $key) { id key kind state startsOn endsOn closesOn actions { name enabled reason } }
  }
`
