import { describe, expect, test } from 'vitest'
import { type Rating, ratingFault, type Suggestion, withoutIdleOverrides } from '../../../server/appraisals/rules/rating.ts'

const long = 'x'.repeat(30)
const clear: Suggestion = {
  result: 'SESUAI',
  resultAmbiguous: false,
  behaviour: 'SESUAI',
  behaviourAmbiguous: false,
  isMisconduct: false,
}
const rating: Rating = {
  result: 'SESUAI',
  behaviour: 'SESUAI',
  resultOverride: null,
  behaviourOverride: null,
  qualitativeBasis: null,
}
const fault = (suggestion: Partial<Suggestion>, given: Partial<Rating> = {}) =>
  ratingFault({ ...clear, ...suggestion }, { ...rating, ...given })

describe('a rating', () => {
  test('that follows a clear suggestion needs no words', () => expect(fault({})).toBeNull())

  test('that departs needs a category and thirty characters, on each axis', () => {
    expect(fault({}, { result: 'DI_ATAS', behaviour: 'DI_ATAS' })).toMatchObject({
      code: 'REASON_REQUIRED',
      fields: { resultOverride: {}, behaviourOverride: {} },
    })
    const override = (reason: string) => ({ result: 'DI_ATAS', resultOverride: { category: 'LAINNYA', reason } }) as const
    expect(fault({}, override(`${'x'.repeat(29)}   `))?.fields).toHaveProperty(['resultOverride.reason'])
    expect(fault({}, override(long))).toBeNull()
  })

  test('that follows an ambiguous suggestion states its basis; one that departs says why instead', () => {
    expect(fault({ resultAmbiguous: true })).toMatchObject({ code: 'REASON_REQUIRED', fields: { qualitativeBasis: {} } })
    expect(fault({ behaviourAmbiguous: true }, { qualitativeBasis: long })).toBeNull()
    expect(
      fault({ resultAmbiguous: true }, { result: 'DI_ATAS', resultOverride: { category: 'LAINNYA', reason: long } }),
    ).toBeNull()
  })

  test('without a suggestion rests on a stated basis alone', () => {
    expect(fault({ result: null })).toMatchObject({ code: 'INSUFFICIENT_DATA', fields: { qualitativeBasis: {} } })
    expect(fault({ behaviour: null }, { qualitativeBasis: 'short' })).toMatchObject({ code: 'INSUFFICIENT_DATA' })
    expect(fault({ result: null, behaviour: null }, { qualitativeBasis: long })).toBeNull()
  })

  test('never overrides misconduct', () => {
    const misconduct = { isMisconduct: true, behaviour: 'DI_BAWAH' } as const
    expect(fault(misconduct, { behaviourOverride: { category: 'LAINNYA', reason: long } })).toMatchObject({
      code: 'INVALID_INPUT',
    })
    expect(fault(misconduct, { behaviour: 'DI_BAWAH' })).toBeNull()
  })

  test('keeps no reason for a departure that is none', () => {
    const idle = { ...rating, resultOverride: { category: 'LAINNYA', reason: long } }
    expect(withoutIdleOverrides(clear, idle).resultOverride).toBeNull()
    expect(withoutIdleOverrides({ ...clear, result: 'DI_ATAS' }, idle).resultOverride).toEqual(idle.resultOverride)
  })
})
