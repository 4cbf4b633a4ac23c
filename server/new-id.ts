import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

const idBytes = 16
// Random bytes come a thousand ids at a time: asked for one by one they would cost more than the rows of an import.
const pool = new Uint8Array(idBytes * 1_024)
let used = pool.length

/** An id for a new row (UUID version 7): later ids sort behind earlier ones, to the millisecond. */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const random = pool.subarray(used, used + idBytes)
  used += idBytes
  return v7({ random })
}
