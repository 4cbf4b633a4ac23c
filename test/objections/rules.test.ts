import { describe, expect, it } from 'vitest'
import { unreachableStates } from '../../server/moves.ts'
import { objectionMoves } from '../../server/objections/policy.ts'
import { decisionDueAt, hearUntil, isOverdue } from '../../server/objections/rules/clocks.ts'
import { rulingFault } from '../../server/objections/rules/decision.ts'
import { objectionStateWords } from '../../server/objections/rules/state-words.ts'

const settings = { objectionDecisionDays: 14, objectionHearingDays: 7 }
const none: ReadonlySet<string> = new Set()

describe('the table of moves', () => {
  it('leads to every state from the filing', () => {
    const all = Object.keys(objectionStateWords) as (keyof typeof objectionStateWords)[]
    expect(unreachableStates(objectionMoves, ['DIAJUKAN'], all)).toEqual([])
  })

  it('lets nothing follow a decision', () => {
    const from = Object.values(objectionMoves).flatMap((move) => move.from)
    expect(from).not.toContain('DIPUTUS')
    expect(from).not.toContain('TIDAK_DAPAT_DITERIMA')
  })
})

describe('the clocks', () => {
  it('end with the last instant of the last day in the city, and that instant still counts', () => {
    // Filed on Tuesday 10 February 2026 at 23:59:59.999 in WIB: day 14 is Tuesday the 24th.
    const dueAt = decisionDueAt(new Date('2026-02-10T16:59:59.999Z'), settings, none)
    expect(dueAt).toEqual(new Date('2026-02-24T16:59:59.999Z'))
    expect(isOverdue({ dueAt, decidedAt: null }, dueAt)).toBe(false)
    expect(isOverdue({ dueAt, decidedAt: null }, new Date(dueAt.getTime() + 1))).toBe(true)
    expect(isOverdue({ dueAt, decidedAt: dueAt }, new Date(dueAt.getTime() + 1))).toBe(false)
    // One millisecond later it is filed on the 11th.
    expect(decisionDueAt(new Date('2026-02-10T17:00:00Z'), settings, none)).toEqual(new Date('2026-02-25T16:59:59.999Z'))
  })

  it('move over closed days to the next open one, across the year', () => {
    // Filed on 18 December 2025: day 14 is New Year, day 15 a Friday.
    const closed = new Set(['2026-01-01'])
    expect(decisionDueAt(new Date('2025-12-18T03:00:00Z'), settings, closed)).toEqual(new Date('2026-01-02T16:59:59.999Z'))
    // Accepted on a Saturday: day 7 is a Saturday too, so the Monday after.
    expect(hearUntil(new Date('2026-02-07T03:00:00Z'), settings, none)).toEqual(new Date('2026-02-16T16:59:59.999Z'))
  })
})

describe('a ruling', () => {
  const delivered = { result: 'SESUAI', behaviour: 'SESUAI', isMisconduct: false } as const

  it('that rejects changes nothing', () => {
    expect(rulingFault(delivered, { decision: 'DITOLAK', result: null, behaviour: null })).toBeNull()
    expect(rulingFault(delivered, { decision: 'DITOLAK', result: 'DI_ATAS', behaviour: null })).toMatchObject({
      code: 'INVALID_INPUT',
      fields: { result: expect.anything() },
    })
  })

  it('that grants raises one level at least and lowers none', () => {
    const granted = (result: 'DI_ATAS' | 'SESUAI' | 'DI_BAWAH' | null, behaviour: 'DI_ATAS' | 'SESUAI' | 'DI_BAWAH' | null) =>
      rulingFault(delivered, { decision: 'DIKABULKAN', result, behaviour })
    expect(granted('DI_ATAS', 'SESUAI')).toBeNull()
    expect(granted('DI_ATAS', null)?.fields).toHaveProperty('behaviour')
    expect(granted('SESUAI', 'SESUAI')).not.toBeNull()
    expect(granted('DI_ATAS', 'DI_BAWAH')).not.toBeNull()
    expect(
      rulingFault({ ...delivered, result: null }, { decision: 'DIKABULKAN', result: 'SESUAI', behaviour: 'SESUAI' }),
    ).toBeNull()
  })

  it('does not lift what a disciplinary decision set', () => {
    const disciplined = { ...delivered, behaviour: 'DI_BAWAH', isMisconduct: true } as const
    expect(rulingFault(disciplined, { decision: 'DIKABULKAN', result: 'DI_ATAS', behaviour: 'SESUAI' })).not.toBeNull()
    expect(rulingFault(disciplined, { decision: 'DIKABULKAN', result: 'DI_ATAS', behaviour: 'DI_BAWAH' })).toBeNull()
  })
})
