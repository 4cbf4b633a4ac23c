import { describe, expect, it } from 'vitest'
import { nipWarnings, parseNip } from '../../../server/organization/rules/nip.ts'
import { computeRule } from '../../../server/rules.ts'

const today = '2025-12-31'

describe('F16 answers the worked examples', () => {
  it('reads a PNS', () => {
    expect(computeRule('F16', { nip: '198802172015051001', today })).toEqual({
      valid: true,
      type: 'PNS',
      birthDate: '1988-02-17',
      appointmentYear: 2015,
      tmtMonth: 5,
      contractCode: null,
      sex: 'M',
      serial: '001',
      errors: [],
    })
  })

  it('reads a PPPK', () => {
    expect(computeRule('F16', { nip: '199103142025242007', today })).toEqual({
      valid: true,
      type: 'PPPK',
      birthDate: '1991-03-14',
      appointmentYear: 2025,
      tmtMonth: null,
      contractCode: 24,
      sex: 'F',
      serial: '007',
      errors: [],
    })
  })

  it.each([
    ['198813172015051001', ['BIRTH_DATE']],
    ['198802172015151001', ['TMT_OR_CONTRACT_CODE']],
    ['200503152021012001', ['AGE_AT_APPOINTMENT']],
    ['199001012018211001', ['PPPK_YEAR']],
  ])('%s → %j', (nip, errors) => {
    expect(computeRule('F16', { nip, today })).toMatchObject({ valid: false, errors })
  })
})

describe('F16 reports every fault', () => {
  it.each([
    ['', ['FORMAT']],
    ['19880217201505100', ['FORMAT']],
    ['1988021720150510012', ['FORMAT']],
    ['19880217201505100A', ['FORMAT']],
    ['198802172015051000', ['SERIAL']],
    ['198802172015053001', ['SEX']],
    ['198802172015050001', ['SEX']],
    ['198802172015001001', ['TMT_OR_CONTRACT_CODE']],
    ['198802172015201001', ['TMT_OR_CONTRACT_CODE']],
    ['198802172027011001', ['TMT_FUTURE']],
    ['198802292015051001', []],
    ['198902292015051001', ['BIRTH_DATE']],
    ['190002292015051001', ['BIRTH_DATE']],
    ['198804312015051001', ['BIRTH_DATE']],
    ['198800172015051001', ['BIRTH_DATE']],
    ['198802002015051001', ['BIRTH_DATE']],
    ['198813172030133000', ['BIRTH_DATE', 'TMT_OR_CONTRACT_CODE', 'SEX', 'SERIAL', 'TMT_FUTURE']],
    ['200503152018219000', ['SEX', 'SERIAL', 'PPPK_YEAR', 'AGE_AT_APPOINTMENT']],
  ])('%s → %j', (nip, errors) => {
    expect(parseNip(nip, today).errors).toEqual(errors)
  })
})

describe('F16 limits', () => {
  it('next year may already be written, the year after may not', () => {
    expect(parseNip('198802172026011001', today).errors).toEqual([])
    expect(parseNip('198802172026011001', '2024-06-01').errors).toEqual(['TMT_FUTURE'])
  })

  it('seventeen years to the month is old enough; a PPPK counts in December', () => {
    expect(parseNip('200005312017051001', today).errors).toEqual([])
    expect(parseNip('200006012017051001', today).errors).toEqual(['AGE_AT_APPOINTMENT'])
    expect(parseNip('200412312021211001', today).errors).toEqual([])
    expect(parseNip('200501012021211001', today).errors).toEqual(['AGE_AT_APPOINTMENT'])
  })

  it('a part that is wrong is null, the others are still read', () => {
    expect(parseNip('198813172015051001', today)).toMatchObject({ birthDate: null, type: 'PNS', appointmentYear: 2015, sex: 'M' })
    expect(parseNip('12', today)).toEqual({
      valid: false,
      type: null,
      birthDate: null,
      appointmentYear: null,
      tmtMonth: null,
      contractCode: null,
      sex: null,
      serial: null,
      errors: ['FORMAT'],
    })
  })

  it.each(['19880217 201505 1 001', '19880217.201505.1.001', "'198802172015051001", '\u00a0198802172015051001\u00a0'])(
    'reads %j',
    (nip) => {
      expect(parseNip(nip, today).valid).toBe(true)
    },
  )
})

describe('appointment after forty', () => {
  it('is a warning from the month after the birthday on', () => {
    expect(nipWarnings(parseNip('197505012015051001', today))).toEqual([])
    expect(nipWarnings(parseNip('197504302015051001', today))).toEqual(['AGE_OVER_40'])
    expect(nipWarnings(parseNip('198412012024211001', today))).toEqual([])
    expect(nipWarnings(parseNip('198411302024211001', today))).toEqual(['AGE_OVER_40'])
  })

  it('is not guessed from digits that cannot be read', () => {
    expect(nipWarnings(parseNip('197513302015051001', today))).toEqual([])
  })
})
