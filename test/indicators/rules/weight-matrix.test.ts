import { describe, expect, test } from 'vitest'
import {
  type WeighedIndicator,
  type WeighedVersion,
  weightMatrix,
  withWeight,
} from '../../../server/indicators/rules/weight-matrix.ts'

const version = (weights: Record<string, string>, attribution: WeighedVersion['attribution'] = 'INDIVIDUAL') => ({
  attribution,
  familyWeights: Object.entries(weights).map(([family, weight]) => ({ family, weight, weightMin: null, weightMax: null })),
})

const indicator = (code: string, active: WeighedVersion | null, draft: WeighedIndicator['draft'] = null): WeighedIndicator => ({
  indicatorId: code,
  code,
  name: code,
  active,
  draft,
})

const shown = (indicators: WeighedIndicator[]) =>
  weightMatrix(indicators).map(({ family, total, draftTotal, unitShare, isComplete, isUnitHeavy }) => ({
    family,
    total: total.toNumber(),
    draftTotal: draftTotal.toNumber(),
    unitShare,
    isComplete,
    isUnitHeavy,
  }))

describe('the weights of the position families', () => {
  test('add up exactly, and 100 within a hundredth is complete', () => {
    const thirds = ['A', 'B', 'C'].map((code) => indicator(code, version({ GURU: '33.3333' })))
    expect(shown(thirds)).toMatchObject([{ family: 'GURU', total: 99.9999, isComplete: true }])
    expect(shown([indicator('A', version({ GURU: '99.98' }))])).toMatchObject([{ isComplete: false }])
  })

  test('show what the open drafts would make of them beside what is in force', () => {
    const matrix = [
      indicator('A', version({ GURU: '60' }), { ...version({ GURU: '40', BIDAN: '10' }), isSubmitted: false }),
      indicator('B', version({ GURU: '40' }), { ...version({}), isSubmitted: true }),
    ]
    expect(shown(matrix)).toMatchObject([
      { family: 'BIDAN', total: 0, draftTotal: 10 },
      { family: 'GURU', total: 100, draftTotal: 40 },
    ])
    const [, guru] = weightMatrix(matrix)
    expect(
      guru?.cells.map(({ code, weight, draftWeight, draftState }) => [
        code,
        weight?.toNumber(),
        draftWeight?.toNumber(),
        draftState,
      ]),
    ).toEqual([
      ['A', 60, 40, 'DRAFT'],
      ['B', 40, undefined, 'REVIU'],
    ])
  })

  test('name a family in which the unit carries more than 30 per cent', () => {
    const family = (share: string) =>
      shown([indicator('U', version({ GURU: share }, 'UNIT')), indicator('I', version({ GURU: String(100 - Number(share)) }))])[0]
    expect(family('30')).toMatchObject({ unitShare: 30, isUnitHeavy: false })
    expect(family('30.0001')).toMatchObject({ unitShare: 30, isUnitHeavy: true })
  })
})

describe('another weight for a family', () => {
  const weights = [{ family: 'GURU', weight: '20', weightMin: '15', weightMax: '25' }]
  const text = (changed: ReturnType<typeof withWeight>) =>
    changed.map(({ family, weight, weightMin, weightMax }) => [family, String(weight), String(weightMin), String(weightMax)])

  test('widens a range that would not hold it', () => {
    expect(text(withWeight(weights, 'GURU', '30'))).toEqual([['GURU', '30', '15', '30']])
    expect(text(withWeight(weights, 'GURU', '10'))).toEqual([['GURU', '10', '10', '25']])
    expect(text(withWeight(weights, 'GURU', '22'))).toEqual([['GURU', '22', '15', '25']])
  })

  test('adds a family, and takes one out', () => {
    expect(text(withWeight(weights, 'BIDAN', '5'))).toEqual([
      ['GURU', '20', '15', '25'],
      ['BIDAN', '5', 'null', 'null'],
    ])
    expect(withWeight(weights, 'GURU', null)).toEqual([])
  })
})
