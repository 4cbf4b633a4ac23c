import { type DocumentNode, type FragmentDefinitionNode, GraphQLError, Kind, type SelectionSetNode, visit } from 'graphql'

/** Bounds of a document, whoever sends it. Tokens are counted by the parser; rows by the row budget. */
export const documentBounds = {
  tokens: 1_000,
  characters: 32_000,
  depth: 12,
  aliases: 15,
  directives: 10,
  /** Fields after all fragments are spread: what exponential fragments multiply. */
  fields: 1_000,
  /** Fields with fields below them that are selected again in the same place: each pair must be compared. */
  repetitions: 30,
  /** Characters of one text in a document or its variables. */
  text: 20_000,
} as const

/** The plumbing of a connection is no depth: `edges { node { … } }` and `nodes { … }` reach the same records. */
const plumbing = new Set(['edges', 'node', 'nodes'])

type Size = { readonly depth: number; readonly aliases: number; readonly fields: number }

const nothing: Size = { depth: 0, aliases: 0, fields: 0 }
const most = 1_000_000

export function limitError(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'LIMIT_EXCEEDED' } })
}

const judged = new WeakMap<DocumentNode, readonly GraphQLError[]>()

/**
 * What is too much in a document: depth, aliases and fields as they are after spreading the fragments, directives and texts as they are
 * written. To be asked before GraphQL's own rules, some of which take time that grows with the square of the repetitions. Each fragment is
 * measured once, so that a document of exponential fragments costs no more than its length; a known document costs nothing.
 */
export function documentFaults(document: DocumentNode): readonly GraphQLError[] {
  let faults = judged.get(document)
  if (!faults) {
    faults = complaints(document).map(limitError)
    judged.set(document, faults)
  }
  return faults
}

function complaints(document: DocumentNode): string[] {
  const found: string[] = []
  const measure = measurer(document, (name) => found.push(`Fragment "${name}" contains itself.`))
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  if (operations.length > 5) found.push('A document may hold 5 operations.')
  for (const { selectionSet } of operations) {
    const { depth, aliases, fields } = measure(selectionSet)
    if (depth > documentBounds.depth) found.push(`The document is ${depth} levels deep; ${documentBounds.depth} are allowed.`)
    if (aliases > documentBounds.aliases)
      found.push(`The document has ${aliases} aliases; ${documentBounds.aliases} are allowed.`)
    if (fields > documentBounds.fields) found.push(`The document selects more than ${documentBounds.fields} fields.`)
  }
  const repetitions = repetitionsIn(document)
  if (repetitions > documentBounds.repetitions) found.push(`The document selects fields again ${repetitions} times.`)
  let directives = 0
  visit(document, {
    enter(node) {
      if (node.kind === Kind.DIRECTIVE) directives += 1
      const fault = node.kind === Kind.STRING ? faultOfText(node.value) : undefined
      if (fault) found.push(fault)
    },
  })
  if (directives > documentBounds.directives) {
    found.push(`The document has ${directives} directives; ${documentBounds.directives} are allowed.`)
  }
  return found
}

export function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]))
}

function repetitionsIn(document: DocumentNode): number {
  const fragments = fragmentsOf(document)
  let repetitions = 0
  visit(document, {
    enter(node) {
      if (node.kind !== Kind.SELECTION_SET) return
      const names = new Set<string>()
      const open = [node]
      const spread = new Set<string>()
      for (let set = open.pop(); set; set = open.pop()) {
        for (const selection of set.selections) {
          if (selection.kind === Kind.INLINE_FRAGMENT) open.push(selection.selectionSet)
          else if (selection.kind === Kind.FRAGMENT_SPREAD) {
            const fragment = spread.has(selection.name.value) ? undefined : fragments.get(selection.name.value)
            spread.add(selection.name.value)
            if (fragment) open.push(fragment.selectionSet)
          } else if (selection.selectionSet) {
            const name = (selection.alias ?? selection.name).value
            if (names.has(name)) repetitions += 1
            names.add(name)
          }
        }
      }
    },
  })
  return repetitions
}

function measurer(document: DocumentNode, onCycle: (name: string) => void): (set: SelectionSetNode) => Size {
  const fragments = fragmentsOf(document)
  const measured = new Map<string, Size | 'OPEN'>()
  function ofFragment(name: string): Size {
    const known = measured.get(name)
    if (known === 'OPEN') {
      onCycle(name)
      return nothing
    }
    if (known) return known
    const fragment = fragments.get(name)
    if (!fragment) return nothing
    measured.set(name, 'OPEN')
    const size = ofSet(fragment.selectionSet)
    measured.set(name, size)
    return size
  }
  function ofSet({ selections }: SelectionSetNode): Size {
    let { depth, aliases, fields } = nothing
    for (const selection of selections) {
      let size: Size
      if (selection.kind === Kind.FRAGMENT_SPREAD) size = ofFragment(selection.name.value)
      else if (selection.kind === Kind.INLINE_FRAGMENT) size = ofSet(selection.selectionSet)
      else {
        const name = selection.name.value
        const below = selection.selectionSet ? ofSet(selection.selectionSet) : nothing
        size = {
          // How deep the schema may be described is bounded by GraphQL's own rule.
          depth: name.startsWith('__') ? 0 : below.depth + (plumbing.has(name) ? 0 : 1),
          aliases: below.aliases + (selection.alias ? 1 : 0),
          fields: below.fields + 1,
        }
      }
      depth = Math.max(depth, size.depth)
      aliases = Math.min(most, aliases + size.aliases)
      fields = Math.min(most, fields + size.fields)
    }
    return { depth, aliases, fields }
  }
  return ofSet
}

const control = /[\p{Cc}--[\n\r\t]]/v

function faultOfText(text: string): string | undefined {
  if (text.length > documentBounds.text) return `A text is longer than ${documentBounds.text} characters.`
  if (control.test(text) || !text.isWellFormed()) return 'A text holds a control character or half of a character.'
  return undefined
}

const pollution = new Set(['__proto__', 'constructor', 'prototype'])
const longestList = 1_000

/** What is wrong with the variables of a request as a whole, before any type is known; undefined when nothing is. */
export function faultOfVariables(variables: unknown): string | undefined {
  const open: unknown[] = [variables]
  while (open.length > 0) {
    const value = open.pop()
    if (typeof value === 'string') {
      const fault = faultOfText(value)
      if (fault) return fault
    } else if (Array.isArray(value)) {
      if (value.length > longestList) return `A list holds more than ${longestList} values.`
      open.push(...value)
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (pollution.has(key)) return `"${key}" is no name of a variable or field.`
        open.push(inner)
      }
    }
  }
  return undefined
}
