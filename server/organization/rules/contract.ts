import { z } from 'zod'
import { pick, ruleContract } from '../../rule-contract.ts'
import { absenceSanction } from './discipline.ts'
import { parseNip } from './nip.ts'

export const organizationContracts = {
  F16: ruleContract({
    id: 'F16',
    name: 'parseNip',
    input: z.object({ nip: z.string().max(100), today: z.iso.date() }),
    compute: ({ nip, today }) => parseNip(nip, today),
  }),
  F17: ruleContract({
    id: 'F17',
    name: 'absenceSanction',
    input: z.object({ days: z.int().min(0), consecutiveDays: z.int().min(0).nullish() }),
    compute: ({ days, consecutiveDays }) => pick(absenceSanction(days, consecutiveDays ?? 0), 'level', 'sanction'),
  }),
}
