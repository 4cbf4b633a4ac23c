import { describe, expect, it } from 'vitest'
import { improvementTrigger, type TriggeringResult } from '../../server/appraisals/rules/improvement-trigger.ts'
import { citationOf } from '../../server/recognition/rules/citation.ts'
import { creditNeeds, creditProgress, creditRows } from '../../server/recognition/rules/credits.ts'
import { type PromotionFacts, promotionOf } from '../../server/recognition/rules/promotion.ts'
import { shrinkMeans } from '../../server/recognition/rules/shrunk-means.ts'
import { placeTalent } from '../../server/recognition/rules/talent.ts'

describe('angka kredit', () => {
  it('needs four years of the coefficient for a rank, as PermenPANRB 1/2023 has it', () => {
    expect(Object.entries(creditNeeds).map(([jenjang, { rank, promotion }]) => [jenjang, rank, promotion])).toEqual([
      ['PEMULA', 15, 15],
      ['TERAMPIL', 20, 60],
      ['MAHIR', 50, 100],
      ['PENYELIA', 100, null],
      ['AHLI_PERTAMA', 50, 100],
      ['AHLI_MUDA', 100, 200],
      ['AHLI_MADYA', 150, 450],
      ['AHLI_UTAMA', 200, null],
    ])
  })

  it('counts months for the jenjang in which they were served, and nothing outside functional posts', () => {
    const stretch = (startsOn: string, endsOn: string, level: string | null) => ({ startsOn, endsOn, level })
    expect(creditRows([stretch('2025-01-01', '2025-12-31', 'Ahli Muda')])).toEqual([{ jenjang: 'AHLI_MUDA', months: 12 }])
    expect(
      creditRows([
        stretch('2025-01-01', '2025-05-14', 'Ahli Pertama'),
        stretch('2025-05-15', '2025-08-31', 'Ahli Muda'),
        stretch('2025-09-01', '2025-12-31', 'III.a'),
      ]),
    ).toEqual([
      { jenjang: 'AHLI_PERTAMA', months: 4 },
      { jenjang: 'AHLI_MUDA', months: 4 },
    ])
    expect(creditRows([stretch('2025-12-25', '2025-12-31', 'Ahli Muda')])).toEqual([])
  })

  it('adds rounded rows, tells provisional ones apart, and begins anew for the rank at its TMT', () => {
    const row = (credit: string, endsOn: string, isProvisional = false, jenjang = 'AHLI_PERTAMA') => ({
      jenjang,
      credit,
      endsOn,
      isProvisional,
    })
    const rows = [
      row('12.50', '2023-12-31'),
      row('18.75', '2024-12-31'),
      row('2.08', '2025-02-28'),
      row('18.75', '2025-12-31', true),
      row('5.00', '2022-12-31', false, 'TERAMPIL'),
    ]
    expect(creditProgress('AHLI_PERTAMA', rows, '2024-04-01')).toEqual({
      jenjang: 'AHLI_PERTAMA',
      nextJenjang: 'AHLI_MUDA',
      total: 33.33,
      provisional: 18.75,
      goals: [
        { kind: 'RANK', need: 50, have: 20.83, missing: 29.17, isMet: false },
        { kind: 'JENJANG', need: 100, have: 33.33, missing: 66.67, isMet: false },
      ],
    })
    expect(creditProgress('PENYELIA', [], null).goals.map(({ kind }) => kind)).toEqual(['RANK'])
  })
})

describe('talent boxes', () => {
  const settings = { talentPerformance: 'PREDIKAT', talentHighScore: 80, talentMidScore: 60 } as const
  const at = (score: string) => ({ score, potential: 'RENDAH' as const })

  it('read the score by the cut-offs, and the written level where there is no score', () => {
    const result = { predikat: 'SANGAT_BAIK', result: 'SESUAI' } as const
    expect(placeTalent(result, at('80'), settings)).toMatchObject({ box: 9 })
    expect(placeTalent(result, at('79.99'), settings)).toMatchObject({ box: 7 })
    expect(placeTalent(result, at('59.99'), settings)).toMatchObject({ box: 4 })
    expect(placeTalent(result, { score: null, potential: 'MENENGAH' }, settings)).toMatchObject({ box: 7 })
    expect(placeTalent(result, at('80'), { ...settings, talentPerformance: 'RESULT' })).toMatchObject({ box: 8 })
  })

  it('say what is missing instead of guessing', () => {
    expect(placeTalent({ predikat: null, result: null }, at('80'), settings)).toEqual({ box: null, missing: 'NO_RESULT' })
    expect(placeTalent({ predikat: 'BAIK', result: 'SESUAI' }, null, settings)).toEqual({ box: null, missing: 'NO_POTENTIAL' })
  })
})

