import { describe, expect, it } from 'vitest'
import { computeRule } from '../../../server/rules.ts'

describe('F19 gives each of the nine boxes of PermenPANRB 3/2020', () => {
  it.each([
    ['DI_ATAS', 'TINGGI', 'TINGGI', 9],
    ['DI_ATAS', 'TINGGI', 'MENENGAH', 7],
    ['DI_ATAS', 'TINGGI', 'RENDAH', 4],
    ['SESUAI', 'MENENGAH', 'TINGGI', 8],
    ['SESUAI', 'MENENGAH', 'MENENGAH', 5],
    ['SESUAI', 'MENENGAH', 'RENDAH', 2],
    ['DI_BAWAH', 'RENDAH', 'TINGGI', 6],
    ['DI_BAWAH', 'RENDAH', 'MENENGAH', 3],
    ['DI_BAWAH', 'RENDAH', 'RENDAH', 1],
  ])('performance %s (%s), potential %s → %i', (level, axis, potential, box) => {
    expect(computeRule('F19', { performance: level, potential })).toBe(box)
    expect(computeRule('F19', { performance: axis, potential })).toBe(box)
  })
})
