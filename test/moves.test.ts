import { describe, expect, test } from 'vitest'
import { anonymous, refuse, systemActor } from '../server/identity/policy.ts'
import { type Moves, unreachableStates, verdictsOf } from '../server/moves.ts'

type State = 'DRAFT' | 'SENT' | 'DONE'
const words = {
  DRAFT: { id: 'rancangan', en: 'draft' },
  SENT: { id: 'terkirim', en: 'sent' },
  DONE: { id: 'selesai', en: 'done' },
} satisfies Record<State, object>

const nobody = refuse('FORBIDDEN', 'Bukan Anda.', 'Not you.')
const empty = refuse('INVALID_INPUT', 'Masih kosong.', 'Still empty.')
const moves: Moves<'SEND' | 'FINISH', State, { state: State; isEmpty: boolean }> = {
  SEND: {
    from: ['DRAFT'],
    to: 'SENT',
    who: ({ kind }) => kind === 'SYSTEM' || nobody,
    when: ({ isEmpty }) => !isEmpty || empty,
  },
  FINISH: { from: ['DRAFT', 'SENT'], to: 'DONE', who: () => true },
}
const now = new Date('2026-01-05T00:00:00Z')
const verdicts = (state: State, isEmpty = false, actor = systemActor('test')) =>
  verdictsOf(moves, words, actor, { state, isEmpty }, now)

describe('moves', () => {
  test('are allowed to the right person in the right state', () => {
    expect(verdicts('DRAFT')).toEqual({ SEND: true, FINISH: true })
  })

  test('tell the wrong person nothing of the state', () => {
    expect(verdicts('SENT', true, anonymous).SEND).toBe(nobody)
  })

  test('name the states that would be right', () => {
    expect(verdicts('DONE').FINISH).toEqual({
      code: 'WRONG_STATE',
      reason: {
        id: 'Statusnya “selesai”; langkah ini hanya dapat dilakukan saat “rancangan” atau “terkirim”.',
        en: 'Its state is “done”; this step is possible only in “draft” or “sent”.',
      },
    })
  })

  test('ask for the condition last', () => {
    expect(verdicts('DRAFT', true).SEND).toBe(empty)
    expect(verdicts('DONE', true).SEND).toMatchObject({ code: 'WRONG_STATE' })
  })

  test('a state that nothing leads to is found', () => {
    expect(unreachableStates(moves, ['DRAFT'], ['DRAFT', 'SENT', 'DONE'])).toEqual([])
    expect(unreachableStates({ FINISH: moves.FINISH }, ['DRAFT'], ['DRAFT', 'SENT', 'DONE'])).toEqual(['SENT'])
  })
})
