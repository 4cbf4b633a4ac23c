import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeRule } from '../../../server/rules.ts'
import { ikmFromAnswers } from '../../../server/surveys/rules/ikm.ts'

describe('F8 answers the worked examples', () => {
  it('five respondents', () => {
    const rows = ['433434433', '332433433', '343433323', '433444434', '332433332']
    expect(computeRule('F8', { answers: rows.map((row) => [...row].map(Number)) })).toEqual({
      nrr: [3.4, 3.2, 2.6, 4, 3.2, 3.4, 3.6, 2.8, 3],
      weight: 0.1111,
      ikm: 81.11,
      mutu: 'B',
    })
  })

  it('an unsur that nobody answered does not count', () => {
    expect(computeRule('F8', { answers: [[3, 3, 4, null], [4, 3, 4, null]] })).toEqual({ nrr: [3.5, 3, 4, null], weight: 0.3333, ikm: 87.5, mutu: 'B' }) // biome-ignore format: two respondents
  })

  it.each([
    [3.532, 88.3, 'B'],
    [3.5324, 88.31, 'A'],
    [3.0644, 76.61, 'B'],
    [3.064, 76.6, 'C'],
    [2.6, 65, 'C'],
    [2.5996, 64.99, 'D'],
    [1, 25, 'D'],
  ])('all means %s → %s %s', (mean, ikm, mutu) => {
    expect(computeRule('F8', { nrr: Array(9).fill(mean) })).toMatchObject({ ikm, mutu })
  })
})

describe('F8', () => {
  it('reaches 100, which a printed weight of 0.11 would not', () => {
    expect(computeRule('F8', { answers: [Array(9).fill(4)] })).toMatchObject({ ikm: 100, mutu: 'A' })
  })

  it('nothing answered is no index, not 25', () => {
    expect(computeRule('F8', { answers: [[null, null]] })).toEqual({ nrr: [null, null], weight: null, ikm: null, mutu: null })
    expect(computeRule('F8', { answers: [] })).toEqual({ nrr: [], weight: null, ikm: null, mutu: null })
  })

  it('a free service is left out, or counts as 4 where the tenant says so', () => {
    const answers = [[3, 3, 3, null, 3]]
    expect(ikmFromAnswers(answers)).toMatchObject({ ikm: 75, nrr: [3, 3, 3, null, 3] })
    expect(ikmFromAnswers(answers, { freeServiceU4: 'FOUR' })).toMatchObject({ ikm: 80, nrr: [3, 3, 3, 4, 3] })
  })

  it('stays within 25 and 100, and the order of respondents does not matter', () => {
    const answers = fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 4 })), { minLength: 9, maxLength: 9 }), {
      maxLength: 20,
    })
    fc.assert(
      fc.property(answers, (rows) => {
        const { ikm, nrr } = ikmFromAnswers(rows)
        expect(ikmFromAnswers(rows.toReversed())).toMatchObject({ ikm, nrr })
        if (ikm === null) return
        expect(ikm).toBeGreaterThanOrEqual(25)
        expect(ikm).toBeLessThanOrEqual(100)
      }),
    )
  })

  it('refuses rows of different length, and answers beside means', () => {
    expect(() => computeRule('F8', { answers: [[1, 2], [1]] })).toThrow('input of F8')
    expect(() => computeRule('F8', { answers: [[1]], nrr: [1] })).toThrow('input of F8')
    expect(() => computeRule('F8', {})).toThrow('input of F8')
  })
})

describe('F9 gives the published table', () => {
  it.each([
    [1, 1],
    [10, 10],
    [100, 80],
    [500, 217],
    [1_000, 278],
    [5_000, 357],
    [10_000, 370],
    [75_000, 382],
    [100_000, 384],
    [4_700_000, 384],
  ])('%i → %i', (population, size) => {
    expect(computeRule('F9', { population })).toBe(size)
  })
})
