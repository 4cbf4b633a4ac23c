import { gql, type TypedDocumentNode } from '@apollo/client'

type Input = { input: Record<string, unknown> }

export const CREATE_UNIT: TypedDocumentNode<{ createUnit: { id: string } }, Input> = gql`
  mutation CreateUnit($input: CreateUnitInput!) { createUnit(input: $input) { id } }
`
export const CHANGE_UNIT: TypedDocumentNode<{ changeUnit: { id: string } }, Input> = gql`
  mutation ChangeUnit($input: ChangeUnitInput!) { changeUnit(input: $input) { id } }
`
export const ASSIGN_SUPERIOR: TypedDocumentNode<{ assignSuperior: { id: string } }, Input> = gql`
  mutation AssignSuperior($input: AssignSuperiorInput!) { assignSuperior(input: $input) { id } }
`
export const CORRECT_EMPLOYEE: TypedDocumentNode<{ correctEmployee: { id: string } }, Input> = gql`
  mutation CorrectEmployee($input: CorrectEmployeeInput!) { correctEmployee(input: $input) { id } }
`
export const CLOSE_DATA_ISSUE: TypedDocumentNode<{ closeDataIssue: { id: string } }, Input> = gql`
  mutation CloseDataIssue($input: CloseDataIssueInput!) { closeDataIssue(input: $input) { id } }
`
export const PLACE_EMPLOYEE: TypedDocumentNode<{ placeEmployee: { id: string } }, Input> = gql`
  mutation PlaceEmployee($input: PlaceEmployeeInput!) { placeEmployee(input: $input) { id } }
`
