import { gql, type TypedDocumentNode } from '@apollo/client'
import type { AppraisalRow } from '../appraisals/data.ts'

type Nodes<Row> = { totalCount: number; nodes: Row[] }

export type PositionRecord = {
  id: string
  title: string
  positionLevel: string | null
  assignment: string
  unitName: string
  validFrom: string
  validTo: string | null
  decreeNumber: string | null
}
export type RankRecord = { id: string; golongan: string; validFrom: string; decreeNumber: string | null }
export type TrainingRecord = {
  id: string
  name: string
  provider: string | null
  startsOn: string
  endsOn: string
  jp: string | null
}
export type EducationRecord = { id: string; level: string; institution: string; major: string | null; graduatedOn: string | null }

export type DisciplineRecord = {
  id: string
  level: string
  sanction: string
  decreeNumber: string
  validFrom: string
  validTo: string | null
}

export type Histories = {
  employee: {
    positions: Nodes<PositionRecord> | null
    ranks: Nodes<RankRecord> | null
    trainings: Nodes<TrainingRecord> | null
    educations: Nodes<EducationRecord> | null
    appraisals: Nodes<AppraisalRow> | null
    reportingLines: Nodes<ReportingLine> | null
    disciplines: Nodes<DisciplineRecord> | null
  }
}

export const HISTORIES: TypedDocumentNode<Histories, { id: string }> = gql`
  query Histories($id: ID!) {
    employee(id: $id) {
      positions(first: 50) { totalCount nodes { id title positionLevel assignment unitName validFrom validTo decreeNumber } }
      ranks(first: 50) { totalCount nodes { id golongan validFrom decreeNumber } }
      trainings(first: 50) { totalCount nodes { id name provider startsOn endsOn jp } }
      educations(first: 20) { totalCount nodes { id level institution major graduatedOn } }
      appraisals(first: 20) {
        totalCount
        nodes { id period { key endsOn } predikat noPredikatReason weightedScore positionTitle }
      }
      reportingLines(first: 50) { totalCount nodes { id superior { id nip fullName positionTitle } assignment validFrom validTo } }
      disciplines(first: 20) { totalCount nodes { id level sanction decreeNumber validFrom validTo } }
    }
  }
`

export type ReportingLine = {
  id: string
  superior: { id: string; nip: string; fullName: string; positionTitle: string } | null
  assignment: string
  validFrom: string
  validTo: string | null
}

export const REPORTING_LINES: TypedDocumentNode<
  {
    employee: {
      reportingLines: Nodes<ReportingLine> | null
      subordinates: Nodes<{ id: string; nip: string; fullName: string; positionTitle: string }>
    }
  },
  { id: string }
> = gql`
  query ReportingLines($id: ID!) {
    employee(id: $id) {
      reportingLines(first: 50) { totalCount nodes { id superior { id nip fullName positionTitle } assignment validFrom validTo } }
      subordinates(first: 50) { totalCount nodes { id nip fullName positionTitle } }
    }
  }
`

export type AsOf = {
  employee: { unitAsOf: { id: string; name: string } | null; superiorAsOf: { id: string; fullName: string } | null }
}

export const AS_OF: TypedDocumentNode<AsOf, { id: string; on: string }> = gql`
  query EmployeeAsOf($id: ID!, $on: Date!) {
    employee(id: $id) { unitAsOf(on: $on) { id name } superiorAsOf(on: $on) { id fullName } }
  }
`

export const OWN_APPRAISALS: TypedDocumentNode<{ employee: { appraisals: Nodes<AppraisalRow> | null } }, { id: string }> = gql`
  query EmployeeAppraisals($id: ID!) {
    employee(id: $id) {
      appraisals(first: 20) {
        totalCount
        nodes { id period { key endsOn } predikat noPredikatReason weightedScore positionTitle }
      }
    }
  }
`
