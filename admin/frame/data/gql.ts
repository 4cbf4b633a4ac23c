import type { DocumentNode } from 'graphql'

type Part = string | { loc?: { source: { body: string } } }

/**
 * Takes the place of Apollo's `gql` in the built console: a document goes out as it is written, so no browser parses it. Of its tree there is
 * only what the console asks for, the kind and the name of its operation; the tests read every document with the real one.
 */
export function gql(texts: TemplateStringsArray, ...parts: readonly Part[]): DocumentNode {
  const body = texts.reduce((whole, text, index) => `${whole}${textOf(parts[index - 1] ?? '')}${text}`)
  const [, operation = 'query', value = ''] = /\b(query|mutation|subscription)\s+(\w+)/.exec(body) ?? []
  const definition = { kind: 'OperationDefinition', operation, name: { kind: 'Name', value } }
  return { kind: 'Document', definitions: [definition], loc: { source: { body } } } as unknown as DocumentNode
}

function textOf(part: Part): string {
  return typeof part === 'string' ? part : (part.loc?.source.body ?? '')
}
