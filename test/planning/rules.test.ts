import { describe, expect, test } from 'vitest'
import type { SkpState } from '../../server/generated/prisma/client.ts'
import { unreachableStates } from '../../server/moves.ts'
import { skpMoves } from '../../server/planning/policy.ts'
import { dialogueGaps } from '../../server/planning/rules/dialogue.ts'
import { differencesOf } from '../../server/planning/rules/differences.ts'
import { faultsOf, isError } from '../../server/planning/rules/faults.ts'
import { feedbackGroup, isPastQuarter, quarterKey } from '../../server/planning/rules/feedback.ts'
import type { Plan, PlannedIki, PlannedRhk } from '../../server/planning/rules/plan.ts'
import { stretchFlag, stretchOf } from '../../server/planning/rules/stretch.ts'
import { isWholeWeight, spreadWeights } from '../../server/planning/rules/weights.ts'
import { skpStateWords } from '../../server/planning/rules/words.ts'

const iki = (changes: Partial<PlannedIki> = {}): PlannedIki => ({
  ...{
    id: 'i',
    number: 1,
    indicatorId: 'x',
    code: 'A-1',
    name: 'A',
    aspect: 'KUALITAS',
    polarity: 'MAXIMIZE',
    attribution: 'INDIVIDUAL',
  },
  ...{ counterIndicatorCode: null, isInForce: true, weight: '1', target: '80', targetMin: null, targetMax: null },
  ...{ tolerancePct: null, baseline: null, targetReason: null },
  ...changes,
})
const rhk = (number: number, changes: Partial<PlannedRhk> = {}): PlannedRhk => ({
  ...{
    id: `r${number}`,
    number,
    title: `Result ${number}`,
    kind: 'UTAMA',
    weight: '25',
    servesRhkId: 's',
    servedEmployeeId: 'boss',
  },
  ...{
    servedTitle: 'Above',
    cascade: 'DIRECT',
    assignmentLetter: null,
    isSelfExecuted: false,
    expectation: null,
    isInCircle: false,
  },
  ikis: [iki({ code: `A-${number}` })],
  ...changes,
})
const plan = (changes: Partial<Plan> = {}): Plan => ({
  ...{ id: 'p', employeeId: 'me', penilaiId: 'boss', approach: 'KUANTITATIF', leadsUnit: false, expectations: [] },
  rhks: [rhk(1), rhk(2), rhk(3), rhk(4)],
  appendices: (['DUKUNGAN_SUMBER_DAYA', 'SKEMA_PERTANGGUNGJAWABAN', 'KONSEKUENSI'] as const).map((kind) => ({ kind, text: 'x' })),
  ...changes,
})
const codes = (one: Plan) => faultsOf(one).map(({ code, field }) => `${code} ${field}`)
const day = (text: string) => new Date(`${text}T00:00:00Z`)

test('every state of a plan is reached from the draft', () => {
  expect(unreachableStates(skpMoves, ['DRAFT'], Object.keys(skpStateWords) as SkpState[])).toEqual([])
})

describe('faults of a plan', () => {
  test('a sound plan has none', () => {
    expect(codes(plan())).toEqual([])
  })

  test('weights may miss 100 by 0.01 and no more', () => {
    expect(isWholeWeight(['33.33', '33.33', '33.33'])).toBe(true)
    expect(isWholeWeight(['50', '50.01'])).toBe(true)
    expect(isWholeWeight(['50', '50.0101'])).toBe(false)
    expect(codes(plan({ rhks: [rhk(1, { weight: '24.98' }), rhk(2), rhk(3), rhk(4)] }))).toEqual(['WEIGHT_SUM rhk'])
  })

  test('all faults are told at once, each with the field that mends it', () => {
    const bad = plan({
      rhks: [
        rhk(1, { servesRhkId: null, servedEmployeeId: null, weight: '60' }),
        rhk(2, {
          isInCircle: true,
          servedEmployeeId: 'other',
          ikis: [iki({ target: '0' }), iki({ isInForce: false, weight: '0' })],
        }),
      ],
      appendices: [],
    })
    expect(codes(bad)).toEqual([
      'RHK_COUNT rhk',
      'WEIGHT_SUM rhk',
      'APPENDIX_MISSING appendices.DUKUNGAN_SUMBER_DAYA',
      'APPENDIX_MISSING appendices.SKEMA_PERTANGGUNGJAWABAN',
      'APPENDIX_MISSING appendices.KONSEKUENSI',
      'RHK_UNLINKED rhk.0.servesRhkId',
      'CASCADE_CYCLE rhk.1.servesRhkId',
      'LEVEL_SKIP rhk.1.servesRhkId',
      'TARGET_INVALID rhk.1.iki.0.target',
      'IKI_WEIGHT rhk.1.iki.1.weight',
      'INDICATOR_NOT_IN_FORCE rhk.1.iki.1.indicatorId',
    ])
  })

  test('somebody without a superior, an additional result and a letter need no link', () => {
    const loose = { servesRhkId: null, servedEmployeeId: null }
    expect(codes(plan({ penilaiId: null, rhks: [1, 2, 3, 4].map((one) => rhk(one, loose)) }))).toEqual([])
    const linked = [rhk(1, { ...loose, kind: 'TAMBAHAN' }), rhk(2, { ...loose, assignmentLetter: 'ST 1' }), rhk(3), rhk(4)]
    expect(codes(plan({ rhks: linked }))).toEqual([])
  })

  test('indicators of the unit carry at most 30 % of the weight, unless the person leads it', () => {
    const shared = rhk(1, { weight: '60', ikis: [iki({ attribution: 'UNIT' }), iki({ code: 'B' })] })
    const rest = [rhk(2, { weight: '20' }), rhk(3, { weight: '20' })]
    expect(codes(plan({ rhks: [shared, ...rest] }))).toEqual([])
    const more = [{ ...shared, weight: '61' }, rhk(2, { weight: '19' }), rhk(3, { weight: '20' })]
    expect(codes(plan({ rhks: more }))).toEqual(['UNIT_SHARE rhk'])
    expect(codes(plan({ rhks: more, leadsUnit: true }))).toEqual([])
  })

  test('a qualitative plan needs words instead of indicators', () => {
    const silent = [1, 2, 3, 4].map((one) => rhk(one, { ikis: [], expectation: one === 2 ? ' ' : 'Well done' }))
    expect(codes(plan({ approach: 'KUALITATIF', rhks: silent }))).toEqual(['EXPECTATION_MISSING rhk.1.expectation'])
    const found = faultsOf(plan({ rhks: silent })).map(({ code }) => code)
    expect(found[0]).toBe('NO_MEASURED_IKI')
  })

  test('an easy target asks for a reason, a hard one and a lonely indicator are warnings', () => {
    const easy = iki({ baseline: '90' })
    expect([stretchOf(easy)?.toFixed(4), stretchFlag(easy), stretchFlag({ ...easy, targetReason: 'Fewer staff' })]).toEqual([
      '0.8889',
      'SANDBAG',
      null,
    ])
    expect(stretchFlag(iki({ baseline: '50' }))).toBe('UNREALISTIC')
    expect(stretchFlag(iki({ baseline: '80' }))).toBeNull()
    expect(stretchFlag(iki({ polarity: 'MINIMIZE', target: '10', baseline: '8' }))).toBe('SANDBAG')
    const warned = faultsOf(
      plan({ rhks: [rhk(1, { ikis: [iki({ baseline: '90', counterIndicatorCode: 'Z-9' })] }), rhk(2), rhk(3), rhk(4)] }),
    )
    expect(warned.map(({ code }) => code)).toEqual(['COUNTER_MISSING', 'SANDBAG'])
    expect(warned.some(isError)).toBe(false)
  })
})

