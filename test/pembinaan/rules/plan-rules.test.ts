import { describe, expect, test } from 'vitest'
import { unreachableStates } from '../../../server/moves.ts'
import { improvementMoves } from '../../../server/pembinaan/policy/improvement.ts'
import { needMoves } from '../../../server/pembinaan/policy/needs.ts'
import { planMoves } from '../../../server/pembinaan/policy/plans.ts'
import { programmeMoves } from '../../../server/pembinaan/policy/programmes.ts'
import { ineligibleBecause } from '../../../server/pembinaan/rules/eligibility.ts'
import { fourFifths } from '../../../server/pembinaan/rules/four-fifths.ts'
import { hasImproved, monthsAfter } from '../../../server/pembinaan/rules/improvement.ts'
import { learningGain } from '../../../server/pembinaan/rules/learning-gain.ts'
import { gapNorm, needPriority, performanceGap, publicSignal } from '../../../server/pembinaan/rules/need-priority.ts'
import { type JudgedPlan, planFaults } from '../../../server/pembinaan/rules/plan-faults.ts'
import { requiredLevel } from '../../../server/pembinaan/rules/required-level.ts'
import { improvementWords, needWords, planWords, programmeWords } from '../../../server/pembinaan/rules/words.ts'

test('every state of plans, programmes, needs and improvement plans is reached', () => {
  const states = <State extends string>(words: Record<State, unknown>) => Object.keys(words) as State[]
  expect(unreachableStates(planMoves, ['DRAFT'], states(planWords))).toEqual([])
  expect(unreachableStates(programmeMoves, ['RENCANA'], states(programmeWords))).toEqual([])
  expect(unreachableStates(needMoves, ['DIUSULKAN'], states(needWords))).toEqual([])
  expect(unreachableStates(improvementMoves, ['DIBUKA'], states(improvementWords))).toEqual([])
})

describe('the checklist of a plan', () => {
  const complete: JudgedPlan = {
    problems: [{ hasEvidence: true }],
    indicators: [{ isPrimary: true, hasBaseline: true }],
    stakeholders: (['KEPALA_DINAS', 'PEGAWAI', 'MASYARAKAT'] as const).map((kind) => ({ kind, isConsulted: true })),
    consultationReason: null,
    ceiling: '100',
    budget: ['60', '40'],
    programmes: [{ id: '1', name: 'P', design: 'ACAK' }],
    teams: 1,
  }
  const codes = (change: Partial<JudgedPlan>) =>
    planFaults({ ...complete, ...change }).map(({ code, field }) => `${code} ${field}`)

  test('finds nothing in a complete plan, up to the last rupiah of its ceiling', () => {
    expect(codes({})).toEqual([])
    expect(codes({ budget: ['60', '40.01'] })).toEqual(['PAGU_EXCEEDED budgetLines'])
  })
  test('names each missing piece and the place that mends it', () => {
    expect(codes({ problems: [{ hasEvidence: true }, { hasEvidence: false }] })).toEqual(['PROBLEM_WITHOUT_EVIDENCE problems.1'])
    expect(codes({ indicators: [{ isPrimary: false, hasBaseline: false }] })).toEqual([
      'OUTCOME_WITHOUT_BASELINE indicators.0.baseline',
      'PRIMARY_OUTCOME_MISSING indicators',
    ])
    expect(codes({ programmes: [{ id: '1', name: 'P', design: null }], teams: 0 })).toEqual([
      'DESIGN_REQUIRED design',
      'TEAM_MISSING monitoringTeam',
    ])
  })
  test('accepts a reason in place of a consultation', () => {
    const stakeholders = [{ kind: 'PEGAWAI' as const, isConsulted: true }]
    expect(codes({ stakeholders })).toEqual(['STAKEHOLDERS_NOT_HEARD stakeholders'])
    expect(codes({ stakeholders, consultationReason: 'Keadaan darurat bencana.' })).toEqual([])
  })
})

test('the priority of a need weighs its four sources (LOCAL)', () => {
  expect(
    gapNorm([
      { required: 3, actual: 2 },
      { required: 3, actual: 4 },
    ]),
  ).toBe(0.1667)
  expect(
    performanceGap([
      { weight: '60', isBelow: true },
      { weight: '40', isBelow: false },
    ]),
  ).toBe(0.6)
  expect([publicSignal('72'), publicSignal('115'), publicSignal(null)]).toEqual([0.28, 0, 0])
  expect(needPriority({ gapNorm: 0.1667, performanceGap: 0.6, publicSignal: 0.28, strategic: 1 }).priority).toBe(0.4027)
})

test('the narrowest standard decides the level that a post asks for', () => {
  const of = (positionLevel: string | null, positionTitle: string | null, level: number) => ({
    positionKind: 'FUNGSIONAL' as const,
    positionLevel,
    positionTitle,
    level,
  })
  const standards = [of(null, null, 2), of('AHLI_MUDA', null, 3), of(null, 'Perawat', 4)]
  const post = { positionKind: 'FUNGSIONAL', positionLevel: 'AHLI_MUDA', positionTitle: 'Dokter' } as const
  expect(requiredLevel(standards, post)).toBe(3)
  expect(requiredLevel(standards, { ...post, positionTitle: 'Perawat' })).toBe(4)
  expect(requiredLevel(standards, { ...post, positionKind: 'PELAKSANA' })).toBeNull()
})

test('the four-fifths screen asks about groups of ten and more that were chosen far less often', () => {
  const people = (sex: string, count: number, selected: number) =>
    Array.from({ length: count }, (_, index) => ({
      isSelected: index < selected,
      SEX: sex,
      EMPLOYMENT_TYPE: null,
      GOLONGAN: null,
      UNIT: null,
    }))
  const flagged = (women: number) =>
    fourFifths([...people('FEMALE', 10, women), ...people('MALE', 10, 10), ...people('OTHER', 3, 0)])
      .filter(({ isFlagged }) => isFlagged)
      .map(({ group }) => group)
  expect(flagged(8)).toEqual([])
  expect(flagged(7)).toEqual(['FEMALE'])
})

test('eligibility says why', () => {
  const rule = { eligibleKinds: ['PELAKSANA' as const], eligibleTypes: [], eligibleUnitIds: ['u'] }
  const person = { positionKind: 'PELAKSANA', employmentType: 'PNS', underUnitIds: ['u'], isServing: true } as const
  expect(ineligibleBecause(rule, person)).toBeNull()
  expect(ineligibleBecause(rule, { ...person, positionKind: null })?.en).toContain('kind of position')
  expect(ineligibleBecause(rule, { ...person, underUnitIds: ['v'] })?.en).toContain('unit')
})

test('the normalised gain is undefined for a full score before (H, domain D8)', () => {
  expect(
    learningGain([
      { pre: 50, post: 75 },
      { pre: 100, post: 100 },
    ]),
  ).toEqual({ n: 2, undefined: 1, meanGain: 0.5 })
  expect(learningGain([])).toEqual({ n: 0, undefined: 0, meanGain: null })
})

test('somebody improved after two looks back in a row as expected, and six months end on the same day of the month', () => {
  const looks = (...levels: ('SESUAI' | 'DI_BAWAH' | null)[]) => levels.map((level, index) => ({ day: 60 * (index + 1), level }))
  expect(hasImproved(looks('SESUAI', 'DI_BAWAH', 'SESUAI'))).toBe(false)
  expect(hasImproved(looks('DI_BAWAH', 'SESUAI', 'SESUAI'))).toBe(true)
  expect(monthsAfter(new Date('2026-08-31T00:00:00Z'), 6).toISOString().slice(0, 10)).toBe('2027-02-28')
})
