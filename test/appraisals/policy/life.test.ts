import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LifeMove, lifeMoves, lifeVerdicts, mayMove } from '../../../server/appraisals/policy/life.ts'
import type { LifeFacts } from '../../../server/appraisals/policy/life-facts.ts'
import { appraisalStates } from '../../../server/appraisals/rules/state-words.ts'
import { type Actor, systemActor } from '../../../server/identity/policy.ts'
import { unreachableStates } from '../../../server/moves.ts'
import { actorWith } from '../../organization/small-city.ts'

const now = new Date('2026-02-10T05:00:00Z')
const facts: LifeFacts = {
  state: 'TERBUKA',
  isCurrent: true,
  system: 'LOKAL',
  employeeId: 'ratee',
  penilaiIds: ['penilai', 'acting'],
  superiorOfPenilaiId: 'superior',
  underUnitIds: ['ward', 'health', 'city'],
  isRateable: true,
  hasEnded: true,
  selfAssessUntil: new Date('2026-01-12T16:59:59.999Z'),
  unverified: 0,
  parts: [],
  hasOrgPredikat: true,
  objectionUntil: new Date('2026-02-20T16:59:59.999Z'),
  hasLeftAtOnce: true,
}

const person = (employeeId: string): Actor => actorWith({ employeeId })
const role = (name: 'ADMIN' | 'TIM_KINERJA' | 'INSPECTOR', unitId: string | null = null) =>
  actorWith({ grants: [{ role: name, unitId }] })
const actors = {
  ratee: person('ratee'),
  penilai: person('penilai'),
  acting: person('acting'),
  superior: person('superior'),
  tim: role('TIM_KINERJA'),
  timOfHealth: role('TIM_KINERJA', 'health'),
  timElsewhere: role('TIM_KINERJA', 'works'),
  pyb: role('ADMIN'),
  inspector: role('INSPECTOR'),
  colleague: person('colleague'),
  system: systemActor('test'),
} satisfies Record<string, Actor>

/** Who may make each move, all else being right. */
const allowed: Record<LifeMove, readonly (keyof typeof actors)[]> = {
  SELF_ASSESS: ['ratee'],
  VERIFY_EVIDENCE: ['penilai', 'acting'],
  RATE: ['penilai', 'acting'],
  RATE_PART: ['penilai'],
  MODERATE: ['tim', 'timOfHealth', 'pyb', 'system'],
  RETURN_TO_RATER: ['tim', 'timOfHealth', 'pyb', 'system'],
  SET: ['penilai', 'acting', 'pyb', 'system'],
  DELIVER: ['penilai', 'acting', 'pyb', 'system'],
  ACCEPT: ['ratee'],
  FINALISE: ['system'],
  OBJECT: ['ratee'],
  EXAMINE: ['superior'],
  DECIDE: ['superior'],
  EXPORT: ['tim', 'timOfHealth', 'pyb', 'system'],
  REOPEN: ['pyb', 'system'],
  CANCEL: ['tim', 'timOfHealth', 'pyb', 'system'],
}

const moves = Object.keys(lifeMoves) as LifeMove[]

function ready(move: LifeMove): LifeFacts {
  const [state = 'TERBUKA'] = lifeMoves[move].from
  const parts = move === 'RATE_PART' ? [{ penilaiIds: ['penilai'], isRated: false }] : []
  const objectionUntil = move === 'FINALISE' ? new Date('2026-02-09T16:59:59.999Z') : facts.objectionUntil
  return { ...facts, state, parts, objectionUntil }
}

