import { gql, type TypedDocumentNode } from '@apollo/client'
import type { Action } from '../frame/command/action.ts'

export type DossierRow = {
  id: string
  code: string
  contentHash: string
  state: string
  createdAt: string
  revokedAt: string | null
  revokedReason: string | null
  downloadPath: string
  actions: Action[]
}

export const DOSSIERS: TypedDocumentNode<
  { appraisal: { id: string; documentActions: Action[]; dossiers: { totalCount: number; nodes: DossierRow[] } | null } },
  { id: string }
> = gql`
  query Dossiers($id: ID!) {
    appraisal(id: $id) {
      id documentActions { name enabled reason }
      dossiers(first: 20) {
        totalCount
        nodes { id code contentHash state createdAt revokedAt revokedReason downloadPath actions { name enabled reason } }
      }
    }
  }
`

export const PRINT_DOSSIER: TypedDocumentNode<{ printDossier: { id: string; downloadPath: string } }, { appraisalId: string }> =
  gql`
  mutation PrintDossier($appraisalId: ID!) { printDossier(appraisalId: $appraisalId) { id downloadPath } }
`

export const REVOKE_DOSSIER: TypedDocumentNode<{ revokeDossier: { id: string } }, { input: Record<string, unknown> }> = gql`
  mutation RevokeDossier($input: RevokeDossierInput!) { revokeDossier(input: $input) { id } }
`
