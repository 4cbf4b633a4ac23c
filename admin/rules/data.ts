import { gql, type TypedDocumentNode } from '@apollo/client'

export type Rule = {
  id: string
  name: string
  title: string
  answers: string
  formula: string
  source: string
  isLocal: boolean
  localPart: string | null
  settings: { key: string; label: string; value: string; unit: string | null; isLocal: boolean }[]
  exampleInput: string
  exampleAnswer: string
}

export const RULES: TypedDocumentNode<{ rules: Rule[] }, Record<string, never>> = gql`
  query Rules {
    rules {
      id name title answers formula source isLocal localPart
      settings { key label value unit isLocal }
      exampleInput exampleAnswer
    }
  }
`

export const COMPUTE_RULE: TypedDocumentNode<{ computeRule: string }, { id: string; input: string }> = gql`
  query ComputeRule($id: String!, $input: String!) {
    computeRule(id: $id, input: $input)
  }
`