test('open weights share what is missing to 100, exactly', () => {
  expect(spreadWeights([null, null, null])).toEqual(['33.3333', '33.3333', '33.3334'])
  expect(spreadWeights(['40', null, null])).toEqual(['40', '30', '30'])
  expect(spreadWeights(['100', null])).toEqual(['100', '0'])
})

test('differences name what was changed, added and left out', () => {
  const before = plan({ rhks: [rhk(1), rhk(2, { ikis: [iki({ code: 'OLD', name: 'Old' })] })] })
  const after = plan({
    rhks: [rhk(1, { title: ' result  1', weight: '30.0', ikis: [iki({ code: 'A-1', target: '85' })] }), rhk(5, { ikis: [] })],
  })
  expect(
    differencesOf(before, after).map(({ result, indicator, what, before: old, after: now }) => [
      result,
      indicator,
      what.en,
      old,
      now,
    ]),
  ).toEqual([
    [' result  1', null, 'weight', '25', '30'],
    [' result  1', 'A-1', 'target', '80', '85'],
    ['Result 5', null, 'result', null, 'Result 5'],
    ['Result 2', null, 'result', 'Result 2', null],
  ])
})

test('a dialogue is missing at planning, in each quarter, and at the annual result', () => {
  const whole = { startsOn: day('2026-01-01'), endsOn: day('2026-12-31') }
  const gaps = (dialogues: Parameters<typeof dialogueGaps>[0]['dialogues'], today: string) =>
    dialogueGaps({ ...whole, dialogues }, day(today)).map(({ stage, quarter, isOverdue }) => [stage, quarter, isOverdue])
  expect(gaps([], '2026-01-31')).toEqual([
    ['PERENCANAAN', null, false],
    ['TRIWULAN', 1, false],
  ])
  expect(gaps([{ stage: 'PERENCANAAN', heldOn: day('2026-01-10') }], '2026-04-01')).toEqual([
    ['TRIWULAN', 1, true],
    ['TRIWULAN', 2, false],
  ])
  const held = ['2026-03-31', '2026-04-01', '2026-09-30', '2026-10-01'].map((text) => ({
    stage: 'TRIWULAN' as const,
    heldOn: day(text),
  }))
  expect(gaps([...held, { stage: 'PERENCANAAN', heldOn: day('2026-01-02') }], '2027-02-01')).toEqual([['TAHUNAN', null, true]])
})

test('who writes to whom decides the group, and quarters end at midnight', () => {
  const pair = {
    authorId: 'a',
    authorSuperiorId: 'b',
    rateeId: 'r',
    rateeSuperiorId: 'b',
    rateeSuperiorsSuperiorId: 'c',
    isSameUnit: false,
  }
  expect(feedbackGroup(pair)).toBe('REKAN')
  expect(feedbackGroup({ ...pair, authorId: 'b' })).toBe('PIMPINAN')
  expect(feedbackGroup({ ...pair, authorId: 'c' })).toBe('PIMPINAN')
  expect(feedbackGroup({ ...pair, rateeId: 'b', rateeSuperiorId: 'c' })).toBe('BAWAHAN')
  expect(feedbackGroup({ ...pair, authorSuperiorId: 'z' })).toBe('PIHAK_LAIN')
  expect(feedbackGroup({ ...pair, rateeId: 'a' })).toBeNull()
  expect([quarterKey(day('2026-03-31')), quarterKey(day('2026-04-01'))]).toEqual(['2026-TW1', '2026-TW2'])
  expect([isPastQuarter('2026-TW4', day('2026-12-31')), isPastQuarter('2026-TW4', day('2027-01-01'))]).toEqual([false, true])
})
