import { gql, type TypedDocumentNode } from '@apollo/client'
import type { Action } from '../command/action.ts'

export type ViewAudience = 'PRIVATE' | 'SHARED' | 'ROLE_DEFAULT'

/** A list as somebody set it up, under a name. */
export type SavedView = {
  id: string
  name: string
  search: string
  hiddenColumns: string[]
  isDense: boolean | null
  audience: ViewAudience
  role: string | null
  isMine: boolean
  ownerName: string
  actions: Action[]
}

const viewFields = 'id name search hiddenColumns isDense audience role isMine ownerName actions { name enabled reason }'

export const SAVED_VIEWS: TypedDocumentNode<{ savedViews: { nodes: SavedView[] } }, { resource: string }> = gql`
  query SavedViews($resource: String!) {
    savedViews(resource: $resource, first: 100) { nodes { ${viewFields} } }
  }
`

export type ViewContent = { name: string; search: string; hiddenColumns: string[]; isDense: boolean | null }

export const SAVE_VIEW: TypedDocumentNode<{ saveView: { id: string } }, { input: ViewContent & { resource: string } }> = gql`
  mutation SaveView($input: SaveViewInput!) { saveView(input: $input) { id } }
`

export const UPDATE_VIEW: TypedDocumentNode<{ updateView: { id: string } }, { input: Partial<ViewContent> & { id: string } }> =
  gql`
  mutation UpdateView($input: UpdateViewInput!) { updateView(input: $input) { id } }
`

export const SHARE_VIEW: TypedDocumentNode<
  { shareView: { id: string } },
  { input: { id: string; audience: ViewAudience; role: string | null } }
> = gql`
  mutation ShareView($input: ShareViewInput!) { shareView(input: $input) { id } }
`

export const DELETE_VIEW: TypedDocumentNode<{ deleteView: string }, { input: { id: string } }> = gql`
  mutation DeleteView($input: DeleteViewInput!) { deleteView(input: $input) }
`