describe('the life of an appraisal', () => {
  test('leads to every state, and out of every state but the last ones', () => {
    expect(unreachableStates(lifeMoves, ['TERBUKA'], appraisalStates)).toEqual([])
    const left = new Set(moves.flatMap((move) => [...lifeMoves[move].from]))
    expect(appraisalStates.filter((state) => !left.has(state))).toEqual(['BATAL'])
  })

  test.each(moves)('%s is open to exactly those whom the law names', (move) => {
    const may = Object.entries(actors).filter(([, actor]) => lifeVerdicts(actor, ready(move), now)[move] === true)
    expect(may.map(([name]) => name).sort()).toEqual([...allowed[move]].sort())
  })

  test.each(moves)('%s is refused in every other state', (move) => {
    const actor = actors[allowed[move][0] ?? 'system']
    for (const state of appraisalStates.filter((one) => !lifeMoves[move].from.includes(one))) {
      expect(lifeVerdicts(actor, { ...ready(move), state }, now)[move]).toMatchObject({
        code: expect.stringMatching(/^(WRONG_STATE|FINAL_IMMUTABLE)$/),
      })
    }
  })

  test('lets nobody act on their own rating, whatever role they hold', () => {
    const own: Actor = { ...actorWith({ employeeId: 'ratee', grants: [{ role: 'ADMIN', unitId: null }] }) }
    for (const move of moves.filter((one) => !allowed[one].includes('ratee') && one !== 'FINALISE')) {
      expect(lifeVerdicts(own, { ...ready(move), penilaiIds: ['ratee'], superiorOfPenilaiId: 'ratee' }, now)[move]).toMatchObject(
        {
          code: 'SELF_APPRAISAL',
        },
      )
    }
  })

  test('keeps teachers and principals for the national platform', () => {
    for (const move of moves.filter((one) => one !== 'FINALISE')) {
      const actor = actors[allowed[move][0] ?? 'system']
      expect(lifeVerdicts(actor, { ...ready(move), system: 'RUANG_GTK' }, now)[move]).toMatchObject({ code: 'IMPORT_ONLY' })
    }
  })

  test('never lets the penilai decide an objection to the own rating; without a superior above, the tim prepares and the PPK decides', () => {
    const alone = { ...facts, superiorOfPenilaiId: null }
    expect(lifeVerdicts(actors.tim, { ...alone, state: 'KEBERATAN' }, now).EXAMINE).toBe(true)
    expect(lifeVerdicts(actors.tim, { ...alone, state: 'PEMERIKSAAN' }, now).DECIDE).toMatchObject({ code: 'FORBIDDEN' })
    expect(lifeVerdicts(actors.pyb, { ...alone, state: 'PEMERIKSAAN' }, now).DECIDE).toBe(true)
    const both = { ...facts, state: 'PEMERIKSAAN', superiorOfPenilaiId: 'penilai' } as const
    expect(lifeVerdicts(actors.penilai, both, now).DECIDE).toMatchObject({ code: 'FORBIDDEN' })
  })

  test('answers an objection after the window with OBJECTION_LATE, at the very second', () => {
    const delivered = { ...facts, state: 'DISAMPAIKAN' } as const
    expect(lifeVerdicts(actors.ratee, delivered, new Date('2026-02-20T16:59:59Z')).OBJECT).toBe(true)
    expect(lifeVerdicts(actors.ratee, delivered, new Date('2026-02-20T17:00:00Z')).OBJECT).toMatchObject({
      code: 'OBJECTION_LATE',
    })
    expect(lifeVerdicts(actors.system, delivered, new Date('2026-02-20T16:59:59Z')).FINALISE).toMatchObject({
      code: 'WRONG_STATE',
    })
    expect(lifeVerdicts(actors.system, delivered, new Date('2026-02-20T17:00:00Z')).FINALISE).toBe(true)
  })

  test('rates nobody for days to come', () => {
    expect(lifeVerdicts(actors.penilai, { ...facts, hasEnded: false }, now).VERIFY_EVIDENCE).toMatchObject({
      code: 'WRONG_STATE',
    })
  })

  test('tells only the right person that another was first', () => {
    const read = { ...facts, state: 'BUKTI_DIVERIFIKASI', revision: 4 } as const
    expect(mayMove(actors.penilai, read, now, 'RATE', 3)).toMatchObject({ code: 'STALE_VERSION' })
    expect(mayMove(actors.colleague, read, now, 'RATE', 3)).toMatchObject({ code: 'NOT_PENILAI' })
    expect(mayMove(actors.penilai, read, now, 'RATE', 4)).toBe(true)
  })

  test('no sequence of moves by the rated person changes anything after the rating but to accept or to object', () => {
    const rated = appraisalStates.filter((state) => !['TERBUKA', 'PENILAIAN_DIRI', 'BUKTI_DIVERIFIKASI'].includes(state))
    fc.assert(
      fc.property(fc.constantFrom(...rated), fc.array(fc.constantFrom(...moves), { maxLength: 12 }), (start, tried) => {
        let state = start
        for (const move of tried) {
          if (lifeVerdicts(actors.ratee, { ...facts, state }, now)[move] !== true) continue
          expect(state).toBe('DISAMPAIKAN')
          expect(['ACCEPT', 'OBJECT']).toContain(move)
          state = lifeMoves[move].to
        }
      }),
    )
  })
})
