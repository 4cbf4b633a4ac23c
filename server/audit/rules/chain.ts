import { createHash } from 'node:crypto'

/** One row of the audit trail as the chain sees it. `parts` are the hashed columns as text, in the order in which they are hashed. */
export type ChainRow = {
  readonly sequence: bigint
  readonly previousHash: string
  readonly hash: string
  readonly parts: readonly string[]
}

/** MISSING: no row has this number. UNLINKED: the row does not follow from the one before it. ALTERED: the row is not what was hashed. */
export type Fault = 'MISSING' | 'UNLINKED' | 'ALTERED'

export type Head = { readonly sequence: bigint; readonly hash: string }

/** Before the first row. */
export const origin: Head = { sequence: 0n, hash: '' }

/** What is wrong with the row that should follow `head`, and which number is broken; null when nothing is. */
export function faultOf(row: ChainRow, head: Head): { readonly sequence: bigint; readonly fault: Fault } | null {
  const next = head.sequence + 1n
  if (row.sequence !== next) return { sequence: next, fault: 'MISSING' }
  if (createHash('sha256').update(row.parts.join('\u001f')).digest('hex') !== row.hash)
    return { sequence: next, fault: 'ALTERED' }
  return row.previousHash === head.hash ? null : { sequence: next, fault: 'UNLINKED' }
}
