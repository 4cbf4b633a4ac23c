import { HttpError } from 'ra-core'
import { expect, test } from 'vitest'
import { createAttempt, randomKey } from '../../admin/frame/data/attempt.ts'
import { isOutcomeUnknown } from '../../admin/frame/data/write.ts'
import { draftKey, dropDraft, readDraft, type Shelf, withoutSecrets, writeDraft } from '../../admin/frame/draft/drafts.ts'

function shelf(): Shelf & { items: Map<string, string> } {
  const items = new Map<string, string>()
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }
}

const now = new Date('2026-08-14T03:00:00Z')
const key = draftKey('user_1', '/indicators/indicator_1', 'SaveDraft')

test('a draft is found again by the same person, address and form, with its time', () => {
  const place = shelf()
  writeDraft(place, key, { name: 'Panjang' }, now)
  expect(readDraft(place, key, now)).toEqual({ value: { name: 'Panjang' }, at: now.toISOString() })
  for (const other of [
    draftKey('user_2', '/indicators/indicator_1', 'SaveDraft'),
    draftKey('user_1', '/indicators/indicator_2', 'SaveDraft'),
    draftKey('user_1', '/indicators/indicator_1', 'Reject'),
  ]) {
    expect(readDraft(place, other, now)).toBeNull()
  }
  dropDraft(place, key)
  expect(place.items.size).toBe(0)
})

test('a draft is forgotten after 14 days, when it is too long, and by signing out', () => {
  const place = shelf()
  writeDraft(place, key, 'x', now)
  expect(readDraft(place, key, new Date('2026-08-28T03:00:00Z'))).not.toBeNull()
  expect(readDraft(place, key, new Date('2026-08-28T03:00:01Z'))).toBeNull()
  expect(place.items.size).toBe(0)
  writeDraft(place, key, 'x'.repeat(200_001), now)
  expect(place.items.size).toBe(0)
  // The store of the console empties what lies below this prefix.
  expect(key.startsWith('RaStoretera.')).toBe(true)
})

test('a forbidden or broken storage costs the draft and nothing else', () => {
  const broken: Shelf = {
    getItem: () => 'no JSON',
    setItem: () => {
      throw new Error('full')
    },
    removeItem: () => {
      throw new Error('forbidden')
    },
  }
  writeDraft(broken, key, 'x', now)
  dropDraft(broken, key)
  expect(readDraft(broken, key, now)).toBeNull()
  expect(readDraft(null, key, now)).toBeNull()
})

test('passwords and tokens never lie in the storage of a browser', () => {
  expect(withoutSecrets({ name: 'a', password: 'b', newPassword: 'c', tokenSecret: 'd' })).toEqual({ name: 'a' })
})

test('sent again after a cut line a command keeps its key; after an answer, or changed, it is a new one', () => {
  let count = 0
  const attempt = createAttempt(() => `key ${++count}`)
  expect(attempt.keyFor({ input: { id: 1 } })).toBe('key 1')
  attempt.settle(false)
  expect(attempt.keyFor({ input: { id: 1 } })).toBe('key 1')
  attempt.settle(false)
  expect(attempt.keyFor({ input: { id: 2 } })).toBe('key 2')
  attempt.settle(true)
  expect(attempt.keyFor({ input: { id: 2 } })).toBe('key 3')
})

test('the outcome is unknown when the line was cut or the session ended, and known when the server refused', () => {
  const failed = (code: string) => isOutcomeUnknown(new HttpError('', 500, { code, fields: [], errors: {} }))
  expect(['UNAVAILABLE', 'UNAUTHENTICATED', 'INTERNAL'].map(failed)).toEqual([true, true, true])
  expect(['INVALID_INPUT', 'CONFLICT', 'WRONG_STATE', 'FORBIDDEN'].map(failed)).toEqual([false, false, false, false])
})

test('keys are UUIDs of version 4', () => {
  expect(randomKey()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(randomKey()).not.toBe(randomKey())
})
