import type { DocumentNode } from 'graphql'

/** The name of the one operation in a document. */
export function operationName({ definitions }: DocumentNode): string {
  const [first] = definitions
  return first && 'name' in first ? (first.name?.value ?? '') : ''
}
