export type TalentAxis = 'TINGGI' | 'MENENGAH' | 'RENDAH'
export type TalentBox = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9

/** PermenPANRB 3/2020: rows are performance, columns potential. 7, 8 and 9 are the talent pool. */
const boxes = {
  TINGGI: { TINGGI: 9, MENENGAH: 7, RENDAH: 4 },
  MENENGAH: { TINGGI: 8, MENENGAH: 5, RENDAH: 2 },
  RENDAH: { TINGGI: 6, MENENGAH: 3, RENDAH: 1 },
} as const satisfies Record<TalentAxis, Record<TalentAxis, TalentBox>>

/** F19: box of the talent matrix (PermenPANRB 3/2020). Performance TINGGI is above, MENENGAH at and RENDAH below expectation. */
export function talentBox(performance: TalentAxis, potential: TalentAxis): TalentBox {
  return boxes[performance][potential]
}
