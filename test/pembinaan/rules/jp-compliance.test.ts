import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jpCompliance } from '../../../server/pembinaan/rules/jp-compliance.ts'
import { defaultJpSettings } from '../../../server/pembinaan/rules/settings.ts'
import { computeRule } from '../../../server/rules.ts'

describe('F10 answers the worked examples', () => {
  it('a duplicate and a poorly attended activity do not count', () => {
    const activities = [
      { id: 'a', jp: 8, cert: 'X1' },
      { id: 'b', jp: 8, cert: 'X1' },
      { id: 'c', minutes: 240 },
      { id: 'd', jp: 6, attendance: 70 },
      { id: 'e', jp: 6, cert: 'X2' },
    ]
    expect(computeRule('F10', { employmentType: 'PNS', activities })).toEqual({
      totalJp: 19.33,
      status: 'SHORT',
      gapJp: 0.67,
      rejected: [
        { id: 'b', reason: 'DUPLICATE' },
        { id: 'd', reason: 'ATTENDANCE' },
      ],
    })
  })

  it('twenty hours are enough for a PNS', () => {
    const activities = [{ id: 1, jp: 8 }, { id: 2, minutes: 240 }, { id: 3, jp: 7 }] // biome-ignore format: three activities
    expect(computeRule('F10', { employmentType: 'PNS', activities })).toEqual({
      totalJp: 20.33,
      status: 'COMPLIANT',
      gapJp: 0,
      rejected: [],
    })
  })

  it('a PPPK has a ceiling, and keeps what is above it', () => {
    const activities = [{ id: 1, jp: 16 }, { id: 2, jp: 10 }] // biome-ignore format: two activities
    expect(computeRule('F10', { employmentType: 'PPPK', activities })).toEqual({
      totalJp: 26,
      status: 'OVER_CEILING',
      gapJp: 2,
      rejected: [],
    })
  })
})

describe('F10 limits are exact', () => {
  it.each([
    ['PNS', 20, 'COMPLIANT', 0],
    ['PNS', 19.99, 'SHORT', 0.01],
    ['CPNS', 0, 'SHORT', 20],
    ['PPPK', 24, 'WITHIN_CEILING', 0],
    ['PPPK', 24.01, 'OVER_CEILING', 0.01],
    ['PPPK_PARUH_WAKTU', 0, 'WITHIN_CEILING', 0],
  ])('%s with %s JP is %s, gap %s', (employmentType, jp, status, gapJp) => {
    expect(computeRule('F10', { employmentType, activities: [{ id: 1, jp }] })).toMatchObject({ status, gapJp })
  })

  it('80 % attendance counts', () => {
    expect(computeRule('F10', { employmentType: 'PNS', activities: [{ id: 1, jp: 20, attendance: 80 }] })).toMatchObject({
      status: 'COMPLIANT',
    })
  })

  it('a region may set a minimum for PPPK', () => {
    const input = { employmentType: 'PPPK', activities: [{ id: 'a', jp: 10 }] } as const
    expect(jpCompliance(input, { ...defaultJpSettings, jpMinPppk: 12 })).toMatchObject({ status: 'SHORT', gapJp: 2 })
  })
})

describe('F10 rejects in a fixed order', () => {
  it('unverified before attendance before duplicate', () => {
    const activities = [
      { id: 1, jp: 5, cert: 'X' },
      { id: 2, jp: 5, cert: 'X', attendance: 10, verified: false },
      { id: 3, jp: 5, cert: 'X', attendance: 10 },
      { id: 4, jp: 5, cert: 'X' },
    ]
    expect(computeRule('F10', { employmentType: 'PNS', activities })).toMatchObject({
      totalJp: 5,
      rejected: [
        { id: 2, reason: 'UNVERIFIED' },
        { id: 3, reason: 'ATTENDANCE' },
        { id: 4, reason: 'DUPLICATE' },
      ],
    })
  })

  it('a rejected activity does not register its certificate', () => {
    const activities = [
      { id: 1, jp: 5, cert: 'X', attendance: 10 },
      { id: 2, jp: 6, cert: 'X' },
    ]
    expect(computeRule('F10', { employmentType: 'PNS', activities })).toMatchObject({
      totalJp: 6,
      rejected: [{ id: 1, reason: 'ATTENDANCE' }],
    })
  })

  it('activities without a certificate are never duplicates', () => {
    const activities = fc.array(
      fc.record({ id: fc.string(), jp: fc.integer({ min: 0, max: 40 }), cert: fc.constantFrom(null, '', undefined) }),
    )
    fc.assert(
      fc.property(activities, (list) => {
        const total = list.reduce((sum, { jp }) => sum + jp, 0)
        expect(jpCompliance({ employmentType: 'PNS', activities: list })).toMatchObject({ totalJp: total, rejected: [] })
      }),
    )
  })
})
