import { gql, type TypedDocumentNode } from '@apollo/client'

export type Found = {
  employees: { id: string; fullName: string; nip: string; positionTitle: string; unit: { name: string } }[]
  units: { id: string; code: string; name: string }[]
  indicators: { id: string; code: string; name: string }[]
}

export const SEARCH: TypedDocumentNode<{ search: Found }, { text: string }> = gql`
  query Search($text: String!) {
    search(text: $text) {
      employees { id fullName nip positionTitle unit { name } }
      units { id code name }
      indicators { id code name }
    }
  }
`