describe('promotion', () => {
  const settings = { promotionMinPredikat: 'BAIK', promotionYears: 2 } as const
  const facts: PromotionFacts = {
    isPns: true,
    golongan: 'III/a',
    golonganFrom: '2022-03-15',
    credit: null,
    results: [
      { year: 2025, predikat: 'BAIK', isProvisional: false },
      { year: 2024, predikat: 'SANGAT_BAIK', isProvisional: false },
    ],
    today: '2026-03-15',
  }
  const missing = (changed: Partial<PromotionFacts>) =>
    promotionOf({ ...facts, ...changed }, settings)
      .conditions.filter(({ isMet }) => !isMet)
      .map(({ code, year }) => [code, year])

  it('needs four years in the rank to the day, and takes effect on the first of a month', () => {
    expect(promotionOf(facts, settings)).toMatchObject({ path: 'REGULER', isEligible: true, earliestOn: '2026-04-01' })
    expect(promotionOf({ ...facts, today: '2026-03-14' }, settings)).toMatchObject({
      isEligible: false,
      earliestOn: '2026-04-01',
    })
    expect(missing({ today: '2026-03-14' })).toEqual([['YEARS_IN_RANK', null]])
  })

  it('of a functional post needs two years and the angka kredit', () => {
    const credit = { kind: 'RANK', need: 50, have: 49.99, missing: 0.01, isMet: false } as const
    expect(missing({ credit, golonganFrom: '2024-03-01' })).toEqual([['CREDIT', null]])
    expect(promotionOf({ ...facts, credit }, settings)).toMatchObject({ path: 'FUNGSIONAL', earliestOn: null })
  })

  it('names each missing piece: a year without a result, a low one, one under an objection, a rank without its TMT', () => {
    expect(missing({ results: facts.results.slice(0, 1) })).toEqual([['PREDIKAT', 2024]])
    expect(missing({ results: [{ year: 2025, predikat: 'BUTUH_PERBAIKAN', isProvisional: false }] })).toEqual([
      ['PREDIKAT', 2025],
      ['PREDIKAT', 2024],
    ])
    expect(missing({ results: facts.results.map((one) => ({ ...one, isProvisional: one.year === 2025 })) })).toEqual([
      ['PREDIKAT', 2025],
    ])
    expect(missing({ golonganFrom: null, isPns: false })).toEqual([
      ['STATUS', null],
      ['YEARS_IN_RANK', null],
    ])
  })
})

describe('the trigger of an improvement plan', () => {
  const annual = (year: number, predikat: TriggeringResult['predikat']): TriggeringResult => ({
    kind: 'ANNUAL',
    year,
    number: 0,
    predikat,
  })
  const quarter = (year: number, number: number, predikat: TriggeringResult['predikat']): TriggeringResult => ({
    kind: 'PERIODIC',
    year,
    number,
    predikat,
  })

  it('is one low year, or two low periods that follow each other, across years too', () => {
    expect(improvementTrigger([annual(2025, 'BUTUH_PERBAIKAN'), annual(2024, 'BAIK')], 4)).toEqual([
      annual(2025, 'BUTUH_PERBAIKAN'),
    ])
    expect(improvementTrigger([annual(2024, 'KURANG'), annual(2025, 'BAIK')], 4)).toEqual([])
    const low = [quarter(2025, 4, 'KURANG'), quarter(2026, 1, 'BUTUH_PERBAIKAN')]
    expect(improvementTrigger(low, 4)).toEqual(low)
    expect(improvementTrigger([quarter(2025, 3, 'KURANG'), quarter(2026, 1, 'KURANG')], 4)).toEqual([])
    expect(improvementTrigger([...low, quarter(2026, 2, 'BAIK')], 4)).toEqual([])
  })

  it('is settled by a year that went well', () => {
    const low = [quarter(2025, 3, 'KURANG'), quarter(2025, 4, 'KURANG')]
    expect(improvementTrigger([...low, annual(2025, 'BAIK')], 4)).toEqual([])
  })
})

describe('shrunk means (F12)', () => {
  it('draw who was measured on little towards the others, and keep the order of equals', () => {
    const { mu, shrunk } = shrinkMeans(
      [
        { mean: 118, n: 1 },
        { mean: 112, n: 8 },
        { mean: 100, n: 8 },
        { mean: 95, n: 8 },
        { mean: 90, n: 8 },
      ],
      64,
    )
    expect(mu).toBeGreaterThan(90)
    expect(shrunk[0]?.theta).toBeLessThan(118)
    expect(shrunk[0]?.reliability).toBeLessThan(shrunk[1]?.reliability ?? 0)
    expect(shrunk[1]?.theta).toBeGreaterThan(shrunk[2]?.theta ?? 0)
  })

  it('are all the common mean where chance explains the differences, and the own one where nothing varies', () => {
    const own = [
      { mean: 100, n: 2 },
      { mean: 102, n: 2 },
    ]
    expect(shrinkMeans(own, 400).shrunk.map(({ theta }) => theta)).toEqual([101, 101])
    expect(shrinkMeans(own, 0).shrunk.map(({ theta }) => theta)).toEqual([100, 102])
    expect(() => shrinkMeans([], 1)).toThrow(RangeError)
  })
})

it('a citation states the figures with their sample and their interval', () => {
  expect(
    citationOf(
      {
        basis: 'RATE',
        indicatorCode: 'TRN-01',
        indicatorName: 'Kecelakaan per 10.000 kendaraan',
        x0: 375,
        e0: 1603,
        x1: 83,
        e1: 561.8,
        rr: 0.6315,
        ciLow: 0.4979,
        ciHigh: 0.801,
        baselineYears: 3,
      },
      '2025',
    ),
  ).toBe(
    'Kecelakaan per 10.000 kendaraan (TRN-01), 2025: 83 kejadian atas eksposur 561,8, dibanding 375 atas 1.603,0 dalam 3 tahun sebelumnya; rasio laju 0,63 dengan selang kepercayaan 95% 0,50–0,80 (F22).',
  )
})
