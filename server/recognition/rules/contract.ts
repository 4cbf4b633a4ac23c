import { z } from 'zod'
import { ruleContract } from '../../rule-contract.ts'
import { type TalentAxis, talentBox } from './talent-box.ts'

/** Performance may also be named by its level in the appraisal. */
const performanceAxis = {
  DI_ATAS: 'TINGGI',
  SESUAI: 'MENENGAH',
  DI_BAWAH: 'RENDAH',
  TINGGI: 'TINGGI',
  MENENGAH: 'MENENGAH',
  RENDAH: 'RENDAH',
} as const satisfies Record<string, TalentAxis>

export const recognitionContracts = {
  F19: ruleContract({
    id: 'F19',
    name: 'talentBox',
    input: z.object({
      performance: z.enum(['DI_ATAS', 'SESUAI', 'DI_BAWAH', 'TINGGI', 'MENENGAH', 'RENDAH']),
      potential: z.enum(['TINGGI', 'MENENGAH', 'RENDAH']),
    }),
    compute: ({ performance, potential }) => talentBox(performanceAxis[performance], potential),
  }),
}
