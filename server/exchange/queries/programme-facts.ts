import { Prisma } from '../../generated/prisma/client.ts'
import type { Transaction } from '../../transact.ts'
import type { Existing } from '../rules/kinds/kind.ts'
import { existing, notOf, type RunScope } from './facts.ts'

/** Codes of the stored programmes. */
export function storedProgrammes(tx: Transaction, scope: RunScope): Promise<Existing> {
  return existing(tx, Prisma.sql`SELECT code AS key, source_hash AS hash FROM pembinaan_programme g WHERE ${notOf(scope, 'g')}`)
}

/** Participants by programme and NIP. */
export function storedParticipants(tx: Transaction, scope: RunScope, nips: readonly string[]): Promise<Existing> {
  return existing(
    tx,
    Prisma.sql`
    SELECT g.code || '|' || e.nip AS key, p.source_hash AS hash
    FROM participant p JOIN employee e ON e.id = p.employee_id JOIN pembinaan_programme g ON g.id = p.programme_id
    WHERE e.nip = ANY(${[...nips]}::text[]) AND ${notOf(scope, 'p')}`,
  )
}

/** Certificate number → NIP of the first person who has it. */
export async function storedCertificates(tx: Transaction, scope: RunScope): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ number: string; nip: string }[]>(Prisma.sql`
    SELECT DISTINCT ON (p.certificate_number) p.certificate_number AS number, e.nip FROM participant p JOIN employee e ON e.id = p.employee_id
    WHERE p.certificate_number IS NOT NULL AND ${notOf(scope, 'p')} ORDER BY p.certificate_number, p.ordinal`)
  return new Map(rows.map(({ number, nip }) => [number, nip]))
}
